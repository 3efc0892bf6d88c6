import { basename, join } from 'node:path'
import type { RestorePreview } from '../../../shared/contract/backup-contract'
import type { RecordType } from '../../../shared/ids'
import { fail, ok, type Result } from '../../../shared/result'
import type { ArchiveStore } from '../store/store-types'
import type { Backups } from './backups'
import { attemptBackup, type BackupWork } from './faults'
import { timeOf, type FoundBackup } from './list-backups'
import type { BackupMaker } from './make-backup'
import { checkFilesOf, openBackup } from './open-backup'
import { restoreBeside } from './restore-beside'
import type { RestoreDiff, TouchedRecord } from './restore-diff'
import { compareBackup, restoreInto, settingsDiffer, type RestoredInto } from './restore-into'

/** So many records are named in a preview; the rest is counted. */
const named = 100

function touched(records: readonly TouchedRecord[]): RestorePreview['fresh'] {
  const byType: Partial<Record<RecordType, number>> = {}
  for (const { type } of records) byType[type] = (byType[type] ?? 0) + 1
  return { count: records.length, byType, records: records.slice(0, named) }
}

/** A backup of the open archive's folder that may be restored. Errors: `not-found`, `backup-damaged`, `backup-too-new`. */
async function offered(backups: Backups, store: ArchiveStore, name: string): Promise<Result<FoundBackup>> {
  const one = (await backups.found(store))?.find((found) => found.name === name)
  if (!one) return fail('not-found')
  if (one.state === 'too-new') return fail('backup-too-new')
  return one.state === 'damaged' ? fail('backup-damaged', { name }) : ok(one)
}

/** Compares, and notes for the list whether the backup was whole. */
async function compared(
  backups: Backups,
  maker: BackupMaker,
  store: ArchiveStore,
  { name, size }: FoundBackup,
  work: BackupWork,
): Promise<Result<RestoreDiff>> {
  const diff = await compareBackup(maker.files, store, join(backups.folderOf(store), name), name, work)
  if (diff.ok) await backups.noteChecked(store, name, size, true)
  else if (diff.error.code === 'backup-damaged') await backups.noteChecked(store, name, size, false)
  return diff
}

/**
 * What restoring a backup into place would change; reads and checks all of it, changes nothing.
 * Errors: `no-archive`, `not-found`, `backup-damaged`, `backup-foreign`, `backup-too-new`, `cancelled`, disk codes.
 */
export function previewRestore(
  backups: Backups,
  maker: BackupMaker,
  name: string,
): Promise<Result<RestorePreview>> {
  return backups.turns.run('restore', async (work) => {
    const archive = backups.archive()
    if (!archive.ok) return archive
    const found = await offered(backups, archive.value, name)
    if (!found.ok) return found
    const diff = await compared(backups, maker, archive.value, found.value, work)
    if (!diff.ok) return diff
    const { fresh, changed, gone, same, damaged, records, settings, missingAttachments } = diff.value
    return ok({
      name,
      at: timeOf(found.value),
      fresh: touched(fresh),
      changed: touched(changed),
      gone: touched(gone),
      same,
      damaged,
      settings: await settingsDiffer(archive.value, settings),
      missingAttachments,
      tooLarge: records === undefined,
    })
  })
}

/**
 * Puts the open archive back to a backup, after a backup of now. One step for *Geri al*; the records made since go to
 * the bin. Errors: those of {@link previewRestore}, of making a backup and of writing, `restore-too-large`.
 */
export function restoreIntoPlace(
  backups: Backups,
  maker: BackupMaker,
  name: string,
  window: string,
): Promise<Result<RestoredInto>> {
  return backups.turns.run('restore', async (work) => {
    const archive = backups.archive()
    if (!archive.ok) return archive
    const store = archive.value
    if (store.readOnly) return fail('archive-read-only')
    const found = await offered(backups, store, name)
    if (!found.ok) return found
    const before = await backups.make('restore', work, name)
    if (!before.ok) return before
    const diff = await compared(backups, maker, store, found.value, work)
    if (!diff.ok) return diff
    const file = join(backups.folderOf(store), name)
    const done = await restoreInto(maker.files, store, file, name, diff.value, window, work)
    // What the user has put back is what the next backup is measured by; an open question of loss is answered by it.
    if (done.ok) await backups.save(store, { baseline: name, loss: undefined })
    return done
  })
}

/** A backup that was read to the last byte so long ago (ms) is read again. */
const recheckMs = 7 * 86_400_000

/**
 * Reads again the backup of the open archive that has not been read for the longest time, if that is more than a week:
 * disks forget in silence. Out: its name and whether it is whole, undefined when there was nothing to do.
 */
export function recheckOldest(
  backups: Backups,
  maker: BackupMaker,
): Promise<{ name: string; good: boolean } | undefined> {
  return backups.turns.run('backup', async (work) => {
    const archive = backups.archive()
    if (!archive.ok) return undefined
    const store = archive.value
    const { checked } = backups.plan(store)
    const due = ((await backups.found(store)) ?? [])
      .filter(({ own, state, name }) => own && state === 'good' && checked[name]?.good !== false)
      .map((one) => ({ one, at: Date.parse(checked[one.name]?.at ?? timeOf(one)) }))
      .filter(({ at }) => at < maker.clock().getTime() - recheckMs)
      .sort((a, b) => a.at - b.at)[0]?.one
    if (!due) return undefined
    const { name, size } = due
    const read = await attemptBackup(work.signal, name, async () => {
      const opened = await openBackup(join(backups.folderOf(store), name))
      if (!opened.ok) return opened
      try {
        await checkFilesOf(opened.value, work)
        return ok(undefined)
      } finally {
        await opened.value.zip.close()
      }
    })
    // A folder that went away says nothing about the backup.
    if (!read.ok && read.error.code !== 'backup-damaged') return undefined
    await backups.noteChecked(store, name, size, read.ok)
    return { name, good: read.ok }
  })
}

/** A backup to be restored into a new folder: one of the list by its name, or any file of this computer. */
export type BesideSource = { name: string } | { file: string }

/**
 * Unpacks a backup into a folder that does not exist yet, as an archive of this name; `newId` when the archive it was
 * made of is still there. Errors: those of `restoreBeside`, `no-archive` and `not-found` for names of the list.
 */
export function restoreToFolder(
  backups: Backups,
  maker: BackupMaker,
  source: BesideSource,
  folder: string,
  as: { name: string; newId: boolean },
): Promise<Result<{ missingAttachments: number }>> {
  return backups.turns.run('restore', async (work) => {
    let file: string
    if ('file' in source) file = source.file
    else {
      const archive = backups.archive()
      if (!archive.ok) return archive
      const found = await offered(backups, archive.value, source.name)
      if (!found.ok) return found
      file = join(backups.folderOf(archive.value), source.name)
    }
    const { files, savedBy, clock } = maker
    return restoreBeside(files, file, basename(file), { folder, ...as, savedBy: savedBy(), clock }, work)
  })
}
