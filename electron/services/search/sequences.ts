import type { Postings } from './postings'

/** One word of a sequence in one segment. */
export interface SequencePart {
  mask: number
  terms: readonly { term: number }[]
}

/** Room for positions of one field. */
const FIELD = 2 ** 26

/** Places where a sequence could begin, in memory that is used again for every document. */
class Starts {
  at = new Float64Array(256)
  size = 0

  /** Room for so many more. */
  grow(more: number): void {
    if (this.size + more <= this.at.length) return
    const larger = new Float64Array(2 * (this.size + more))
    larger.set(this.at.subarray(0, this.size))
    this.at = larger
  }

  sort(): void {
    this.at.subarray(0, this.size).sort()
  }

  /** Keeps what is in the other list too; both are in order. */
  keepCommon(other: Starts): void {
    const { at } = this
    let kept = 0
    for (let i = 0, j = 0; i < this.size && j < other.size;) {
      const here = at[i]!
      const there = other.at[j]!
      if (here === there) at[kept++] = here
      if (here <= there) i += 1
      if (there <= here) j += 1
    }
    this.size = kept
  }
}

/** Says whether words stand one behind the other in one field of a document. */
export class SequenceFinder {
  private starts = new Starts()
  private here = new Starts()

  /**
   * @param parts the words of the sequence
   * @param order in which the words are looked at: rare ones first
   * @param postingsOf postings of a term of this segment; may throw `IndexDamage`
   */
  constructor(
    private readonly parts: readonly SequencePart[],
    private readonly order: readonly number[],
    private readonly postingsOf: (term: number) => Postings,
  ) {}

  /** In: a document. Reads may throw `IndexDamage`. */
  standsIn(doc: number): boolean {
    const { parts, order, postingsOf } = this
    let first = true
    for (const number of order) {
      const { terms, mask } = parts[number]!
      const into = first ? this.starts : this.here
      into.size = 0
      for (const { term } of terms) {
        const postings = postingsOf(term)
        const at = postings.find(doc)
        if (at < 0) continue
        const held = postings.mask(at)
        if ((held & mask) !== 0) pushStarts(postings, at, mask, number, into)
      }
      if (terms.length > 1) into.sort()
      if (!first) this.starts.keepCommon(into)
      if (this.starts.size === 0) return false
      first = false
    }
    return true
  }
}

/** Adds where a sequence would begin whose word number `back` stands at the places of a posting of the loaded block. */
function pushStarts(postings: Postings, index: number, mask: number, back: number, into: Starts): void {
  const held = postings.mask(index)
  let at = postings.placesFrom(index)
  const to = postings.placesTo
  const bytes = postings.placeBytes
  for (let field = 0; held >> field > 0 && at < to; field += 1) {
    if ((held & (1 << field)) === 0) continue
    const wanted = (mask & (1 << field)) !== 0
    let position = field * FIELD + FIELD / 4 - back
    let byte = bytes[at++]!
    let count = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!
      count |= (byte & 127) << shift
    }
    if (wanted) into.grow(count)
    const { at: room } = into
    for (; count > 0; count -= 1) {
      byte = bytes[at++]!
      let gap = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!
        gap |= (byte & 127) << shift
      }
      position += gap
      if (wanted) room[into.size++] = position
    }
  }
}
