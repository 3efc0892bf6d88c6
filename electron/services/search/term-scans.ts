import { ALL_FIELDS } from './doc-words'
import type { Found, MatcherMemory } from './matcher-memory'
import type { Postings } from './postings'
import { B, K1 } from './scoring'
import type { Segment } from './segment'

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
    const best = this.memory.countsFor(this.segment.docs)
    const every = mask === ALL_FIELDS
    let from = this.segment.docs
    let to = 0
    for (const term of terms) {
      const postings = this.postings(term, true)
      const { ids } = postings
      for (let block = 0; block < postings.blocks; block += 1) {
        postings.load(block)
        const { bytes, masksAt, countsAt, size } = postings
        for (let i = 0; i < size; i += 1) {
          if (!every && (bytes[masksAt + i]! & mask) === 0) continue
          const doc = ids[i]!
          if (best[doc]! < bytes[countsAt + i]!) best[doc] = bytes[countsAt + i]!
        }
        from = Math.min(from, ids[0]!)
        to = Math.max(to, ids[size - 1]! + 1)
      }
    }
    const found = this.memory.list(Math.max(0, to - from))
    const { docs, scores } = found
    const { lengths } = this.segment.columns
    const base = 2 * K1 * (1 - B)
    const slope = (2 * K1 * B) / this.average
    const top = factor * (K1 + 1)
    let size = 0
    for (let doc = from; doc < to; doc += 1) {
      const count = best[doc]!
      if (count === 0) continue
      best[doc] = 0
      docs[size] = doc
      scores[size] = (top * count) / (count + base + slope * lengths[doc]!)
      size += 1
    }
    found.size = size
    return found
  }

  /** All documents of one term, from first to last. */
  one(term: number, factor: number, mask: number): Found {
    const postings = this.postings(term, true)
    const found = this.memory.list(this.segment.columns.termDocs[term]!)
    const { docs, scores } = found
    const { lengths } = this.segment.columns
    const { ids } = postings
    const base = 2 * K1 * (1 - B)
    const slope = (2 * K1 * B) / this.average
    const top = factor * (K1 + 1)
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
        scores[size] = (top * count) / (count + base + slope * lengths[doc]!)
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
