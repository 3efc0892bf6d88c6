import { z } from 'zod'
import { beginsAsWebm, pieceExt, withPiece, type SoundPiece } from '../../shared/domain/recordings'
import { idOf } from '../../shared/ids'
import type { AttachmentRef } from '../../shared/records/define-record'
import { MeetingRecording, type Meeting } from '../../shared/records/meeting'
import { fail, ok, type Result } from '../../shared/result'
import { readTextIfThere, writeWhole } from './local-files'
import type { ArchiveStore } from './store/store-types'

/** A piece that is on the disk, while its meeting does not name it yet. */
const Waiting = z.object({
  meetingId: idOf('meeting'),
  recordingId: idOf('recording'),
  consentAt: z.string(),
  piece: MeetingRecording.shape.pieces.element,
})
type Waiting = z.infer<typeof Waiting>

const names = (meeting: Meeting, sha256: string) =>
  meeting.recordings.some(({ pieces }) => pieces.some(({ file }) => file.sha256 === sha256))

function readWaiting(text: string): Waiting[] {
  try {
    return z.array(Waiting).parse(JSON.parse(text))
  } catch {
    return []
  }
}

function withWaiting(meeting: Meeting, waiting: readonly Waiting[]): Meeting {
  const left = waiting.filter(({ piece }) => !names(meeting, piece.file.sha256))
  const recordings = left.reduce(
    (now, { recordingId, consentAt, piece }) => withPiece(now, { id: recordingId, consentAt }, piece),
    meeting.recordings,
  )
  const inOrder = (pieces: readonly SoundPiece[]) => pieces.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return { ...meeting, recordings: recordings.map((one) => ({ ...one, pieces: inOrder(one.pieces) })) }
}

/**
 * Pieces of sound of the open archive. Their bytes come before the record that names them: what is between the two stands
 * in a file of this computer, so that a program that ends just then loses no piece.
 */
export class SoundPieces {
  private waiting: Waiting[] = []

  /** In: the archive, and the file of this computer. */
  constructor(
    private readonly store: ArchiveStore,
    private readonly file: string,
  ) {}

  /**
   * Keeps one piece of sound among the attachments; answers after the bytes are on the disk.
   * In: the meeting, the recording, the bytes, when the piece begins and how long it is. Errors: `not-found` (no such
   * meeting), those of writing.
   */
  async add({
    bytes,
    from,
    ms,
    ...where
  }: Omit<Waiting, 'piece'> & Omit<SoundPiece, 'file'> & { bytes: Uint8Array }): Promise<
    Result<AttachmentRef>
  > {
    if (this.store.hashOf(where.meetingId) === undefined) return fail('not-found')
    const name = `ses ${from.replaceAll(':', '-')}.${pieceExt}`
    const kept = await this.store.putAttachment({ bytes }, name)
    if (!kept.ok) return kept
    const left = await this.unnamed(this.waiting)
    await this.keep([...left, { ...where, piece: { file: kept.value, from, ms } }])
    return kept
  }

  /** A piece of a meeting by its hash; undefined when the meeting names no such piece, or when it is damaged or no sound. */
  async of(meetingId: Meeting['id'], sha256: string): Promise<Uint8Array | undefined> {
    const arriving = this.waiting.some(
      (one) => one.meetingId === meetingId && one.piece.file.sha256 === sha256,
    )
    if (!arriving) {
      const meeting = await this.store.get(meetingId)
      if (!meeting.ok || !names(meeting.value.record, sha256)) return undefined
    }
    const read = await this.store.readAttachment({ sha256, ext: pieceExt })
    return read.ok && beginsAsWebm(read.value) ? read.value : undefined
  }

  /** Has meetings name the pieces that were on the disk already when the program was ended. To be called once, at opening. */
  async adopt(): Promise<void> {
    const text = await readTextIfThere(this.file)
    if (text === undefined) return
    this.waiting = readWaiting(text)
    if (this.store.readOnly) return
    const left = await this.unnamed(this.waiting)
    for (const meetingId of new Set(left.map((one) => one.meetingId))) {
      const meeting = await this.store.get(meetingId)
      if (!meeting.ok) continue
      const own = left.filter((one) => one.meetingId === meetingId)
      await this.store.change(meetingId, meeting.value.hash, (now) => ok(withWaiting(now, own)))
    }
    await this.keep(await this.unnamed(left))
  }

  /** Those whose bytes are there, and whose meeting is there but does not name them. */
  private async unnamed(waiting: readonly Waiting[]): Promise<Waiting[]> {
    const left: Waiting[] = []
    for (const one of waiting) {
      const meeting = await this.store.get(one.meetingId)
      const over = meeting.ok
        ? names(meeting.value.record, one.piece.file.sha256)
        : meeting.error.code === 'not-found'
      // A recording that was deleted meanwhile has taken its bytes with it.
      if (!over && (await this.store.readAttachment(one.piece.file)).ok) left.push(one)
    }
    return left
  }

  private async keep(waiting: Waiting[]): Promise<void> {
    this.waiting = waiting
    // Where this computer refuses, the sound itself is safe; only a program that is ended just now would not find it.
    await writeWhole(this.file, JSON.stringify(waiting))
  }
}
