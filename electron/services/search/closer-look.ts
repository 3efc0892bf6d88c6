import { foldTr } from '../../../shared/text/turkish'
import type { Candidate } from './collector'
import { readEntry } from './doc-words'
import { decodePositions, type Places } from './positions'
import type { Postings } from './postings'
import type { How } from './query-plan'
import { factorsOf, product, type Factors } from './scoring'
import type { Segment } from './segment'
import { yearOf } from './segment-format'
import type { WeighedWord } from './weighing'

/** A term of a word that stands in a document. */
export interface MatchedTerm {
  term: string
  how: How
  factor: number
  mask: number
  /** weighted, doubled */
  count: number
  places: Places
  /** written forms in the document, by number of the vocabulary of this segment */
  forms: number[]
  segment: Segment
}

/** One word of a query in one document; nothing matched where it does not stand. */
export interface WordLook {
  word: WeighedWord['word']
  matched: MatchedTerm[]
  mask: number
}

export interface Look {
  words: WordLook[]
  factors: Factors
}

/** Of a word with many terms, only so many of the most usual ones are looked for at first. */
const USUAL_TERMS = 16
const TITLE = 1

/** A word's terms in one document, before it is looked where they stand. */
interface FoundWord {
  word: WeighedWord['word']
  terms: { term: string; factor: number; postings: Postings; at: number }[]
  mask: number
}

/** So many candidates are weighed before it is asked which of the others can still come among the first. */
const AT_ONCE = 32

/** Looks at single documents again: where the words of a query stand in them and how they are spelled. */
export class CloserLook {
  private readonly words: { weighed: WeighedWord; terms: WeighedWord['terms'] }[]
  private readonly opened = new Map<Segment, Map<string, Postings | undefined>>()
  private readonly agreements = new Map<string, Map<string, boolean>>()

  constructor(words: readonly WeighedWord[]) {
    this.words = words
      .filter(({ word }) => word.presence !== 'prohibited')
      .flatMap((weighed) => weighed.sequence ?? [weighed])
      .map((weighed) => ({ weighed, terms: weighed.terms }))
  }

  /**
   * Puts the factors of exact spelling, closeness, title and recency on the scores of candidates. In: candidates, the
   * highest score first; how many of the first must be right: what cannot come among them keeps a score below theirs.
   */
  weigh(candidates: readonly Candidate[], most = Infinity): void {
    const best: number[] = []
    for (let from = 0; from < candidates.length; from += AT_ONCE) {
      // In the order in which they are stored: neighbours share blocks.
      const some = candidates.slice(from, from + AT_ONCE)
      some.sort((a, b) => (a.segment === b.segment ? a.doc - b.doc : 0))
      const floor = best.length < most ? 0 : (best[most - 1] ?? 0)
      for (const candidate of some) {
        const { segment, doc, score } = candidate
        const year = yearOf(segment.columns.dates[doc]!)
        if (score * this.atMost(this.words.length, true, year) < floor) continue
        const found = this.words.map(({ weighed, terms }) => this.find(segment, doc, weighed, terms))
        const there = found.filter(({ terms }) => terms.length > 0)
        const inTitle = there.length > 0 && there.every(({ mask }) => (mask & TITLE) !== 0)
        if (score * this.atMost(there.length, inTitle, year) < floor) continue
        candidate.score *= product(this.lookAt(candidate, found).factors)
        best.push(candidate.score)
      }
      best.sort((a, b) => b - a)
      best.length = Math.min(best.length, most)
    }
  }

  /** What the factors can come to at most when so many words stand in a document. */
  private atMost(words: number, inTitle: boolean, year: number): number {
    const spelled = this.words.some(({ weighed }) => weighed.word.spelling !== undefined) ? 1 : 0
    const span = words > 1 ? words : 0
    const title = inTitle ? words : 0
    return product(
      factorsOf({ spelled, exact: spelled, words, inTitle: title, titlePhrase: inTitle, span, year }),
    )
  }

  /** Reads may throw `IndexDamage`. */
  look(candidate: Candidate): Look {
    const { segment, doc } = candidate
    const found = this.words.map(({ weighed, terms }) => this.find(segment, doc, weighed, terms))
    return this.lookAt(candidate, found)
  }

  private lookAt({ segment, doc }: Candidate, found: readonly FoundWord[]): Look {
    const words = found.map(({ word, terms, mask }): WordLook => ({
      word,
      matched: terms.map((term) => matchedTerm(segment, word, term)),
      mask,
    }))
    const there = words.filter(({ matched }) => matched.length > 0)
    const spelled = there.filter(({ word }) => word.spelling !== undefined)
    const factors = factorsOf({
      spelled: spelled.length,
      exact: spelled.filter((look) => this.isExact(look)).length,
      words: there.length,
      inTitle: there.filter(({ mask }) => (mask & TITLE) !== 0).length,
      titlePhrase: there.length > 1 && inSequence(there.map((look) => placesIn(look, 0))),
      span: there.length > 1 ? shortestSpan(there) : 0,
      year: yearOf(segment.columns.dates[doc]!),
    })
    return { words, factors }
  }

  /** Terms of a word that stand in a document. */
  private find(segment: Segment, doc: number, { word }: WeighedWord, terms: WeighedWord['terms']): FoundWord {
    const found: FoundWord = { word, terms: [], mask: 0 }
    for (const [i, { term, factor }] of terms.entries()) {
      if (i >= USUAL_TERMS && found.terms.length > 0) break
      const postings = this.postings(segment, term)
      const at = postings?.find(doc) ?? -1
      if (!postings || at < 0 || (postings.mask(at) & word.mask) === 0) continue
      found.terms.push({ term, factor, postings, at })
      found.mask |= postings.mask(at) & word.mask
    }
    return found
  }

  private postings(segment: Segment, term: string): Postings | undefined {
    let opened = this.opened.get(segment)
    if (!opened) this.opened.set(segment, (opened = new Map()))
    if (opened.has(term)) return opened.get(term)
    const number = segment.termNumber(term)
    const postings = number < 0 ? undefined : segment.postings(number, false)
    opened.set(term, postings)
    return postings
  }

  private isExact({ word, matched }: WordLook): boolean {
    return matched.some(({ forms, segment }) =>
      forms.some((form) => this.agrees(word.spelling ?? '', segment, form)),
    )
  }

  private agrees(spelling: string, segment: Segment, form: number): boolean {
    const entry = segment.wordName(form)
    let known = this.agreements.get(spelling)
    if (!known) this.agreements.set(spelling, (known = new Map()))
    let agreed = known.get(entry)
    if (agreed === undefined) known.set(entry, (agreed = sameSpelling(spelling, readEntry(entry).spelled)))
    return agreed
  }
}

function matchedTerm(
  segment: Segment,
  word: WeighedWord['word'],
  { term, factor, postings, at }: FoundWord['terms'][number],
): MatchedTerm {
  const mask = postings.mask(at)
  const places = decodePositions(postings.places(at), mask)
  const own = segment.formsOf(segment.termNumber(term))
  const forms: number[] = []
  for (const form of places.forms) if (!forms.includes(own[form]!)) forms.push(own[form]!)
  const how = word.terms.get(term)?.how ?? 'exact'
  return { term, how, factor, mask: mask & word.mask, count: postings.count(at), places, forms, segment }
}

/** Whether two words are spelled alike as far as they are the same word: `sınır` and `sınırlar`, not `sinir`. */
export function sameSpelling(a: string, b: string): boolean {
  const [foldedA, foldedB] = [foldTr(a), foldTr(b)]
  let shared = 0
  while (shared < foldedA.length && foldedA[shared] === foldedB[shared]) shared += 1
  return shared > 0 && a.slice(0, shared) === b.slice(0, shared)
}

const placesIn = ({ matched }: WordLook, field: number): number[] =>
  matched.length === 1
    ? (matched[0]!.places.fields[field] ?? [])
    : matched.flatMap(({ places }) => places.fields[field] ?? []).sort((a, b) => a - b)

function inSequence(words: readonly (readonly number[])[]): boolean {
  return (words[0] ?? []).some((start) => words.every((places, i) => places.includes(start + i)))
}

/** The shortest stretch, in words of one field, that holds all words that stand in the document; 0 for none. */
function shortestSpan(words: readonly WordLook[]): number {
  let shortest = 0
  const common = words.reduce((mask, look) => mask & look.mask, -1)
  for (let field = 0; common >> field > 0; field += 1) {
    if ((common & (1 << field)) === 0) continue
    const span = spanOf(words.map((look) => placesIn(look, field)))
    if (span > 0 && (shortest === 0 || span < shortest)) shortest = span
  }
  return shortest
}

function spanOf(words: readonly (readonly number[])[]): number {
  const at = words.map(() => 0)
  let shortest = 0
  for (;;) {
    let first = 0
    let [least, most] = [Infinity, -1]
    for (const [word, places] of words.entries()) {
      const place = places[at[word]!]
      if (place === undefined) return shortest
      if (place < least) {
        least = place
        first = word
      }
      if (place > most) most = place
    }
    const span = most - least + 1
    if (shortest === 0 || span < shortest) shortest = span
    at[first]! += 1
  }
}
