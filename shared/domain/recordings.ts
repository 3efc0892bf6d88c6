import type { AttachmentRef } from '../records/define-record'
import type { Meeting, MeetingRecording } from '../records/meeting'
import type { AnyRecord } from '../records/registry'

/** A piece of sound lasts at most so long (ms): what a power cut takes is never more. */
export const pieceLongest = 5_000
/** Bytes of a piece at most. */
export const pieceLargest = 1024 * 1024
/** Extension of the files that pieces are. */
export const pieceExt = 'webm'
/** First bytes of every WebM file (EBML). */
const webmMagic = [0x1a, 0x45, 0xdf, 0xa3]

export type SoundPiece = MeetingRecording['pieces'][number]

/** Whether bytes begin as a WebM file does. */
export function beginsAsWebm(bytes: Uint8Array): boolean {
  return webmMagic.every((byte, index) => bytes[index] === byte)
}

/** Every file in `attachments/` that a record names: attached ones and pieces of sound. */
export function filesOf(record: AnyRecord): AttachmentRef[] {
  const attached = 'attachments' in record ? record.attachments : []
  const recordings = 'recordings' in record ? record.recordings : []
  return [...attached, ...recordings.flatMap(({ pieces }) => pieces.map(({ file }) => file))]
}

const keyOf = ({ from, file }: SoundPiece) => `${from} ${file.sha256}`

function mergePieces(
  base: readonly SoundPiece[],
  mine: readonly SoundPiece[],
  theirs: readonly SoundPiece[],
): SoundPiece[] {
  const keys = [mine, theirs].map((pieces) => new Set(pieces.map(keyOf)))
  const known = new Set(base.map(keyOf))
  const all = new Map([...mine, ...theirs].map((piece) => [keyOf(piece), piece]))
  const staying = [...all].filter(([key]) => !known.has(key) || keys.every((side) => side.has(key)))
  return staying.map(([, piece]) => piece).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/**
 * Joins recordings that two sides changed: pieces of both stay, what either has taken away goes. Never a collision, since a
 * piece is never changed. In: `base` undefined when it is not known where both began. Pure.
 */
export function mergeRecordings(
  base: readonly MeetingRecording[] | undefined,
  mine: readonly MeetingRecording[],
  theirs: readonly MeetingRecording[],
): MeetingRecording[] {
  const sides = [base ?? [], mine, theirs].map((list) => new Map(list.map((one) => [one.id, one])))
  const [before, ours, others] = sides as [(typeof sides)[0], (typeof sides)[0], (typeof sides)[0]]
  const merged: MeetingRecording[] = []
  for (const id of new Set([...others.keys(), ...ours.keys()])) {
    const one = others.get(id) ?? ours.get(id)
    if (!one) continue
    const pieces = mergePieces(
      before.get(id)?.pieces ?? [],
      ours.get(id)?.pieces ?? [],
      others.get(id)?.pieces ?? [],
    )
    const removed = before.has(id) && !(ours.has(id) && others.has(id))
    if (!removed || pieces.length > 0) merged.push({ ...one, pieces })
  }
  return merged.sort((a, b) => (a.consentAt < b.consentAt ? -1 : a.consentAt > b.consentAt ? 1 : 0))
}

/** The recordings with one more piece, or with a recording that has just begun. Pure. */
export function withPiece(
  recordings: readonly MeetingRecording[],
  { id, consentAt }: Pick<MeetingRecording, 'id' | 'consentAt'>,
  piece?: SoundPiece,
): MeetingRecording[] {
  const more = piece ? [piece] : []
  if (!recordings.some((one) => one.id === id)) return [...recordings, { id, consentAt, pieces: more }]
  return recordings.map((one) => (one.id === id ? { ...one, pieces: [...one.pieces, ...more] } : one))
}

/** The moment (ms since 1970) a piece begins. */
export const beginOfPiece = ({ from }: SoundPiece) => Date.parse(from)
const endOf = (piece: SoundPiece) => beginOfPiece(piece) + piece.ms

/** How long a recording lasts (ms), from its first moment to its last. */
export function lengthOf({ pieces }: Pick<MeetingRecording, 'pieces'>): number {
  const [first, last] = [pieces[0], pieces.at(-1)]
  return first && last ? endOf(last) - beginOfPiece(first) : 0
}

/** Listening begins so long (ms) before the moment of a block: one writes down what has been said. */
export const leadTime = 10_000

/** A place in a recording: a piece, and how far into it (ms). */
export interface SoundSpot {
  recordingId: MeetingRecording['id']
  piece: number
  offset: number
}

/** The place of a moment within one recording; before its beginning that is the beginning, behind its end there is none. */
export function spotIn(recording: MeetingRecording, moment: number): SoundSpot | undefined {
  // Pieces overlap by a blink: the later one goes on longer.
  const piece = recording.pieces.findLastIndex((one) => beginOfPiece(one) <= moment)
  const at = recording.pieces[Math.max(0, piece)]
  if (!at) return undefined
  const offset = Math.max(0, moment - beginOfPiece(at))
  if (offset < at.ms) return { recordingId: recording.id, piece: Math.max(0, piece), offset }
  const next = recording.pieces[piece + 1]
  return next ? { recordingId: recording.id, piece: piece + 1, offset: 0 } : undefined
}

/**
 * Where to listen to what was being said when a block was written: ten seconds earlier, within the recording that went on
 * then. In: the moment (UTC). Out: undefined when no recording covers it.
 */
export function spotOfMoment(recordings: readonly MeetingRecording[], moment: string): SoundSpot | undefined {
  const at = Date.parse(moment)
  const recording = recordings.findLast(({ pieces }) => {
    const [first, last] = [pieces[0], pieces.at(-1)]
    return first && last && beginOfPiece(first) <= at && at <= endOf(last)
  })
  return recording && spotIn(recording, at - leadTime)
}

/** When a block was written, or an agenda item begun (else its first block written); undefined when nobody knows. */
export function momentOfPart(agenda: Meeting['agenda'], id: string): string | undefined {
  for (const item of agenda) {
    if (item.id === id) return item.startedAt ?? item.blocks.find(({ writtenAt }) => writtenAt)?.writtenAt
    const block = item.blocks.find((one) => one.id === id)
    if (block) return block.writtenAt
  }
  return undefined
}
