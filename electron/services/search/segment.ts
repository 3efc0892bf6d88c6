import { inflateRawSync } from 'node:zlib'
import { compareBytes, utf8 } from './bytes'
import { idsOf, idTerm, type WordReader } from './doc-words'
import { IndexDamage, type PagedReader } from './paged-file'
import { Postings } from './postings'
import type { SearchDoc } from './search-port'
import {
  columns,
  hashOf,
  INDEX_FORMAT,
  type ByteSection,
  type ColumnName,
  type SegmentFooter,
} from './segment-format'

type Column<Width> = Width extends 1 ? Uint8Array : Width extends 4 ? Uint32Array : Float64Array
type Columns = { [Name in ColumnName]: Column<(typeof columns)[Name]> }

/** What died in a segment since it was written, as the list of segments keeps it. */
export interface Losses {
  docs: number[]
  length: number
  /** term or word number and how many documents it lost, in turn */
  terms: number[]
  words: number[]
}

const decoder = new TextDecoder()
/** Names of terms looked up lately: most queries ask for the same ones. */
const MOST_REMEMBERED = 20_000
/** Documents are heavier: some 10 KB each. */
const MOST_DOCS = 200

/**
 * An immutable part of the index, with the marks of documents that died since. Every read may throw `IndexDamage`
 * or an error of the file system.
 */
export class Segment {
  readonly footer: SegmentFooter
  readonly columns: Columns
  readonly docs: number
  readonly dead: Uint8Array
  deadDocs = 0
  deadLength = 0
  readonly deadTerms = new Map<number, number>()
  readonly deadWords = new Map<number, number>()
  private readonly names = new Map<number, string>()
  private readonly entries = new Map<number, string>()
  private readonly numbers = new Map<string, number>()
  private readonly docsRead = new Map<number, SearchDoc>()
  private readonly termBytes: Uint8Array
  private readonly wordBytes: Uint8Array

  /** @param name of its file; undefined as long as it is in memory only */
  constructor(
    private readonly file: PagedReader,
    public name: string | undefined,
    /** all its bytes, as long as it is in memory only */
    public memory?: Uint8Array,
  ) {
    const footer = file.footer as SegmentFooter
    if (footer.format !== INDEX_FORMAT) throw new IndexDamage('segment of another format')
    this.footer = footer
    this.docs = footer.docs
    this.dead = new Uint8Array(footer.docs)
    this.columns = Object.fromEntries(
      Object.entries(columns).map(([column, width]) => {
        const bytes = this.section(column as ColumnName)
        if (width === 1) return [column, bytes]
        const Row = width === 4 ? Uint32Array : Float64Array
        return [column, new Row(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length / width)]
      }),
    ) as unknown as Columns
    this.termBytes = this.section('termBytes')
    this.wordBytes = this.section('wordBytes')
  }

  get bytes(): number {
    return this.file.size
  }

  get living(): number {
    return this.docs - this.deadDocs
  }

  get livingLength(): number {
    return this.footer.totalLength - this.deadLength
  }

  get terms(): number {
    return this.footer.terms
  }

  get words(): number {
    return this.footer.words
  }

  termAt(term: number): Uint8Array {
    const { termOffsets } = this.columns
    return this.termBytes.subarray(termOffsets[term], termOffsets[term + 1])
  }

  termName(term: number): string {
    const known = this.names.get(term)
    if (known !== undefined) return known
    const name = decoder.decode(this.termAt(term))
    if (this.names.size >= MOST_REMEMBERED) this.names.clear()
    this.names.set(term, name)
    return name
  }

  wordAt(word: number): Uint8Array {
    const { wordOffsets } = this.columns
    return this.wordBytes.subarray(wordOffsets[word], wordOffsets[word + 1])
  }

  wordName(word: number): string {
    const known = this.entries.get(word)
    if (known !== undefined) return known
    const entry = decoder.decode(this.wordAt(word))
    if (this.entries.size >= MOST_REMEMBERED) this.entries.clear()
    this.entries.set(word, entry)
    return entry
  }

  /** Number of a term; -1 when no document holds it. */
  termNumber(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    const term = utf8(name)
    const at = lowerBound(this.terms, (i) => compareBytes(this.termAt(i), term))
    const number = at < this.terms && compareBytes(this.termAt(at), term) === 0 ? at : -1
    if (this.numbers.size >= MOST_REMEMBERED) this.numbers.clear()
    this.numbers.set(name, number)
    return number
  }

  /** The first entry of the vocabulary that is not before these bytes. */
  wordFrom(bytes: Uint8Array): number {
    return lowerBound(this.words, (i) => compareBytes(this.wordAt(i), bytes))
  }

  /** The first entry of the vocabulary behind all that begin with these bytes. */
  wordBehind(prefix: Uint8Array): number {
    return lowerBound(this.words, (i) => {
      const word = this.wordAt(i)
      return compareBytes(word.subarray(0, prefix.length), prefix) <= 0 ? -1 : 1
    })
  }

  /** Living documents that hold a term. */
  termDocs(term: number): number {
    // What was analysed otherwise may lose more than it had.
    return Math.max(0, this.columns.termDocs[term]! - (this.deadTerms.get(term) ?? 0))
  }

  /** Living documents that hold an entry of the vocabulary. */
  wordDocs(word: number): number {
    return Math.max(0, this.columns.wordDocs[word]! - (this.deadWords.get(word) ?? 0))
  }

  postings(term: number, all: boolean): Postings {
    const { termStarts, termBlocks, termSkips, termDocs } = this.columns
    const from = this.footer.places.postings[0] + termStarts[term]!
    return new Postings(
      {
        docs: termDocs[term]!,
        blockBytes: termBlocks[term]!,
        skipBytes: termSkips[term]!,
        bytes: termStarts[term + 1]! - termStarts[term]!,
        read: (offset, length) => this.file.read(from + offset, length),
      },
      all,
    )
  }

  /** Written forms of a term, as numbers of the vocabulary. */
  formsOf(term: number): Uint32Array {
    const { forms, formOffsets } = this.columns
    return forms.subarray(formOffsets[term], formOffsets[term + 1])
  }

  idOf(doc: number): string {
    return decoder.decode(this.idBytes(doc))
  }

  idBytes(doc: number): Uint8Array {
    const { idOffsets } = this.columns
    const [from = 0, to = 0] = idOffsets.subarray(doc, doc + 2)
    return this.file.read(this.footer.places.ids[0] + from, to - from)
  }

  /** A document as it was put in. While one types, the same ones are asked for again and again. */
  stored(doc: number): SearchDoc {
    const known = this.docsRead.get(doc)
    if (known) return known
    const read = JSON.parse(decoder.decode(inflateRawSync(this.storedBytes(doc)))) as SearchDoc
    if (this.docsRead.size >= MOST_DOCS) this.docsRead.clear()
    this.docsRead.set(doc, read)
    return read
  }

  storedBytes(doc: number): Uint8Array {
    const { storedOffsets } = this.columns
    const from = storedOffsets[doc]!
    return this.file.read(from, storedOffsets[doc + 1]! - from)
  }

  /** Living documents with this id, and those the record of this id owns. */
  docsOf(id: string): number[] {
    const hash = hashOf(id)
    const { byId, byOwner, idHashes, ownerHashes } = this.columns
    const found = new Set<number>()
    for (const [order, hashes] of [
      [byId, idHashes],
      [byOwner, ownerHashes],
    ] as const) {
      let at = lowerBound(order.length, (i) => hashes[order[i]!]! - hash)
      for (; at < order.length && hashes[order[at]!] === hash; at += 1)
        if (this.dead[order[at]!] === 0) found.add(order[at]!)
    }
    return [...found]
  }

  /** Numbers of the terms and words a document holds: what it takes with it when it dies. */
  contentOf(doc: number, reader: WordReader): { terms: Set<number>; words: Set<number> } {
    const keys = new Set<string>()
    const entries = new Set<string>()
    const stored = this.stored(doc)
    reader.read(stored, {
      word: (_field, _position, tokenKeys, entry) => {
        for (const key of tokenKeys) keys.add(key)
        entries.add(entry)
      },
      part: (entry) => entries.add(entry),
    })
    for (const id of idsOf(stored).keys()) keys.add(idTerm(id))
    const words = [...entries].map((entry) => {
      const bytes = utf8(entry)
      const at = this.wordFrom(bytes)
      return at < this.words && compareBytes(this.wordAt(at), bytes) === 0 ? at : -1
    })
    const known = (numbers: number[]) => new Set(numbers.filter((number) => number >= 0))
    return { terms: known([...keys].map((key) => this.termNumber(key))), words: known(words) }
  }

  /** Marks a document as dead; its words no longer count. */
  kill(doc: number, { terms, words }: { terms: Iterable<number>; words: Iterable<number> }): void {
    if (this.dead[doc] === 1) return
    this.dead[doc] = 1
    this.deadDocs += 1
    this.deadLength += this.columns.lengths[doc]!
    for (const term of terms) this.deadTerms.set(term, (this.deadTerms.get(term) ?? 0) + 1)
    for (const word of words) this.deadWords.set(word, (this.deadWords.get(word) ?? 0) + 1)
  }

  losses(): Losses {
    const docs: number[] = []
    for (let doc = 0; doc < this.docs; doc += 1) if (this.dead[doc] === 1) docs.push(doc)
    return {
      docs,
      length: this.deadLength,
      terms: [...this.deadTerms].flat(),
      words: [...this.deadWords].flat(),
    }
  }

  /** Takes over what had died when the list of segments was written. */
  restore({ docs, length, terms, words }: Losses): void {
    for (const doc of docs) this.dead[doc] = 1
    this.deadDocs = docs.length
    this.deadLength = length
    for (let i = 0; i < terms.length; i += 2) this.deadTerms.set(terms[i]!, terms[i + 1]!)
    for (let i = 0; i < words.length; i += 2) this.deadWords.set(words[i]!, words[i + 1]!)
  }

  close(): void {
    this.file.close()
  }

  private section(name: ColumnName | ByteSection): Uint8Array {
    const place = this.footer.places[name]
    return this.file.read(place[0], place[1])
  }
}

/** The first of `count` items for which `compare` gives no negative number; the items are in order. */
function lowerBound(count: number, compare: (i: number) => number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(middle) < 0) low = middle + 1
    else high = middle
  }
  return low
}
