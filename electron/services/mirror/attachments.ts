import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { AttachmentRef } from '../../../shared/records/define-record'
import { fail, ok, type Result } from '../../../shared/result'
import { isMissing, type ArchiveFiles } from '../store/archive-files'
import { ensureFolder } from '../store/durable-adapter'
import { tempBeside } from '../store/layout'
import type { ArchiveStore } from '../store/store-types'
import { hashOfFile } from './scan'

type Ref = Pick<AttachmentRef, 'sha256' | 'ext' | 'size'>

/** Where an attachment lies below the mirror's folder of attachments. In: a checked reference, so no path of anybody's. */
export function placeOf({ sha256, ext }: Pick<Ref, 'sha256' | 'ext'>): string {
  return join(sha256.slice(0, 2), ext ? `${sha256}.${ext}` : sha256)
}

async function sizeOf(files: ArchiveFiles, path: string): Promise<number | undefined> {
  try {
    const { kind, size } = await files.stat(path)
    return kind === 'file' ? size : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/**
 * Copies an attachment into the mirror, piece by piece, unless it is there already.
 * Out: false when the archive has no such bytes. Errors: `DiskError`.
 */
export async function copyAttachment(
  files: ArchiveFiles,
  source: string,
  folder: string,
  ref: Ref,
): Promise<boolean> {
  const target = join(folder, placeOf(ref))
  const size = await sizeOf(files, source)
  if (size === undefined) return false
  if ((await sizeOf(files, target)) === size) return true
  await ensureFolder(files, join(target, '..'))
  const temp = tempBeside(target)
  const hash = createHash('sha256')
  try {
    const file = await files.openNew(temp)
    try {
      for await (const chunk of files.readChunks(source)) {
        hash.update(chunk)
        await file.write(chunk)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    if (hash.digest('hex') !== ref.sha256) {
      await files.unlink(temp)
      return false
    }
    await files.rename(temp, target)
    await files.fsyncDir(join(target, '..'))
    return true
  } catch (error) {
    await files.unlink(temp).catch(() => undefined)
    throw error
  }
}

/** Whether the archive or the mirror has an attachment's bytes. Errors: `DiskError`. */
export async function attachmentThere(
  files: ArchiveFiles,
  store: ArchiveStore,
  folder: string,
  ref: Ref,
): Promise<boolean> {
  if ((await sizeOf(files, store.attachmentPath(ref))) !== undefined) return true
  return (await sizeOf(files, join(folder, placeOf(ref)))) !== undefined
}

/** Brings an attachment from the mirror into the archive, if it is missing there. Errors: `damaged`, `file-unreadable`, disk codes. */
export async function takeAttachment(
  files: ArchiveFiles,
  store: ArchiveStore,
  folder: string,
  ref: Ref,
): Promise<Result<void>> {
  if ((await sizeOf(files, store.attachmentPath(ref))) !== undefined) return ok(undefined)
  const path = join(folder, placeOf(ref))
  if ((await sizeOf(files, path)) === undefined) return ok(undefined)
  // Other bytes under this name would become another attachment.
  if ((await hashOfFile(files, path)) !== ref.sha256) return fail('damaged')
  const put = await store.putAttachment({ path }, ref.ext ? `ek.${ref.ext}` : 'ek')
  return put.ok ? ok(undefined) : put
}
