/**
 * The formula of the ranking, in one place.
 *
 * A word scores by BM25F: its counts in all fields, each times the boost of the field, saturate together; long documents
 * are held back by half. Counts and lengths come doubled, because boosts are multiples of a half.
 */
const K1 = 1.2
const B = 0.5

/** How telling a term is that so many of all documents hold. */
export const idf = (docs: number, held: number): number =>
  Math.log(1 + Math.max(0, docs - held + 0.5) / (held + 0.5))

/** The formula for one term, as far as it is the same for all documents. */
export interface TermWeight {
  top: number
  base: number
  slope: number
}

/** @param factor what the term weighs in the query, @param average mean length of a document, doubled */
export const termWeight = (factor: number, average: number): TermWeight => ({
  top: factor * (K1 + 1),
  base: 2 * K1 * (1 - B),
  slope: (2 * K1 * B) / average,
})

/**
 * Score of a term in a document. By whatever way a document is found it is scored by these very steps: equals stay equal
 * to the last digit, and their order does not depend on how the index came about. @param count, @param length doubled
 */
export const scoreOf = ({ top, base, slope }: TermWeight, count: number, length: number): number =>
  (top * count) / (count + base + slope * length)

/** What a reading of a word weighs by how it was found. */
export const weights = {
  main: 1,
  second: 0.5,
  prefix: 0.6,
  name: 0.9,
  /** by letters wrong */
  fuzzy: [0.5, 0.3],
} as const

const SPELLING = 0.4
const TITLE_ALL = 0.3
const TITLE_PHRASE = 0.6
const CLOSE = 0.3
const RECENT = 0.1
const FIRST_YEAR = 2000
const LAST_YEAR = 2050

/** Factors by which the first hits are put in order anew. */
export interface Factors {
  spelling: number
  closeness: number
  title: number
  recency: number
}

/** What is looked at closely in a hit. */
export interface Evidence {
  /** words with a spelling of their own, and how many of them stand in the document as they were typed */
  spelled: number
  exact: number
  /** words that stand in the document */
  words: number
  /** words that stand in the title, and whether they stand there in sequence */
  inTitle: number
  titlePhrase: boolean
  /** shortest stretch of one field, in words, that holds all words; 0 for none */
  span: number
  year: number
}

export function factorsOf(seen: Evidence): Factors {
  const { spelled, exact, words, inTitle, titlePhrase, span, year } = seen
  const age = Math.min(1, Math.max(0, (year - FIRST_YEAR) / (LAST_YEAR - FIRST_YEAR)))
  return {
    spelling: spelled > 0 ? 1 + (SPELLING * exact) / spelled : 1,
    closeness: words > 1 && span > 0 ? 1 + CLOSE * Math.min(1, words / span) : 1,
    title: 1 + (words > 0 && inTitle === words ? (titlePhrase && words > 1 ? TITLE_PHRASE : TITLE_ALL) : 0),
    recency: 1 + RECENT * age,
  }
}

export const product = ({ spelling, closeness, title, recency }: Factors): number =>
  spelling * closeness * title * recency
