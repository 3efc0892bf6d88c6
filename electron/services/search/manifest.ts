import { VarintReader, ByteWriter } from './bytes'
import { sha256, type IndexFiles } from './index-files'
import type { Losses } from './segment'
import { INDEX_FORMAT } from './segment-format'

const NAME = 'index.json'

/** Which segments make up the index, and what died in them. */
export interface Manifest {
  /** journal number reached; 0 = of use only until a new index is built */
  seq: number
  analyzer: string
  segments: { name: string; losses: Losses }[]
}

const packed = (numbers: readonly number[]): string => {
  const bytes = new ByteWriter()
  for (const number of numbers) bytes.varint(number)
  return Buffer.from(bytes.view()).toString('base64')
}
const unpacked = (text: string): number[] => {
  const reader = new VarintReader(Buffer.from(text, 'base64'))
  const numbers: number[] = []
  while (!reader.done) numbers.push(reader.next())
  return numbers
}

interface Written {
  format: number
  seq: number
  analyzer: string
  segments: { name: string; docs: string; length: number; terms: string; words: string }[]
}

/** Reads the list of segments; undefined when there is none, or it is damaged or of another format. */
export async function readManifest(files: IndexFiles): Promise<Manifest | undefined> {
  const bytes = await files.load(NAME)
  if (!bytes) return undefined
  const [sum = '', ...rest] = Buffer.from(bytes).toString('utf8').split('\n')
  const body = rest.join('\n')
  if (sha256(Buffer.from(body)) !== sum) return undefined
  const { format, seq, analyzer, segments } = JSON.parse(body) as Written
  if (format !== INDEX_FORMAT) return undefined
  return {
    seq,
    analyzer,
    segments: segments.map(({ name, docs, length, terms, words }) => ({
      name,
      losses: { docs: unpacked(docs), length, terms: unpacked(terms), words: unpacked(words) },
    })),
  }
}

/** Puts a new list in place of the old one. */
export async function writeManifest(files: IndexFiles, { seq, analyzer, segments }: Manifest): Promise<void> {
  const written: Written = {
    format: INDEX_FORMAT,
    seq,
    analyzer,
    segments: segments.map(({ name, losses: { docs, length, terms, words } }) => ({
      name,
      docs: packed(docs),
      length,
      terms: packed(terms),
      words: packed(words),
    })),
  }
  const body = JSON.stringify(written)
  await files.replace(NAME, Buffer.from(`${sha256(Buffer.from(body))}\n${body}`))
}

/** Removes the list: what is left of the index then counts for nothing. */
export const removeManifest = (files: IndexFiles): Promise<void> => files.remove(NAME)
