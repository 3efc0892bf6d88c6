import { ByteWriter, NumberList } from './bytes'
import { PagedWriter } from './paged-file'
import {
  BLOCK,
  byteSections,
  columns,
  INDEX_FORMAT,
  tables,
  type ByteSection,
  type ColumnName,
  type SegmentFooter,
  type TableName,
} from './segment-format'

/** What a segment's columns hold of a document. */
export interface DocRow {
  type: number
  kind: string
  status: string
  date: number
  body: string
  agencies: readonly string[]
  length: number
  idHash: number
  ownerHash: number
}

/** One name of a table, as a number. */
class NameTable {
  readonly names: string[] = ['']
  private readonly numbers = new Map<string, number>([['', 0]])

  number(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    this.numbers.set(name, this.names.length)
    this.names.push(name)
    return this.names.length - 1
  }
}

type Lists = Record<Exclude<ColumnName, 'idHashes' | 'ownerHashes' | 'byId' | 'byOwner'>, NumberList>

/**
 * Writes a segment: first documents in order, then the vocabulary, then terms in order of their bytes, each with
 * its postings in order of documents. Bytes come out of `taken` as they are ready, so that a large segment never stands in
 * memory as a whole.
 */
export class SegmentWriter {
  private chunks: Uint8Array[] = []
  private readonly pages = new PagedWriter((bytes) => this.chunks.push(bytes))
  private readonly lists = Object.fromEntries(
    Object.keys(columns).map((name) => [name, new NumberList()]),
  ) as unknown as Lists
  private readonly names = Object.fromEntries(tables.map((name) => [name, new NameTable()])) as Record<
    TableName,
    NameTable
  >
  private readonly places: Partial<SegmentFooter['places']> = {}
  private readonly idHashes: number[] = []
  private readonly ownerHashes: number[] = []
  private readonly ids = new ByteWriter()
  private readonly termBytes = new ByteWriter()
  private readonly wordBytes = new ByteWriter()
  private totalLength = 0
  private postingsFrom = -1
  // The block under way.
  private readonly blockDocs: number[] = []
  private readonly blockMasks: number[] = []
  private readonly blockCounts: number[] = []
  private readonly blocks = new ByteWriter()
  private readonly skips = new ByteWriter()
  private readonly positions = new ByteWriter()
  private lastDoc = -1
  private blockNumber = 0
  private docsOfTerm = 0
  private blockFrom = 0
  private positionsFrom = 0

  constructor(private readonly analyzer: string) {}

  get docs(): number {
    return this.lists.types.length
  }

  addDoc(row: DocRow, id: Uint8Array, stored: Uint8Array): void {
    const { lists, names } = this
    lists.types.push(row.type)
    lists.kinds.push(Math.min(names.kinds.number(row.kind), 255))
    lists.statuses.push(Math.min(names.statuses.number(row.status), 255))
    lists.dates.push(row.date)
    lists.bodies.push(names.bodies.number(row.body))
    lists.agencyOffsets.push(lists.agencies.length)
    for (const agency of row.agencies) lists.agencies.push(names.agencies.number(agency))
    lists.lengths.push(row.length)
    this.totalLength += row.length
    lists.idOffsets.push(this.ids.length)
    this.ids.raw(id)
    lists.storedOffsets.push(this.pages.length)
    this.pages.append(stored)
    this.idHashes.push(row.idHash)
    this.ownerHashes.push(row.ownerHash)
  }

  /** @param key number of the term the word belongs to */
  addWord(entry: Uint8Array, docs: number, key: number): void {
    this.lists.wordOffsets.push(this.wordBytes.length)
    this.wordBytes.raw(entry)
    this.lists.wordDocs.push(docs)
    this.lists.wordKeys.push(key)
  }

  /** One document of the term under way. @param places its positions, as `encodePositions` writes them */
  addPosting(doc: number, mask: number, count: number, places: Uint8Array): void {
    this.blockDocs.push(doc)
    this.blockMasks.push(mask)
    this.blockCounts.push(count)
    this.positions.varint(places.length)
    this.positions.raw(places)
    this.docsOfTerm += 1
    if (this.blockDocs.length === BLOCK) this.endBlock()
  }

  /** Ends the term under way. @param forms its written forms by number of the vocabulary, as positions speak of them */
  endTerm(term: Uint8Array, forms: readonly number[]): void {
    if (this.blockDocs.length > 0) this.endBlock()
    const { lists, pages } = this
    if (this.postingsFrom < 0) this.beginPostings()
    lists.termOffsets.push(this.termBytes.length)
    this.termBytes.raw(term)
    lists.termDocs.push(this.docsOfTerm)
    lists.termStarts.push(pages.length - this.postingsFrom)
    lists.termBlocks.push(this.blocks.length)
    // A single block needs no places.
    const skips = this.blockNumber > 1 ? this.skips.view() : new Uint8Array(0)
    lists.termSkips.push(skips.length)
    lists.formOffsets.push(lists.forms.length)
    for (const form of forms) lists.forms.push(form)
    pages.append(this.blocks.view())
    pages.append(skips)
    pages.append(this.positions.view())
    for (const part of [this.blocks, this.skips, this.positions]) part.clear()
    this.lastDoc = -1
    this.blockNumber = 0
    this.docsOfTerm = 0
    this.blockFrom = 0
    this.positionsFrom = 0
  }

  /** Everything that is left: columns, dictionary, footer. */
  finish(): void {
    const { lists, pages } = this
    if (this.postingsFrom < 0) this.beginPostings()
    this.places.postings = [this.postingsFrom, pages.length - this.postingsFrom]
    lists.termStarts.push(pages.length - this.postingsFrom)
    lists.termOffsets.push(this.termBytes.length)
    lists.formOffsets.push(lists.forms.length)
    lists.wordOffsets.push(this.wordBytes.length)
    lists.agencyOffsets.push(lists.agencies.length)
    lists.idOffsets.push(this.ids.length)
    this.section('termBytes', this.termBytes.view())
    this.section('wordBytes', this.wordBytes.view())
    this.section('ids', this.ids.view())
    for (const [name, list] of Object.entries(lists) as [ColumnName, NumberList][]) {
      if (columns[name] === 4 && list.length > 0) this.section(name, bytesOf(list.view()))
      else if (columns[name] === 1) this.section(name, Uint8Array.from(list.view()))
    }
    for (const [name, order, hashes] of [
      ['idHashes', 'byId', this.idHashes],
      ['ownerHashes', 'byOwner', this.ownerHashes],
    ] as const) {
      this.section(name, bytesOf(Float64Array.from(hashes)))
      const docs = Uint32Array.from(hashes.keys()).sort((a, b) => hashes[a]! - hashes[b]! || a - b)
      this.section(order, bytesOf(docs))
    }
    for (const name of [...Object.keys(columns), ...byteSections] as (ColumnName | ByteSection)[])
      this.places[name] ??= [0, 0]
    const footer: SegmentFooter = {
      format: INDEX_FORMAT,
      analyzer: this.analyzer,
      docs: this.docs,
      terms: lists.termDocs.length,
      words: lists.wordDocs.length,
      totalLength: this.totalLength,
      places: this.places as SegmentFooter['places'],
      tables: {
        kinds: this.names.kinds.names,
        statuses: this.names.statuses.names,
        bodies: this.names.bodies.names,
        agencies: this.names.agencies.names,
      },
    }
    pages.finish(footer)
  }

  /** Bytes that are ready and have not been taken. */
  taken(): Uint8Array[] {
    const ready = this.chunks
    this.chunks = []
    return ready
  }

  private beginPostings(): void {
    this.lists.storedOffsets.push(this.pages.length)
    this.places.stored = [0, this.pages.length]
    this.pages.align()
    this.postingsFrom = this.pages.length
  }

  private section(name: ColumnName | ByteSection, bytes: Uint8Array): void {
    this.pages.align()
    this.places[name] = [this.pages.length, bytes.length]
    this.pages.append(bytes)
  }

  private endBlock(): void {
    const { blocks, blockDocs, skips } = this
    const before = this.lastDoc
    for (const doc of blockDocs) {
      blocks.varint(doc - this.lastDoc - 1)
      this.lastDoc = doc
    }
    for (const mask of this.blockMasks) blocks.byte(mask)
    for (const count of this.blockCounts) blocks.byte(count)
    skips.varint(this.lastDoc - before)
    skips.varint(blocks.length - this.blockFrom)
    skips.varint(this.positions.length - this.positionsFrom)
    this.blockFrom = blocks.length
    this.positionsFrom = this.positions.length
    this.blockNumber += 1
    blockDocs.length = 0
    this.blockMasks.length = 0
    this.blockCounts.length = 0
  }
}

const bytesOf = (numbers: Uint32Array | Float64Array) =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
