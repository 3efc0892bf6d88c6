/**
 * Terms of all documents, numbered, and how many fields of how many documents hold each.
 *
 * A document is kept as packed postings, one 32-bit number a term and field: 3 bits field, 5 bits frequency
 * (31 = 31 or more), 24 bits term. From these a segment is made without analysing the text again.
 */
export class TermTable {
  private readonly numbers = new Map<string, number>()
  private readonly names: string[] = []
  /** Fields of documents that hold the term, as lunr counts them. */
  private readonly counts: number[] = []
  private readonly lengths: number[] = []
  private readonly fieldDocs: number[] = []
  private documents = 0

  /** Number of a term, new if need be. Throws beyond 16 million terms. */
  number(term: string): number {
    const known = this.numbers.get(term)
    if (known !== undefined) return known
    const next = this.names.length
    if (next >= MOST_TERMS) throw new Error('too many terms for the search index')
    this.numbers.set(term, next)
    this.names.push(term)
    this.counts.push(0)
    return next
  }

  /** The term of a number. */
  name(number: number): string {
    return this.names[number] ?? ''
  }

  /** In how many fields of living documents a term stands. */
  count(term: string): number {
    const number = this.numbers.get(term)
    return number === undefined ? 0 : (this.counts[number] ?? 0)
  }

  /** All terms in order of their numbers, for storing. */
  terms(): readonly string[] {
    return this.names
  }

  /** Counts the postings of a document in (`by` 1) or out (`by` -1). */
  tally(postings: Uint32Array, by: 1 | -1): void {
    this.documents += by
    let seen = -1
    for (const posting of postings) {
      const field = fieldOf(posting)
      const term = termOf(posting)
      this.counts[term] = (this.counts[term] ?? 0) + by
      this.lengths[field] = (this.lengths[field] ?? 0) + by * frequencyOf(posting)
      if (field !== seen) this.fieldDocs[field] = (this.fieldDocs[field] ?? 0) + by
      seen = field
    }
  }

  /** Mean number of words in a field, over the documents that have it. */
  meanLength(field: number): number {
    return Math.max(1, (this.lengths[field] ?? 0) / Math.max(1, this.fieldDocs[field] ?? 0))
  }

  /** Inverse document frequency, by the formula of lunr 2.3 (`lunr.idf`) over all segments together. */
  idf(term: number): number {
    const held = this.counts[term] ?? 0
    return Math.log(1 + Math.abs((this.documents - held + 0.5) / (held + 0.5)))
  }
}

const MOST_TERMS = 2 ** 24
const MOST_FREQUENT = 31

/** One posting as a number; the frequency is cut at 31. */
export function pack(field: number, frequency: number, term: number): number {
  return ((field << 29) | (Math.min(frequency, MOST_FREQUENT) << 24) | term) >>> 0
}

export const fieldOf = (posting: number): number => posting >>> 29
export const frequencyOf = (posting: number): number => (posting >>> 24) & 31
export const termOf = (posting: number): number => posting & 0xffffff
