import type { MarkedRange, SearchHit, SearchReason } from '../../../shared/domain/search-types'
import type { Analyzer } from '../../../shared/text/analyzer'
import { snippet, type Match } from '../../../shared/text/snippet'
import type { Look } from './closer-look'
import { doubledBoosts, isIdTerm, readEntry } from './doc-words'
import { allWords, type QueryPlan } from './query-plan'
import { saturation } from './scoring'
import { fieldBoosts, searchFields, type SearchDoc, type SearchField, type Spot } from './search-port'

const SNIPPET_LENGTH = 220
/** Text beyond this is searched, but not looked through for the snippet. */
const LONGEST_LOOK = 200_000
/** So many places to choose the snippet from are enough, if each word of the query is among them. */
const ENOUGH_MATCHES = 20
/** Fields a snippet is taken from; in this order when the match is in the title or number only. */
const INTRODUCTION: readonly SearchField[] = ['text', 'decisions', 'agenda', 'agencies', 'people']

/** A document that was found and looked at. */
export interface SeenDoc {
  doc: SearchDoc
  score: number
  look: Look
  /** length of the document, and the mean, doubled */
  length: number
  average: number
}

/**
 * Hits as the window shows them: title and snippet with the matching words marked whole (*toplantısında* for
 * *toplanti*), the field that matched best, and the block at the snippet.
 */
export function showHits(
  found: readonly SeenDoc[],
  plan: QueryPlan,
  analyzer: Analyzer,
  explain: boolean,
): SearchHit[] {
  const matchesIn = matcherOf(plan, analyzer)
  return found.map((seen) => {
    const { doc, look } = seen
    const { fields, spots = [] } = doc
    const field = bestField(look, searchFields) ?? 'title'
    const shown = bestField(look, INTRODUCTION) ?? INTRODUCTION.find((name) => fields[name])
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
      score: Math.round(seen.score * 1000) / 1000,
      field,
      snippet: snippet(text, matches, SNIPPET_LENGTH),
      ...(doc.date === undefined ? {} : { date: doc.date }),
      ...(doc.source === undefined ? {} : { source: doc.source }),
      ...(doc.state === undefined ? {} : { state: doc.state }),
      ...(explain ? { reason: reasonOf(seen) } : {}),
    }
  })
}

/** Finds the words of a plan in a text. */
function matcherOf(plan: QueryPlan, analyzer: Analyzer): (text: string) => Match[] {
  const numbers = new Map<string, number>()
  const words = allWords(plan)
  for (const [number, { terms }] of words.entries())
    for (const term of terms.keys()) if (!numbers.has(term)) numbers.set(term, number)
  return (text) => {
    const matches: Match[] = []
    const seen = new Set<number>()
    analyzer.scan(text, ({ start, end, keys }) => {
      const key = keys.find((one) => numbers.has(one))
      if (key === undefined) return true
      const word = numbers.get(key) ?? 0
      matches.push({ start, end, word })
      seen.add(word)
      return matches.length < ENOUGH_MATCHES || seen.size < words.length
    })
    return matches
  }
}

/** The field in which most words stand, the weightier one of equals; undefined when none of the fields matched. */
function bestField({ words }: Look, among: readonly SearchField[]): SearchField | undefined {
  let best: SearchField | undefined
  let most = 0
  for (const field of among) {
    const bit = 1 << searchFields.indexOf(field)
    const there = words.filter(({ mask }) => (mask & bit) !== 0).length
    const value = there === 0 ? 0 : there * 10 + fieldBoosts[field]
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

/** Why a document stands where it stands. */
function reasonOf({ doc, look, length, average }: SeenDoc): SearchReason {
  const words = look.words.flatMap(({ word, matched }): SearchReason['words'] => {
    const scored = matched.map((term) => ({
      ...term,
      score: term.factor * saturation(term.count, length, average),
    }))
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a), scored[0]!)
    if (!best) return []
    // A word's score is shared by its fields as they take part in its weighted count.
    const shares = searchFields.map((_name, field) =>
      (best.mask & (1 << field)) === 0
        ? 0
        : doubledBoosts[field]! * Math.max(1, best.places.fields[field]?.length ?? 0),
    )
    const sum = shares.reduce((total, share) => total + share, 0) || 1
    return [
      {
        word: word.typed,
        matched: [
          ...new Set(
            matched.flatMap((term) =>
              isIdTerm(term.term) ? [] : term.forms.map((entry) => readEntry(entry).spelled),
            ),
          ),
        ],
        how: best.how,
        fields: searchFields.flatMap((field, i) =>
          shares[i]! > 0 ? [{ field, score: rounded((best.score * shares[i]!) / sum) }] : [],
        ),
      },
    ]
  })
  const factors = (['spelling', 'closeness', 'title', 'recency'] as const)
    .map((name) => ({ name, factor: rounded(look.factors[name]) }))
    .filter(({ factor }) => factor !== 1)
  return {
    words,
    factors: doc.date === undefined ? factors.filter(({ name }) => name !== 'recency') : factors,
  }
}

const rounded = (value: number) => Math.round(value * 1000) / 1000
