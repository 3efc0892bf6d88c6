import { dirname } from 'node:path'
import { isMissing, type ArchiveFiles } from './archive-files'
import { DurableAdapter } from './durable-adapter'
import { decodeLine, seqOfLine, type JournalLine } from './journal-lines'

const segmentPattern = /^changes-(\d{12})\.jsonl$/

/** File name of the segment that begins with this number. */
export const segmentName = (seq: number) => `changes-${String(seq).padStart(12, '0')}.jsonl`

/** First numbers of the segments in a journal's folder, ascending; none when there is no folder. Errors: `DiskError`. */
export async function segmentsIn(files: ArchiveFiles, folder: string): Promise<number[]> {
  const names = await files.readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const numbers = names.flatMap(({ name }) => Number(segmentPattern.exec(name)?.[1] ?? NaN))
  return numbers.filter((number) => !Number.isNaN(number)).sort((a, b) => a - b)
}

/** A segment's bytes as text. */
export function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}

/** The lines of a segment that can be read, above a number. */
export function linesOf(text: string, above = -1): JournalLine[] {
  return text.split('\n').flatMap((line) => {
    const seq = seqOfLine(line)
    return seq === undefined || seq <= above ? [] : (decodeLine(line) ?? [])
  })
}

const textAsItIs = { parse: asText, stringify: (text: string) => Buffer.from(text) }

/** Puts a segment's text in its file's place, durable. Errors: `DiskError`. */
export async function replaceSegment(files: ArchiveFiles, path: string, text: string): Promise<void> {
  await new DurableAdapter<string>(files, path, textAsItIs).write(text)
}

/** Makes a journal's folder, but not the archive around it. Errors: `DiskError`. */
export async function ensureJournalFolder(files: ArchiveFiles, folder: string): Promise<void> {
  try {
    await files.stat(folder)
  } catch (error) {
    if (!isMissing(error)) throw error
    await files.mkdir(folder)
    await files.fsyncDir(dirname(folder))
  }
}
