import { ALL_FIELDS } from './doc-words'
import type { Found, MatcherMemory } from './matcher-memory'
import type { Postings } from './postings'
import { scoreOf, termWeight } from './scoring'
import type { Segment } from './segment'
import { SegmentMemory } from './segment-memory'

/** Beginnings of words, above all: of two letters hundreds of terms are gone through. */
const remembered = new SegmentMemory(32)
/** What fewer documents than this share of a segment answer is found as quickly as it is remembered. */
const WORTH_KEEPING = 1 / 16

/** Reads the documents of terms in one segment from first to last. Reads may throw `IndexDamage`. */
export class TermScans {
  private readonly opened = new Map<number, Postings>()

  /** @param average mean length of a document, doubled */
  constructor(
    private readonly segment: Segment,
    private readonly average: number,
    private readonly memory: MatcherMemory,
  ) {}

  /** Postings of a term, opened once. @param all they are going to be read from first to last */
  postings(term: number, all: boolean): Postings {
    const known = this.opened.get(term)
    if (known) return known
    const opened = this.segment.postings(term, all)
    this.opened.set(term, opened)
    return opened
  }

  /**
   * All documents of terms that weigh the same. In a document the term with the highest count scores highest, so that
   * of the hundreds of words that begin with two letters only counts are compared, and every document is scored once.
   */
  alike(terms: readonly number[], factor: number, mask: number): Found {
    const [only = 0, ...more] = terms
    if (more.length === 0) return this.one(only, factor, mask)
    const { docs: all, columns } = this.segment
    const postings = terms.reduce((sum, term) => sum + columns.termDocs[term]!, 0)
    const counts =
      postings < all * WORTH_KEEPING
        ? this.counts(terms, mask)
        : remembered.of(this.segment, `${mask}:${terms.join()}`, () => this.counts(terms, mask))
    const found = this.memory.list(all)
    const { docs, scores } = found
    const { lengths } = columns
    const weight = termWeight(factor, this.average)
    let size = 0
    for (let doc = 0; doc < all; doc += 1) {
      const count = counts[doc]!
      if (count === 0) continue
      docs[size] = doc
      scores[size] = scoreOf(weight, count, lengths[doc]!)
      size += 1
    }
    found.size = size
    return found
  }

  /** The highest count of any of the terms in each document, 0 where none stands. */
  private counts(terms: readonly number[], mask: number): Uint8Array {
    const counts = new Uint8Array(this.segment.docs)
    const every = mask === ALL_FIELDS
    for (const term of terms) {
      const postings = this.postings(term, true)
      const { ids } = postings
      for (let block = 0; block < postings.blocks; block += 1) {
        postings.load(block)
        const { bytes, masksAt, countsAt, size } = postings
        for (let i = 0; i < size; i += 1) {
          if (!every && (bytes[masksAt + i]! & mask) === 0) continue
          const doc = ids[i]!
          const count = bytes[countsAt + i]!
          if (counts[doc]! < count) counts[doc] = count
        }
      }
    }
    return counts
  }

  /** All documents of one term, from first to last. */
  one(term: number, factor: number, mask: number): Found {
    const postings = this.postings(term, true)
    const found = this.memory.list(this.segment.columns.termDocs[term]!)
    const { docs, scores } = found
    const { lengths } = this.segment.columns
    const { ids } = postings
    const weight = termWeight(factor, this.average)
    const every = mask === ALL_FIELDS
    let size = 0
    for (let block = 0; block < postings.blocks; block += 1) {
      postings.load(block)
      const { bytes, masksAt, countsAt } = postings
      for (let i = 0; i < postings.size; i += 1) {
        if (!every && (bytes[masksAt + i]! & mask) === 0) continue
        const doc = ids[i]!
        const count = bytes[countsAt + i]!
        docs[size] = doc
        scores[size] = scoreOf(weight, count, lengths[doc]!)
        size += 1
      }
    }
    found.size = size
    return found
  }
}

/** Numbers of terms by what they weigh, the first weight first. */
export function byFactor(terms: readonly { term: number; factor: number }[]): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  for (const { term, factor } of terms) {
    const group = groups.get(factor)
    if (group) group.push(term)
    else groups.set(factor, [term])
  }
  return groups
}
