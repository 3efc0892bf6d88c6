import { gunzipSync, gzipSync } from 'node:zlib'
import type { VersionReason } from '../../../../shared/contract/history-contract'
import { definitionOf, type AnyRecord } from '../../../../shared/records/registry'
import { deepFreeze, hashOf, upcast } from '../envelope'
import { typeOf } from '../record-content'

/** What a history says of one version, besides the record itself. */
export interface VersionHead {
  id: string
  /** Hash of the record as it was written then: names the version. */
  hash: string
  /** Version of the record's shape. */
  version: number
  why: VersionReason
  /** When it was put into the history; `savedAt` and `savedBy` are the record's own stamps. */
  notedAt: string
  savedAt: string
  savedBy: string
  /** Computer that wrote it; unknown for versions older than their history. */
  machine?: string
  revision: number
}

/** One piece of a history file: where it lies, and what its head says. */
export interface Piece {
  head: VersionHead
  bytes: Uint8Array
}

export interface ReadHistory {
  pieces: Piece[]
  /** Stretches that are no piece: torn by a power cut, or damaged. */
  damaged: Uint8Array[]
  /** The last of them when the file ends with it: most likely a version whose writing was cut off. */
  torn?: Uint8Array
}

/** gzip head with one extra field: `Tt`, four bytes, the length of the whole piece. Any gunzip skips it. */
const headLength = 20
const mark = Buffer.from([0x1f, 0x8b, 0x08, 0x04])
const extra = Buffer.from([0x08, 0x00, 0x54, 0x74, 0x04, 0x00])
const recordKey = ',"record":'

/**
 * A version as a piece: one gzip member (RFC 1952) that holds one line of JSON. It carries its own length and checksum, so
 * that pieces behind and before a damaged one stay readable, and the whole file opens with any `gunzip`.
 */
export function encodePiece(head: VersionHead, record: unknown): Uint8Array {
  const line = `${JSON.stringify(head).slice(0, -1)}${recordKey}${JSON.stringify(record)}}\n`
  const packed = gzipSync(line, { level: 6 })
  const length = Buffer.alloc(4)
  length.writeUInt32LE(packed.length + extra.length + 4)
  return Buffer.concat([mark, packed.subarray(4, 10), extra, length, packed.subarray(10)])
}

function lineOf(piece: Uint8Array): string | undefined {
  try {
    return gunzipSync(piece).toString('utf8')
  } catch {
    return undefined
  }
}

function headOf(line: string): VersionHead | undefined {
  const end = line.indexOf(recordKey)
  if (end < 0) return undefined
  try {
    return JSON.parse(`${line.slice(0, end)}}`) as VersionHead
  } catch {
    return undefined
  }
}

/** The next place that looks like the head of a piece, from `from` on; the file's end when there is none. */
function nextHead(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(mark, from); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    if (bytes.subarray(at + 10, at + 16).equals(extra)) return at
  }
  return bytes.length
}

/** Cuts a history file into its pieces; what is torn or damaged is left out and told. */
export function readPieces(file: Uint8Array): ReadHistory {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const pieces: Piece[] = []
  const damaged: Uint8Array[] = []
  let at = 0
  while (at < bytes.length) {
    const start = nextHead(bytes, at)
    if (start > at) damaged.push(bytes.subarray(at, start))
    if (start + headLength > bytes.length) {
      if (start < bytes.length) damaged.push(bytes.subarray(start))
      break
    }
    const length = bytes.readUInt32LE(start + 16)
    const whole = bytes.subarray(start, start + length)
    const line = length > headLength && whole.length === length ? lineOf(whole) : undefined
    const head = line === undefined ? undefined : headOf(line)
    if (head) {
      pieces.push({ head, bytes: whole })
      at = start + length
    } else {
      // The length itself may be what is damaged: the next head is looked for, not trusted to be there.
      at = nextHead(bytes, start + 1)
      damaged.push(bytes.subarray(start, at))
    }
  }
  const last = damaged.at(-1)
  const ends = last && last.byteOffset + last.byteLength === bytes.byteOffset + bytes.byteLength
  return ends ? { pieces, damaged, torn: last } : { pieces, damaged }
}

/** What a piece's record has become in today's shape, or why it cannot be shown. */
export type OpenedPiece = { state: 'ok'; record: AnyRecord } | { state: 'too-new' | 'damaged' }

/** Opens a piece: checked against its hash, upcast to today's shape, frozen. */
export function openPiece({ head, bytes }: Piece): OpenedPiece {
  const line = lineOf(bytes)
  if (line === undefined) return { state: 'damaged' }
  const { record } = JSON.parse(line) as { record: Record<string, unknown> }
  if (hashOf(record) !== head.hash || record['id'] !== head.id) return { state: 'damaged' }
  const definition = definitionOf(typeOf(head.id))
  if (head.version > definition.version) return { state: 'too-new' }
  const parsed = definition.schema.safeParse(upcast(definition, head.version, record))
  return parsed.success ? { state: 'ok', record: deepFreeze(parsed.data) as AnyRecord } : { state: 'damaged' }
}
