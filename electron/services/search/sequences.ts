import type { Postings } from './postings'
import { SegmentMemory } from './segment-memory'

/** One word of a sequence in one segment. */
export interface SequencePart {
  mask: number
  terms: readonly { term: number }[]
}

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

/** Reads the places of one term in one document, field by field. */
class PlaceReader {
  /** fields in which it stands; 0 when it does not stand in the document */
  held = 0
  private bytes: Uint8Array = NOTHING
  private at = 0
  private field = 0
  private postings: Postings | undefined
  private index = -1

  /** Goes to a document. Reads may throw `IndexDamage`. */
  open(postings: Postings, doc: number): void {
    this.postings = postings
    this.index = postings.find(doc)
    this.held = this.index < 0 ? 0 : postings.mask(this.index)
    this.field = -1
  }

  /** The places are looked up only where they are needed: most documents are told apart by their fields. */
  private begin(postings: Postings): void {
    this.at = postings.placesFrom(this.index)
    this.bytes = postings.placeBytes
    this.field = 0
  }

  /** Adds where a sequence would begin whose word number `back` stands at the places of a field; fields in order. */
  starts(field: number, back: number, into: Starts): void {
    if (this.field < 0 && this.postings) this.begin(this.postings)
    for (; this.field < field; this.field += 1) if ((this.held & (1 << this.field)) !== 0) this.skip()
    this.field = field + 1
    if ((this.held & (1 << field)) === 0) return
    const { bytes } = this
    let count = this.count()
    into.grow(count)
    const { at: room } = into
    let { size } = into
    let { at } = this
    let position = -back
    for (; count > 0; count -= 1) {
      let byte = bytes[at++]!
      let gap = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++]!
        gap |= (byte & 127) << shift
      }
      position += gap
      room[size++] = position
    }
    into.size = size
    this.at = at
  }

  private count(): number {
    let byte = this.bytes[this.at++]!
    let count = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.bytes[this.at++]!
      count |= (byte & 127) << shift
    }
    return count
  }

  private skip(): void {
    const { bytes } = this
    let count = this.count()
    let { at } = this
    // The last byte of a number is below 128.
    while (count > 0) if (bytes[at++]! < 128) count -= 1
    this.at = at
  }
}

/** What is known of one sequence in each document of a segment. */
export type Verdicts = Uint8Array
const HOLDS = 1
const LACKS = 2

const remembered = new SegmentMemory(8)

/** What was found out about a sequence in a segment before. In: the segment, the words of the sequence. */
export function verdictsOf(segment: { docs: number }, parts: readonly SequencePart[]): Verdicts {
  const question = parts.map(({ mask, terms }) => `${mask}:${terms.map(({ term }) => term).join()}`).join(' ')
  return remembered.of(segment, question, () => new Uint8Array(segment.docs))
}

/** Says whether words stand one behind the other in one field of a document. */
export class SequenceFinder {
  private readonly starts = new Starts()
  private readonly here = new Starts()
  private readonly readers: PlaceReader[][]

  /**
   * @param parts the words of the sequence
   * @param order in which the words are looked at: rare ones first
   * @param verdicts what is known already, and what is found out
   * @param postingsOf postings of a term of this segment; may throw `IndexDamage`
   */
  constructor(
    private readonly parts: readonly SequencePart[],
    private readonly order: readonly number[],
    private readonly verdicts: Verdicts,
    private readonly postingsOf: (term: number) => Postings,
  ) {
    this.readers = parts.map(({ terms }) => terms.map(() => new PlaceReader()))
  }

  /** In: a document. Reads may throw `IndexDamage`. */
  standsIn(doc: number): boolean {
    const known = this.verdicts[doc]
    if (known !== 0) return known === HOLDS
    const holds = this.looksInto(doc)
    this.verdicts[doc] = holds ? HOLDS : LACKS
    return holds
  }

  private looksInto(doc: number): boolean {
    // Fields that hold all the words: mostly few, and often none.
    let common = -1
    for (const number of this.order) {
      common &= this.open(number, doc)
      if (common === 0) return false
    }
    for (let field = 0; common >> field > 0; field += 1)
      if ((common & (1 << field)) !== 0 && this.standsInField(field)) return true
    return false
  }

  /** Goes to a document with all terms of a word. Out: the fields they stand in, as far as they are asked for. */
  private open(number: number, doc: number): number {
    const { terms, mask } = this.parts[number]!
    const readers = this.readers[number]!
    let held = 0
    for (let i = 0; i < terms.length; i += 1) {
      const reader = readers[i]!
      reader.open(this.postingsOf(terms[i]!.term), doc)
      held |= reader.held
    }
    return held & mask
  }

  private standsInField(field: number): boolean {
    let first = true
    for (const number of this.order) {
      const into = first ? this.starts : this.here
      into.size = 0
      const readers = this.readers[number]!
      for (const reader of readers) if (reader.held !== 0) reader.starts(field, number, into)
      if (readers.length > 1) into.sort()
      if (!first) this.starts.keepCommon(into)
      if (this.starts.size === 0) return false
      first = false
    }
    return true
  }
}

const NOTHING = new Uint8Array(0)
