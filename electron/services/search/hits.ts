import type { MarkedRange, SearchHit } from '../../../shared/domain/search-types'
import type { Analyzer } from '../../../shared/text/analyzer'
import { snippet, type Match } from '../../../shared/text/snippet'
import { textsOf } from './doc-table'
import { tokenSetOfClause } from './lunr-shapes'
import type { QueryPlan } from './query-plan'
import type { FoundDoc } from './ranking'
import { fieldBoosts, searchFields, type SearchField, type Spot } from './search-port'

const SNIPPET_LENGTH = 220
/** Text beyond this is searched, but not looked through for the snippet. */
const LONGEST_LOOK = 200_000
/** So many places to choose the snippet from are enough, if each word of the query is among them. */
const ENOUGH_MATCHES = 20
/** Fields a snippet is taken from; in this order when the match is in the title or number only. */
const INTRODUCTION: readonly SearchField[] = ['text', 'decisions', 'agenda', 'agencies', 'people']

/** Which word of the plan a token answers. */
type Answers = (keys: readonly string[]) => number | undefined

/**
 * Hits as the window shows them: title and snippet with the matching words marked whole (*toplantısında* for
 * *toplanti*), the field that matched best, and the block at the snippet.
 */
export function showHits(found: readonly FoundDoc[], plan: QueryPlan, analyzer: Analyzer): SearchHit[] {
  const answers = answersOf(plan)
  const matchesIn = (text: string): Match[] => {
    const matches: Match[] = []
    const words = new Set<number>()
    analyzer.scan(text, ({ start, end, keys }) => {
      const word = answers(keys)
      if (word === undefined) return true
      matches.push({ start, end, word })
      words.add(word)
      return matches.length < ENOUGH_MATCHES || words.size < plan.words.length
    })
    return matches
  }
  return found.map((hit) => {
    const { doc } = hit.stored
    const { fields, spots = [] } = hit.texts ?? textsOf(hit.stored)
    const field = bestField(hit, searchFields) ?? 'title'
    const shown = bestField(hit, INTRODUCTION) ?? INTRODUCTION.find((name) => fields[name])
    const text = (shown && fields[shown]?.slice(0, LONGEST_LOOK)) ?? ''
    const matches = matchesIn(text)
    const blockId = doc.blockId ?? spotAt(spots, shown, matches[0]?.start)
    return {
      type: doc.type,
      id: doc.id,
      ...(doc.meetingId === undefined ? {} : { meetingId: doc.meetingId }),
      ...(blockId === undefined ? {} : { blockId }),
      title: doc.title,
      titleRanges: matchesIn(doc.title).map(({ start, end }): MarkedRange => [start, end]),
      score: Math.round(hit.score * 1000) / 1000,
      field,
      snippet: snippet(text, matches, SNIPPET_LENGTH),
      ...(doc.date === undefined ? {} : { date: doc.date }),
      ...(doc.source === undefined ? {} : { source: doc.source }),
    }
  })
}

function answersOf(plan: QueryPlan): Answers {
  const words = new Map<string, number>()
  const patterns: { number: number; matches: (key: string) => boolean }[] = []
  for (const [number, { terms, pattern, presence }] of plan.words.entries()) {
    if (presence === 'prohibited') continue
    for (const term of terms.keys()) if (!words.has(term)) words.set(term, number)
    if (pattern) {
      const automaton = tokenSetOfClause(pattern)
      const seen = new Map<string, boolean>()
      patterns.push({
        number,
        matches: (key) => {
          const known =
            seen.get(key) ?? tokenSetOfClause({ term: key }).intersect(automaton).toArray().length > 0
          seen.set(key, known)
          return known
        },
      })
    }
  }
  return (keys) => {
    for (const key of keys) {
      const number = words.get(key)
      if (number !== undefined) return number
    }
    return patterns.find(({ matches }) => keys.some(matches))?.number
  }
}

/** The field in which most words stand, the weightier one of equals; undefined when none of the fields matched. */
function bestField(hit: FoundDoc, among: readonly SearchField[]): SearchField | undefined {
  let best: SearchField | undefined
  let most = 0
  for (const field of among) {
    let words = 0
    for (const fields of hit.words.values()) if (fields.has(field)) words += 1
    const value = words === 0 ? 0 : words * 10 + fieldBoosts[field]
    if (value > most) {
      most = value
      best = field
    }
  }
  return best
}

function spotAt(
  spots: readonly Spot[],
  field: SearchField | undefined,
  offset: number | undefined,
): string | undefined {
  if (offset === undefined) return undefined
  let found: string | undefined
  for (const spot of spots) if (spot.field === field && spot.offset <= offset) found = spot.blockId
  return found
}
