import { beginsAsWebm, pieceExt } from '../../shared/domain/recordings'
import type { AttachmentRef } from '../../shared/records/define-record'
import { fail, type Result } from '../../shared/result'
import type { ArchiveReader, ArchiveStore } from './store/store-types'

/**
 * Keeps one piece of sound among the attachments; answers after the bytes are on the disk.
 * In: the meeting, the bytes, the moment the piece begins. Errors: `not-found` (no such meeting), those of writing.
 */
export async function addPiece(
  store: ArchiveStore,
  piece: { meetingId: string; bytes: Uint8Array; from: string },
): Promise<Result<AttachmentRef>> {
  if (store.hashOf(piece.meetingId) === undefined) return fail('not-found')
  const name = `ses ${piece.from.replaceAll(':', '-')}.${pieceExt}`
  return store.putAttachment({ bytes: piece.bytes }, name)
}

/** A piece of sound by its hash; undefined when there is none, when it is damaged, or when the file is no sound. */
export async function pieceOf(store: ArchiveReader, sha256: string): Promise<Uint8Array | undefined> {
  const read = await store.readAttachment({ sha256, ext: pieceExt })
  return read.ok && beginsAsWebm(read.value) ? read.value : undefined
}
