import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** What one change did to one record. `null` = there was, or is, no file. */
export interface JournalOp {
  id: string
  op: 'save' | 'remove' | 'restore'
  before: string | null
  after: string | null
  /** Version of the record's shape in `record`. */
  version?: number
  /** The record as written, so that a replacement cut short can be finished. */
  record?: unknown
}

/** One commit: all its operations or none. */
export interface JournalEntry {
  seq: number
  /** Tells apart two histories that reached the same number (an archive copied to two machines). */
  tid: string
  at: string
  by: string
  window?: string
  /** `seen`: found on the disk, written by somebody else. */
  kind: 'commit' | 'seen'
  ops: JournalOp[]
}

/** A remark about earlier entries: up to `seq` all are in the files; `void`: entry `of` did not take place. */
export interface JournalMark {
  seq: number
  mark: 'applied' | 'closed' | 'void'
  of?: number
}

export type JournalLine = JournalEntry | JournalMark

/** Records above this many characters are compressed: a long meeting is saved twice a second while it is typed. */
const plainLimit = 1_500

/** The line's bytes, with its end. `"seq"` comes first, so that readers can skip lines without parsing them. */
export function encodeLine(line: JournalLine): Buffer {
  if (!('ops' in line)) return Buffer.from(`${JSON.stringify(line)}\n`)
  const { seq, ops, ...rest } = line
  const packed = ops.map(({ record, ...op }) => {
    if (record === undefined) return op
    const text = JSON.stringify(record)
    if (text.length <= plainLimit) return { ...op, record }
    return { ...op, z: deflateRawSync(text, { level: 3 }).toString('base64') }
  })
  return Buffer.from(`${JSON.stringify({ seq, ...rest, ops: packed })}\n`)
}

/** Number at the head of a line, or undefined when the line is not one of ours. */
export function seqOfLine(line: string): number | undefined {
  const match = /^\{"seq":(\d+),/.exec(line)
  return match ? Number(match[1]) : undefined
}

/** A line back as an object; undefined when it is torn or not ours (a torn line was never acknowledged). */
export function decodeLine(line: string): JournalLine | undefined {
  if (seqOfLine(line) === undefined) return undefined
  try {
    const parsed = JSON.parse(line) as JournalMark | (JournalEntry & { ops: (JournalOp & { z?: string })[] })
    if (!('ops' in parsed)) return parsed.mark ? parsed : undefined
    for (const op of parsed.ops) {
      if (op.z === undefined) continue
      op.record = JSON.parse(inflateRawSync(Buffer.from(op.z, 'base64')).toString('utf8'))
      delete op.z
    }
    return parsed
  } catch {
    return undefined
  }
}

export function isEntry(line: JournalLine): line is JournalEntry {
  return 'ops' in line
}
