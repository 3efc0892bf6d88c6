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

/** An operation on its way into the journal: the record as JSON text, which was made for its hash anyway. */
export type NewOp = Omit<JournalOp, 'record'> & { json?: string }

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
export type NewEntry = Omit<JournalEntry, 'seq' | 'tid' | 'ops'> & { ops: readonly NewOp[] }

/** Records above this many characters are compressed: a long meeting is saved twice a second while it is typed. */
const plainLimit = 16_000

function opText({ json, ...op }: NewOp): string {
  const text = JSON.stringify(op)
  if (json === undefined) return text
  const payload =
    json.length <= plainLimit
      ? `"record":${json}`
      : `"z":"${deflateRawSync(json, { level: 3 }).toString('base64')}"`
  return `${text.slice(0, -1)},${payload}}`
}

/** A remark's bytes, with the end of the line. */
export function encodeMark(mark: JournalMark): Buffer {
  return Buffer.from(`${JSON.stringify(mark)}\n`)
}

/** An entry's bytes, with the end of the line. `"seq"` comes first, so that readers can skip lines without parsing them. */
export function encodeEntry({ seq, tid, ops, ...rest }: NewEntry & { seq: number; tid: string }): Buffer {
  const head = JSON.stringify({ seq, tid, ...rest })
  return Buffer.from(`${head.slice(0, -1)},"ops":[${ops.map(opText).join()}]}\n`)
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
