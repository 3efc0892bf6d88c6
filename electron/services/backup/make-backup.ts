import { join } from 'node:path'
import type { BackupReason } from '../../../shared/domain/backup-rotation'
import { fail, ok, type Result } from '../../../shared/result'
import type { ArchiveFiles } from '../store/archive-files'
import { headDefinition } from '../store/archive-head'
import { digestOf } from '../store/envelope'
import { tempBeside } from '../store/layout'
import type { ArchiveReader, ArchiveStore } from '../store/store-types'
import { filesOf, guessBytes, listArchive, noFiles, type Listing } from './archive-picture'
import {
  attachmentPath,
  attachmentsIn,
  checkCopies,
  clearTemps,
  copyAttachment,
  missingIn,
} from './attachment-store'
import {
  TargetFault,
  attemptBackup,
  guardedFile,
  isInside,
  isThere,
  onTarget,
  type BackupWork,
} from './faults'
import {
  backupVersion,
  manifestName,
  summaryName,
  type BackupAttachment,
  type BackupManifest,
  type BackupSummary,
} from './manifest'
import { backupFileName } from './names'
import { checkFilesOf, openBackup } from './open-backup'
import { ZipFault } from './zip-reader'
import { writeZip, type ZipInput } from './zip-writer'

/** Who and what makes backups here. */
export interface BackupMaker {
  files: ArchiveFiles
  clock: () => Date
  savedBy: () => string
  machineName: string
  appVersion: string
  /** For tests: Zip64 even where nothing needs it. */
  zip64?: boolean
}

export interface MadeBackup {
  name: string
  size: number
  summary: BackupSummary
  manifest: BackupManifest
}

/** What a killed backup left is cleared when it is older (ms): another machine may be writing into the same folder. */
const tempAge = 6 * 3_600_000
/** Room kept free besides, and the share of their size that texts take at most when packed. */
const spareBytes = 8 * 1024 * 1024
const packedShare = 0.6

/**
 * Makes a backup of an open archive in a folder, while the archive goes on being written: attachments that are not
 * there yet, then one zip under a temp name, which is reopened and checked to the last byte before it gets its own name.
 * Whatever fails or is cancelled leaves nothing behind. `report` counts writing and checking as one.
 * Errors: `backup-inside-archive`, `backup-target-missing`, `backup-no-room`, `backup-read-only`, `backup-target-error`,
 * `backup-damaged` (what was written does not come back), `cancelled`, disk codes of the archive.
 */
export async function makeBackup(
  store: ArchiveStore,
  target: string,
  reason: BackupReason,
  maker: BackupMaker,
  work: BackupWork,
): Promise<Result<MadeBackup>> {
  const { files, clock } = maker
  if (isInside(store.path, target)) return fail('backup-inside-archive')
  const at = clock()
  const temp = tempBeside(join(target, 'yedek.zip'))
  const copied: BackupAttachment[] = []
  const copies = new Set<string>()
  const done = await attemptBackup(work.signal, '', async () => {
    if (!(await onTarget(() => isThere(files, target)))) return fail('backup-target-missing')
    await clearTemps(files, target, Date.now() - tempAge)
    // What is being worked on right now belongs into the histories that are backed up.
    await store.past.settle()
    const { picture, end } = await store.beginPicture()
    try {
      const listing = await listArchive(files, store.path, work.signal)
      const attachments = await attachmentsIn(files, store.path)
      const missing = await missingIn(files, target, attachments)
      for (const { sha256 } of missing) copies.add(sha256)
      await checkRoom(maker, store.path, target, listing, missing)
      const damaged = await copyAll(maker, store.path, target, missing, copied, work.signal)
      const read = noFiles()
      const total = 2 * (listing.paths.length + 2)
      const file = guardedFile(await onTarget(() => files.openNew(temp)), onTarget)
      try {
        const content = filesOf(files, store.path, listing, picture, read, work.signal)
        let comment = ''
        const whole = withLists(content, work, total, () => {
          const listed = attachments.map((one) => (damaged.has(one.sha256) ? { ...one, damaged: true } : one))
          const lists = listsOf({ store, reason, maker, at, read, listing, attachments: listed })
          comment = lists.comment
          return lists.files
        })
        const zip64 = maker.zip64 ? { zip64: true } : {}
        await writeZip(file, whole, { mtime: at, comment: () => comment, ...zip64 })
        await file.sync()
      } finally {
        await file.close()
      }
    } finally {
      end()
    }
    const checked = await recheck(temp, work)
    await checkCopies(
      files,
      target,
      checked.manifest.attachments.filter((one) => copies.has(one.sha256) && !one.damaged),
      work.signal,
    )
    work.signal.throwIfAborted()
    const name = await onTarget(() => giveName(files, temp, target, store.name, at))
    return ok({ name, ...checked })
  })
  if (!done.ok) {
    await files.unlink(temp).catch(() => undefined)
    for (const one of copied) await files.unlink(attachmentPath(target, one)).catch(() => undefined)
  }
  return done
}

async function checkRoom(
  { files }: BackupMaker,
  root: string,
  target: string,
  listing: Listing,
  missing: readonly BackupAttachment[],
): Promise<void> {
  const texts = await guessBytes(files, root, listing.paths)
  const need = Math.ceil(texts * packedShare) + missing.reduce((sum, { size }) => sum + size, 0) + spareBytes
  const free = await onTarget(() => files.freeBytes(target))
  const mb = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
  if (free < need) throw new TargetFault('backup-no-room', { need: mb(need), free: mb(free) })
}

/** Copies attachments into the folder of backups. Out: hashes of those whose bytes are damaged in the archive. */
async function copyAll(
  { files }: BackupMaker,
  root: string,
  target: string,
  missing: readonly BackupAttachment[],
  copied: BackupAttachment[],
  signal: AbortSignal,
): Promise<Set<string>> {
  const damaged = new Set<string>()
  for (const one of missing) {
    signal.throwIfAborted()
    // One that takes the place of a damaged copy stays whatever comes: earlier backups name it too.
    if (!(await onTarget(() => isThere(files, attachmentPath(target, one))))) copied.push(one)
    if (!(await copyAttachment(files, root, target, one, signal, onTarget))) damaged.add(one.sha256)
  }
  return damaged
}

/** The files of an archive, and behind them the two files about the backup, which only then can be written. */
async function* withLists(
  content: AsyncIterable<ZipInput>,
  { report }: BackupWork,
  total: number,
  lists: () => ZipInput[],
): AsyncGenerator<ZipInput> {
  let done = 0
  for await (const input of content) {
    yield input
    done += 1
    if (done % 50 === 0) report(done, total)
  }
  yield* lists()
}

/** JSON without any character that a zip's comment (an old code page) could not hold. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function listsOf(made: {
  store: ArchiveReader
  reason: BackupReason
  maker: BackupMaker
  at: Date
  read: ReturnType<typeof noFiles>
  listing: Listing
  attachments: BackupAttachment[]
}): { files: ZipInput[]; comment: string } {
  const { store, reason, maker, at, read, listing, attachments } = made
  const manifest: BackupManifest = {
    version: backupVersion,
    files: read.files,
    attachments,
    skipped: listing.skipped,
  }
  const manifestFile = Buffer.from(JSON.stringify(manifest))
  const summary: BackupSummary = {
    format: 'tutanak-backup',
    version: backupVersion,
    archive: { id: store.id, name: store.name },
    archiveVersion: headDefinition.version,
    app: maker.appVersion,
    at: at.toISOString(),
    by: maker.savedBy(),
    machine: maker.machineName,
    reason,
    files: read.files.length,
    bytes: read.files.reduce((sum, { size }) => sum + size, 0),
    counts: read.counts,
    attachments: {
      count: attachments.length,
      bytes: attachments.reduce((sum, { size }) => sum + size, 0),
      damaged: attachments.filter((one) => one.damaged).length,
    },
    damaged: read.damaged,
    manifestSha256: digestOf(manifestFile),
  }
  return {
    files: [
      { name: manifestName, bytes: manifestFile },
      { name: summaryName, bytes: Buffer.from(`${JSON.stringify(summary, null, 1)}\n`) },
    ],
    comment: asciiJson(summary),
  }
}

/** Reads what was written from the disk again, to the last byte. */
async function recheck(temp: string, work: BackupWork): Promise<Omit<MadeBackup, 'name'>> {
  const backup = await onTarget(() => openBackup(temp))
  if (!backup.ok) throw new ZipFault(backup.error.code)
  const { zip, summary, manifest } = backup.value
  try {
    await onTarget(() =>
      checkFilesOf(backup.value, {
        signal: work.signal,
        report: (done, total) => work.report(total + done, 2 * total),
      }),
    )
    return { size: zip.size, summary, manifest }
  } finally {
    await zip.close()
  }
}

async function giveName(
  files: ArchiveFiles,
  temp: string,
  target: string,
  archiveName: string,
  at: Date,
): Promise<string> {
  for (let n = 1; ; n += 1) {
    const name = backupFileName(archiveName, at, n)
    if (await isThere(files, join(target, name))) continue
    await files.rename(temp, join(target, name))
    try {
      await files.fsyncDir(target)
    } catch (fault) {
      // A backup of which nobody knows whether it lasts is none; its attachments go too.
      await files.unlink(join(target, name)).catch(() => undefined)
      throw fault
    }
    return name
  }
}
