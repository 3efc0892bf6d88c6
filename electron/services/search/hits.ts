import type { MarkedRange, SearchHit, SearchReason } from '../../../shared/domain/search-types'
import type { Analyzer } from '../../../shared/text/analyzer'
import { snippet, type Match } from '../../../shared/text/snippet'
import { placeFrom, shapeOf } from '../../../shared/text/tokens'
import type { Look } from './closer-look'
import { doubledBoosts, fieldBit, isIdTerm, readEntry } from './doc-words'
import { allWords, type QueryPlan } from './query-plan'
import { scoreOf, termWeight } from './scoring'
import { fieldBoosts, searchFields, type SearchDoc, type SearchField, type Spot } from './search-port'

const SNIPPET_LENGTH = 220
/** Text beyond this is searched, but not looked through for the snippet. */
const LONGEST_LOOK = 200_000
/** So many places of each word to choose the snippet from are enough. */
const ENOUGH_MATCHES = 3
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
    // Words that stand elsewhere in the document need not be waited for.
    const there = shown ? look.words.filter(({ mask }) => (mask & fieldBit(shown)) !== 0).length : 0
    const matches = there > 0 ? formsIn(text, look, there) : []
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

/** Finds the words of a plan in a short text. */
function matcherOf(plan: QueryPlan, analyzer: Analyzer): (text: string) => Match[] {
  const numbers = new Map<string, number>()
  for (const [number, { terms }] of allWords(plan).entries())
    for (const term of terms.keys()) if (!numbers.has(term)) numbers.set(term, number)
  return (text) => {
    const matches: Match[] = []
    analyzer.scan(text, ({ start, end, keys }) => {
      const key = keys.find((one) => numbers.has(one))
      if (key !== undefined) matches.push({ start, end, word: numbers.get(key) ?? 0 })
      return true
    })
    return matches
  }
}

const foldedTokens = new Map<string, string>()
const MOST_TOKENS = 50_000

function foldedOf(token: string): string {
  const known = foldedTokens.get(token)
  if (known !== undefined) return known
  const { folded } = shapeOf(token)
  if (foldedTokens.size >= MOST_TOKENS) foldedTokens.clear()
  foldedTokens.set(token, folded)
  return folded
}

/**
 * Finds in a text the written forms that the index knows to answer the query in this document: no word has to be
 * analysed again. Ends when every one of `wanted` words was met often enough.
 */
function formsIn(text: string, { words }: Look, wanted: number): Match[] {
  const numbers = new Map<string, number>()
  for (const [number, { matched }] of words.entries())
    for (const { forms, segment } of matched)
      for (const form of forms) numbers.set(readEntry(segment.wordName(form)).folded, number)
  const matches: Match[] = []
  const seen = new Set<number>()
  let before: { folded: string; start: number } | undefined
  for (let place = placeFrom(text, 0); place; place = placeFrom(text, place.end)) {
    const { token, start, end } = place
    const folded = foldedOf(token)
    const joined = before && numbers.get(before.folded + folded)
    const word = joined ?? numbers.get(folded)
    if (word !== undefined) {
      matches.push({ start: joined === undefined ? start : (before?.start ?? start), end, word })
      seen.add(word)
      if (seen.size >= wanted && matches.length >= ENOUGH_MATCHES * wanted) break
    }
    before = { folded, start }
  }
  return matches
}

/** The field in which most words stand, the weightier one of equals; undefined when none of the fields matched. */
function bestField({ words }: Look, among: readonly SearchField[]): SearchField | undefined {
  let best: SearchField | undefined
  let most = 0
  for (const field of among) {
    const there = words.filter(({ mask }) => (mask & fieldBit(field)) !== 0).length
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
      score: scoreOf(termWeight(term.factor, average), term.count, length),
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
              isIdTerm(term.term)
                ? []
                : term.forms.map((form) => readEntry(term.segment.wordName(form)).spelled),
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
