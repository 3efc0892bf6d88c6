import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { isMissing, type ArchiveFiles, type FolderEntry } from '../store/archive-files'
import { ensureFolder } from '../store/durable-adapter'
import { archiveNames, attachmentFile, isTempName, tempBeside } from '../store/layout'
import { guardedFile, isThere, onTarget } from './faults'
import type { BackupAttachment } from './manifest'
import { ZipFault } from './zip-reader'

const storedName = /^([0-9a-f]{64})(?:\.([a-z0-9]{1,8}))?$/

async function list(files: ArchiveFiles, folder: string): Promise<FolderEntry[]> {
  return files.readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
}

/** All attachments in an `attachments/` folder (of an archive or beside backups), by their names. Errors: `DiskError`. */
export async function attachmentsIn(files: ArchiveFiles, root: string): Promise<BackupAttachment[]> {
  const folder = join(root, archiveNames.attachments)
  const found: BackupAttachment[] = []
  for (const shard of await list(files, folder)) {
    if (shard.kind !== 'folder') continue
    for (const { name, kind } of await list(files, join(folder, shard.name))) {
      const [, sha256, ext = ''] = storedName.exec(name) ?? []
      if (kind !== 'file' || !sha256?.startsWith(shard.name)) continue
      const { size } = await files.stat(join(folder, shard.name, name))
      found.push({ sha256, ext, size })
    }
  }
  return found
}

/** Where an attachment lies below an archive or a folder of backups. */
export function attachmentPath(root: string, { sha256, ext }: Pick<BackupAttachment, 'sha256' | 'ext'>) {
  return join(root, attachmentFile(sha256, ext))
}

/** Which of these are not in the folder of backups yet, or lie there with another size. Errors: `TargetFault`. */
export function missingIn(
  files: ArchiveFiles,
  target: string,
  attachments: readonly BackupAttachment[],
): Promise<BackupAttachment[]> {
  return onTarget(async () => {
    const there = new Map(
      (await attachmentsIn(files, target)).map((one) => [attachmentPath('', one), one.size]),
    )
    return attachments.filter((one) => there.get(attachmentPath('', one)) !== one.size)
  })
}

/**
 * Copies an attachment piece by piece, durable, and only under its name when its bytes are those of its hash.
 * `guard` sees the work on the place it goes to. Out: whether it was good. Errors: `DiskError`, those of `guard`.
 */
export async function copyAttachment(
  files: ArchiveFiles,
  from: string,
  to: string,
  attachment: BackupAttachment,
  signal: AbortSignal,
  guard: <T>(work: () => Promise<T>) => Promise<T> = (work) => work(),
): Promise<boolean> {
  const target = attachmentPath(to, attachment)
  await guard(() => ensureFolder(files, dirname(target)))
  const temp = tempBeside(target)
  const hash = createHash('sha256')
  try {
    const file = guardedFile(await guard(() => files.openNew(temp)), guard)
    try {
      for await (const chunk of files.readChunks(attachmentPath(from, attachment))) {
        signal.throwIfAborted()
        hash.update(chunk)
        await file.write(chunk)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    if (hash.digest('hex') !== attachment.sha256) {
      await files.unlink(temp).catch(() => undefined)
      return false
    }
    await guard(async () => {
      await files.rename(temp, target)
      await files.fsyncDir(dirname(target))
    })
    return true
  } catch (error) {
    await files.unlink(temp).catch(() => undefined)
    throw error
  }
}

/** Reads an attachment to its end. Out: whether its bytes are those of its hash. Errors: `DiskError`. */
export async function isGoodAttachment(
  files: ArchiveFiles,
  root: string,
  attachment: Pick<BackupAttachment, 'sha256' | 'ext'>,
  signal: AbortSignal,
): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of files.readChunks(attachmentPath(root, attachment))) {
      signal.throwIfAborted()
      hash.update(chunk)
    }
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
  return hash.digest('hex') === attachment.sha256
}

/** Checks copies just made by reading them again. Throws {@link ZipFault} when one is not what it should be. */
export async function checkCopies(
  files: ArchiveFiles,
  target: string,
  copies: readonly BackupAttachment[],
  signal: AbortSignal,
): Promise<void> {
  for (const copy of copies) {
    const good = await onTarget(() => isGoodAttachment(files, target, copy, signal))
    if (!good) throw new ZipFault(`attachment ${copy.sha256}`)
  }
}

/** Removes attachments beside backups that none of them names any more. Out: bytes that stay. Errors: `TargetFault`. */
export function sweepAttachments(
  files: ArchiveFiles,
  target: string,
  named: ReadonlySet<string>,
): Promise<number> {
  return onTarget(async () => {
    let bytes = 0
    for (const one of await attachmentsIn(files, target)) {
      if (named.has(one.sha256)) bytes += one.size
      else await files.unlink(attachmentPath(target, one))
    }
    return bytes
  })
}

/** Removes what a backup that was killed has left in the folder and is older than `before`. Errors: `TargetFault`. */
export function clearTemps(files: ArchiveFiles, target: string, before: number): Promise<void> {
  return onTarget(async () => {
    const clear = async (folder: string) => {
      for (const { name, kind } of await list(files, folder)) {
        const place = join(folder, name)
        if (kind !== 'file' || !isTempName(name) || !(await isThere(files, place))) continue
        if ((await files.stat(place)).mtimeMs < before) await files.unlink(place)
      }
    }
    await clear(target)
    const folder = join(target, archiveNames.attachments)
    for (const { name, kind } of await list(files, folder))
      if (kind === 'folder') await clear(join(folder, name))
  })
}
