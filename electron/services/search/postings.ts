import { VarintReader } from './bytes'
import { BLOCK } from './segment-format'

/** Where the postings of a term lie, and how to read them. */
export interface PostingSource {
  /** documents that hold the term, dead ones too */
  docs: number
  /** bytes of the blocks, of the places of the blocks, of everything */
  blockBytes: number
  skipBytes: number
  bytes: number
  read(offset: number, length: number): Uint8Array
}

/** So many steps behind the last document it is looked for first. */
const NEAR = 8
/** Postings up to this size are read at once. */
const SMALL = 1 << 16

/** Walks the postings of one term, block by block: forward as a whole, or only where it must look. */
export class Postings {
  readonly blocks: number
  /** documents of the loaded block, in order */
  readonly ids = new Uint32Array(BLOCK)
  /** number of documents in the loaded block */
  size = 0
  /** field masks and weighted counts of the loaded block stand in `bytes` from here */
  masksAt = 0
  countsAt = 0
  bytes: Uint8Array = NOTHING
  /** places of the loaded block, and the end of those asked for last */
  placeBytes: Uint8Array = NOTHING
  placesTo = 0
  private loaded = -1
  /** where the last document was found in the loaded block */
  private finger = 0
  /** last document, end of data and end of positions of each block */
  private readonly lasts: Uint32Array
  private readonly ends: Uint32Array
  private readonly placeEnds: Uint32Array
  private readonly whole: Uint8Array | undefined
  private placeBlock = -1
  private placeIndex = 0
  private placeAt = 0

  /** @param all the postings are going to be read from first to last */
  constructor(
    private readonly source: PostingSource,
    all: boolean,
  ) {
    this.blocks = Math.ceil(source.docs / BLOCK)
    this.lasts = new Uint32Array(this.blocks)
    this.ends = new Uint32Array(this.blocks)
    this.placeEnds = new Uint32Array(this.blocks)
    const places = source.bytes - source.blockBytes - source.skipBytes
    if (this.blocks === 1) {
      this.lasts[0] = 0xffffffff
      this.ends[0] = source.blockBytes
      this.placeEnds[0] = places
    } else if (this.blocks > 1) {
      const skips = new VarintReader(source.read(source.blockBytes, source.skipBytes))
      let last = -1
      let end = 0
      let placeEnd = 0
      for (let block = 0; block < this.blocks; block += 1) {
        this.lasts[block] = last += skips.next()
        this.ends[block] = end += skips.next()
        this.placeEnds[block] = placeEnd += skips.next()
      }
    }
    if (all || source.blockBytes <= SMALL) this.whole = source.read(0, source.blockBytes)
  }

  /** Loads a block into `ids`, masks and counts. */
  load(block: number): void {
    if (this.loaded === block) return
    this.loaded = block
    this.finger = 0
    const from = block === 0 ? 0 : this.ends[block - 1]!
    const bytes = this.whole ?? this.source.read(from, this.ends[block]! - from)
    let at = this.whole ? from : 0
    let last = block === 0 ? -1 : this.lasts[block - 1]!
    const size = block === this.blocks - 1 ? this.source.docs - block * BLOCK : BLOCK
    const { ids } = this
    for (let i = 0; i < size; i += 1) {
      let byte = bytes[at]!
      at += 1
      let gap = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at]!
        at += 1
        gap |= (byte & 127) << shift
      }
      last += gap + 1
      ids[i] = last
    }
    this.bytes = bytes
    this.size = size
    this.masksAt = at
    this.countsAt = at + size
  }

  /** The first block from `block` on that may hold a document; `blocks` when none does. */
  seek(doc: number, block: number): number {
    const { lasts, blocks } = this
    if (block >= blocks || lasts[block]! >= doc) return block
    let step = 1
    let low = block
    while (low + step < blocks && lasts[low + step]! < doc) {
      low += step
      step *= 2
    }
    let high = Math.min(low + step, blocks)
    while (low + 1 < high) {
      const middle = (low + high) >>> 1
      if (lasts[middle]! < doc) low = middle
      else high = middle
    }
    return high
  }

  /** Position of a document in its block, which is then loaded; -1 when the term does not stand in it. */
  find(doc: number): number {
    const block = this.seek(doc, this.loaded >= 0 && (this.ids[0] ?? 0) <= doc ? this.loaded : 0)
    if (block >= this.blocks) return -1
    this.load(block)
    const { ids, size } = this
    // Documents are mostly asked for in order: the next one stands a few steps behind the last.
    let low = this.finger < size && ids[this.finger]! <= doc ? this.finger : 0
    let high = Math.min(size, low + NEAR)
    if (high < size && ids[high]! < doc) high = size
    while (low < high) {
      const middle = (low + high) >>> 1
      if (ids[middle]! < doc) low = middle + 1
      else high = middle
    }
    this.finger = low
    return low < size && ids[low] === doc ? low : -1
  }

  mask(i: number): number {
    return this.bytes[this.masksAt + i]!
  }

  count(i: number): number {
    return this.bytes[this.countsAt + i]!
  }

  /** Encoded places of a posting of the loaded block, valid until the next call. */
  places(i: number): Uint8Array {
    const from = this.placesFrom(i)
    return this.placeBytes.subarray(from, this.placesTo)
  }

  /** Where the encoded places of a posting of the loaded block begin in `placeBytes`; they end at `placesTo`. */
  placesFrom(i: number): number {
    const block = this.loaded
    if (this.placeBlock !== block) {
      const from = block === 0 ? 0 : this.placeEnds[block - 1]!
      const { source } = this
      this.placeBytes = source.read(
        source.blockBytes + source.skipBytes + from,
        this.placeEnds[block]! - from,
      )
      this.placeBlock = block
      this.placeIndex = 0
      this.placeAt = 0
    }
    if (i < this.placeIndex) {
      this.placeIndex = 0
      this.placeAt = 0
    }
    const { placeBytes } = this
    let { placeAt: at, placeIndex: index } = this
    for (; ; index += 1) {
      const begin = at
      let byte = placeBytes[at++]!
      let length = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = placeBytes[at++]!
        length |= (byte & 127) << shift
      }
      if (index === i) {
        this.placeAt = begin
        this.placeIndex = i
        this.placesTo = at + length
        return at
      }
      at += length
    }
  }
}

const NOTHING = new Uint8Array(0)
