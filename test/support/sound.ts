import { newId } from '../../shared/ids'
import type { AttachmentRef } from '../../shared/records/define-record'
import type { MeetingRecording } from '../../shared/records/meeting'

/** Bytes that begin as a WebM file does; the rest tells pieces apart. */
export function webmBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, ...Buffer.from(text)])
}

/** A recording of pieces of 4.5 seconds, one behind the other. */
export function recordingOf(
  files: readonly AttachmentRef[],
  at = '2026-03-02T09:00:00.000Z',
): MeetingRecording {
  const begin = Date.parse(at)
  return {
    id: newId('recording'),
    consentAt: at,
    pieces: files.map((file, index) => ({
      file,
      from: new Date(begin + index * 4_500).toISOString(),
      ms: 4_500,
    })),
  }
}
