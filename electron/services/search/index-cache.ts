import { createHash } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { ANALYZER_VERSION } from '../../../shared/text/analyzer'
import { readBytesIfThere, removeIfThere, writeWhole } from '../local-files'
import { DocTable, type StoredDoc } from './doc-table'
import type { IndexParts } from './lunr-index'
import { TermTable } from './term-table'
import { Vocabulary } from './vocabulary'

/** Shape of the file; another one is not read. */
const FORMAT = 1
const NAME = 'search-index.gz'
const SHA_LENGTH = 64

interface Head {
  format: number
  analyzer: number
  lexicon: number
  seq: number
  docs: number
}

/**
 * The stored index of one archive, a file in this computer's cache folder: first line the SHA-256 of the rest, then a
 * head, the terms, the written words, and per document its head, its texts and its packed postings (base64), a line
 * each, all gzipped. lunr's own objects are made from the postings at opening: that is quicker than reading its JSON.
 */
export class IndexCache {
  private readonly file: string

  /** @param lexicon number of roots the analysis had: with another one every key may differ. */
  constructor(
    folder: string,
    private readonly lexicon: number,
  ) {
    this.file = path.join(folder, NAME)
  }

  /** What was stored; undefined when there is nothing, or it is damaged, or made by another analysis. */
  async load(): Promise<IndexParts | undefined> {
    const bytes = await quietly(readBytesIfThere(this.file))
    if (!bytes) return undefined
    const text = await promisify(gunzip)(bytes).then(
      (plain) => plain,
      () => undefined,
    )
    if (!text) return undefined
    const body = text.subarray(SHA_LENGTH + 1)
    if (text.subarray(0, SHA_LENGTH).toString('latin1') !== sha256(body)) return undefined
    const lines = linesOf(body)
    const head = JSON.parse(next(lines)) as Head
    if (head.format !== FORMAT || head.analyzer !== ANALYZER_VERSION || head.lexicon !== this.lexicon)
      return undefined
    return readParts(lines, head)
  }

  /**
   * Stores an index as it is at the call; false when the disk did not take it (the next opening then builds it again).
   */
  async save(parts: IndexParts): Promise<boolean> {
    const body = Buffer.concat(writeParts(parts, this.lexicon))
    const bytes = await promisify(gzip)(Buffer.concat([Buffer.from(`${sha256(body)}\n`), body]), { level: 1 })
    return (await quietly(writeWhole(this.file, bytes)))?.ok === true
  }

  /** Removes what was stored. */
  async clear(): Promise<void> {
    await quietly(removeIfThere(this.file))
  }
}

/** The index is derived data: where the disk refuses, it lives in memory and is built again next time. */
async function quietly<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (fault) {
    // Errors of the file system name the call that failed; anything else is a bug.
    if (fault instanceof Error && 'syscall' in fault) return undefined
    throw fault
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function* linesOf(bytes: Buffer): Generator<string> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(10, from)
    const to = end === -1 ? bytes.length : end
    yield bytes.toString('utf8', from, to)
    from = to + 1
  }
}

const next = (lines: Generator<string>): string => String(lines.next().value ?? '')

function writeParts({ terms, docs, words, seq }: IndexParts, lexicon: number): Uint8Array[] {
  const head: Head = { format: FORMAT, analyzer: ANALYZER_VERSION, lexicon, seq, docs: docs.size }
  const line = (value: unknown) => Buffer.from(`${JSON.stringify(value)}\n`)
  const parts: Uint8Array[] = [line(head), line(terms.terms()), line([...words.entries()])]
  for (const [, { doc, texts, postings }] of docs.entries()) {
    const packed = Buffer.from(postings.buffer, postings.byteOffset, postings.byteLength)
    parts.push(line(doc), texts, Buffer.from(`\n${packed.toString('base64')}\n`))
  }
  return parts
}

function readParts(lines: Generator<string>, head: Head): IndexParts {
  const terms = new TermTable()
  for (const term of JSON.parse(next(lines)) as string[]) terms.number(term)
  const words = new Vocabulary()
  for (const [folded, keys] of JSON.parse(next(lines)) as [string, string[]][]) words.add({ folded, keys })
  const docs = new DocTable()
  for (let i = 0; i < head.docs; i += 1) {
    const doc = JSON.parse(next(lines)) as StoredDoc['doc']
    const texts = Buffer.from(next(lines))
    const packed = Buffer.from(next(lines), 'base64')
    const postings = new Uint32Array(packed.length / Uint32Array.BYTES_PER_ELEMENT)
    new Uint8Array(postings.buffer).set(packed)
    terms.tally(postings, 1)
    docs.put(docs.reserve(), { doc, texts, postings })
  }
  return { terms, docs, words, seq: head.seq }
}
