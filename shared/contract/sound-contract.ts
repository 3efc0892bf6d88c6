import { z } from 'zod'
import { beginsAsWebm, pieceLargest, pieceLongest } from '../domain/recordings'
import { idOf } from '../ids'
import { AttachmentRef } from '../records/define-record'
import { call } from './door'

const pieceBytes = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length <= pieceLargest && beginsAsWebm(bytes))

export const soundContract = {
  /**
   * Opens the microphone to the window that asks, or closes it again. Opening is `not-allowed` while the setting
   * `soundRecording` is off.
   */
  'sound.allow': call(z.strictObject({ on: z.boolean() }), z.void()),
  /** Keeps one piece of sound; answers after its bytes are on the disk. `not-allowed` while the microphone is not open. */
  'sound.addPiece': call(
    z.strictObject({
      meetingId: idOf('meeting'),
      recordingId: idOf('recording'),
      /** when those present agreed (UTC) */
      consentAt: z.iso.datetime(),
      bytes: pieceBytes,
      /** the moment (UTC) it begins */
      from: z.iso.datetime(),
      ms: z.number().int().min(1).max(pieceLongest),
    }),
    AttachmentRef,
  ),
  /** Takes a recording out of its meeting and its files off the disk; cannot be undone. */
  'sound.remove': call(
    z.strictObject({ meetingId: idOf('meeting'), recordingId: idOf('recording') }),
    z.object({ files: z.number().int().nonnegative() }),
  ),
}
