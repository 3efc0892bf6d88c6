import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../../shared/result'
import { removeFolder } from '../local-files'
import type { ArchiveFiles } from '../store/archive-files'
import { headDefinition, writeHead, type ArchiveHead } from '../store/archive-head'
import { ensureFolder } from '../store/durable-adapter'
import { openEnvelope } from '../store/envelope'
import { inParallel } from '../store/keyed-queue'
import { archiveNames } from '../store/layout'
import { copyAttachment, isGoodAttachment } from './attachment-store'
import { attemptBackup, isInside, isThere, type BackupWork } from './faults'
import type { BackupFile } from './manifest'
import { attachmentsBeside, fileOf, openBackup, type OpenBackup } from './open-backup'

/** Files written at a time, and read before they are. */
const width = 8
const bundle = 64
const spareBytes = 8 * 1024 * 1024

export interface BesideOptions {
  /** The new archive's folder: missing, or empty. */
  folder: string
  /** Its name; that of the backup when left out. */
  name?: string
  /** True: it becomes an archive of its own (the old one is still there), false: it takes the old one's place. */
  newId: boolean
  savedBy: string
  clock: () => Date
}

/**
 * Unpacks a backup into a new archive, every byte checked. Its head is written last: a kill in the middle leaves a folder
 * that is no archive; a failure or cancelling leaves nothing. Any size.
 * Errors: `not-empty` (the folder), `disk-full`, `backup-damaged`, `backup-too-new`, `cancelled`, disk codes.
 */
export async function restoreBeside(
  files: ArchiveFiles,
  file: string,
  name: string,
  options: BesideOptions,
  work: BackupWork,
): Promise<Result<{ id: string; files: number; missingAttachments: number }>> {
  const { folder } = options
  let begun = false
  const done = await attemptBackup(work.signal, name, async () => {
    if (isInside(folder, file)) return fail('not-empty')
    const opened = await openBackup(file)
    if (!opened.ok) return opened
    try {
      if ((await isThere(files, folder)) && (await files.readdir(folder)).length > 0) return fail('not-empty')
      const { manifest } = opened.value
      await ensureFolder(files, dirname(folder))
      const bytes = [...manifest.files, ...manifest.attachments].reduce((sum, { size }) => sum + size, 0)
      if ((await files.freeBytes(dirname(folder))) < bytes + spareBytes) return fail('disk-full')
      begun = true
      await ensureFolder(files, folder)
      await unpackAll(files, opened.value, folder, work)
      const missingAttachments = await bringAttachments(files, opened.value, file, folder, work)
      work.signal.throwIfAborted()
      const head = await headOf(opened.value, options)
      await writeHead(files, folder, head, options.savedBy)
      return ok({ id: head.id, files: manifest.files.length, missingAttachments })
    } finally {
      await opened.value.zip.close()
    }
  })
  if (!done.ok && begun) await removeFolder(folder).catch(() => undefined)
  return done
}

/** Who the new archive is: as the backup says, under a new id when the old archive is still there. */
async function headOf({ zip, summary, manifest }: OpenBackup, options: BesideOptions): Promise<ArchiveHead> {
  const listed = manifest.files.find(({ path }) => path === archiveNames.head)
  const state = listed
    ? openEnvelope<ArchiveHead>(await fileOf(zip, listed), (type) =>
        type === headDefinition.type ? headDefinition : undefined,
      )
    : undefined
  const found = state?.state === 'ok' || state?.state === 'changed-outside' ? state.record : undefined
  return {
    id: options.newId ? `archive_${randomUUID()}` : summary.archive.id,
    name: options.name ?? summary.archive.name,
    createdAt: found?.createdAt ?? options.clock().toISOString(),
  }
}

/** Writes new files, each on the disk when it is done, and then makes their names last. */
async function unpackAll(files: ArchiveFiles, backup: OpenBackup, folder: string, work: BackupWork) {
  const listed = backup.manifest.files.filter(({ path }) => path !== archiveNames.head)
  const folders = new Set<string>()
  let done = 0
  for (let at = 0; at < listed.length; at += bundle) {
    work.signal.throwIfAborted()
    const some: { one: BackupFile; bytes: Uint8Array }[] = []
    // One after another: they lie so in the zip.
    for (const one of listed.slice(at, at + bundle)) {
      some.push({ one, bytes: await fileOf(backup.zip, one) })
      const place = dirname(join(folder, one.path))
      if (!folders.has(place)) await ensureFolder(files, place)
      folders.add(place)
    }
    await inParallel(some, width, ({ one, bytes }) => writeNew(files, join(folder, one.path), bytes))
    done += some.length
    work.report(done, listed.length)
  }
  for (const place of folders) await files.fsyncDir(place)
}

async function writeNew(files: ArchiveFiles, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.openNew(path)
  try {
    await file.write(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Copies the attachments that lie beside the zip. Out: how many are missing or damaged there. */
async function bringAttachments(
  files: ArchiveFiles,
  { manifest }: OpenBackup,
  file: string,
  folder: string,
  { signal }: BackupWork,
): Promise<number> {
  let missing = 0
  for (const one of manifest.attachments) {
    signal.throwIfAborted()
    if (one.damaged) continue
    const beside = attachmentsBeside(file)
    const good =
      (await isGoodAttachment(files, beside, one, signal)) &&
      (await copyAttachment(files, beside, folder, one, signal))
    if (!good) missing += 1
  }
  return missing
}
