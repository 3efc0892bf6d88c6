import { isDeepStrictEqual } from 'node:util'
import { join } from 'node:path'
import { officeSettingsDefinition, type OfficeSettings } from '../../../shared/records/office-settings'
import { fail, ok, type Result } from '../../../shared/result'
import type { ArchiveFiles } from '../store/archive-files'
import { DurableAdapter } from '../store/durable-adapter'
import { openEnvelope } from '../store/envelope'
import type { ArchiveStore } from '../store/store-types'
import { copyAttachment } from './attachment-store'
import { attemptBackup, isThere, type BackupWork } from './faults'
import { attachmentsBeside, fileOf, openBackup } from './open-backup'
import { diffOf, type RestoreDiff } from './restore-diff'

/** What a restore into place has done. */
export interface RestoredInto {
  restored: number
  binned: number
  missingAttachments: number
}

/** The office settings of a backup, if they can be read. */
export function settingsIn(bytes: Uint8Array | undefined): OfficeSettings | undefined {
  if (!bytes) return undefined
  const state = openEnvelope<OfficeSettings>(bytes, (type) =>
    type === officeSettingsDefinition.type ? officeSettingsDefinition : undefined,
  )
  return state.state === 'ok' || state.state === 'changed-outside' ? state.record : undefined
}

/** Whether a backup's office settings differ from those of now. */
export async function settingsDiffer(store: ArchiveStore, bytes: Uint8Array | undefined): Promise<boolean> {
  const wanted = settingsIn(bytes)
  const now = await store.settings()
  return wanted !== undefined && now.ok && !isDeepStrictEqual(now.value.settings, wanted)
}

/**
 * Compares a backup with the archive, without changing anything. Every byte of the backup is read and checked.
 * Errors: `backup-damaged`, `backup-too-new`, `backup-foreign` (of another archive), `cancelled`, disk codes.
 */
export function compareBackup(
  files: ArchiveFiles,
  store: ArchiveStore,
  file: string,
  name: string,
  work: BackupWork,
): Promise<Result<RestoreDiff>> {
  return attemptBackup(work.signal, name, async () => {
    const opened = await openBackup(file)
    if (!opened.ok) return opened
    try {
      if (opened.value.summary.archive.id !== store.id) return fail('backup-foreign')
      return await diffOf(files, store, opened.value, file, work)
    } finally {
      await opened.value.zip.close()
    }
  })
}

/**
 * Puts the archive back to a backup: attachments and past that are missing first (nobody points at them yet), then all
 * records in one commit, which a kill leaves whole or undone, then the office settings. Records made since go to the
 * bin. In: the difference as {@link compareBackup} just found it. It can be cancelled until the commit begins.
 * Errors: `restore-too-large`, those of `compareBackup` and of writing.
 */
export function restoreInto(
  files: ArchiveFiles,
  store: ArchiveStore,
  file: string,
  name: string,
  diff: RestoreDiff,
  window: string,
  work: BackupWork,
): Promise<Result<RestoredInto>> {
  return attemptBackup(work.signal, name, async () => {
    const { records, gone } = diff
    if (!records) return fail('restore-too-large')
    let { missingAttachments } = diff
    for (const one of diff.attachments) {
      work.signal.throwIfAborted()
      const good = await copyAttachment(files, attachmentsBeside(file), store.path, one, work.signal)
      if (!good) missingAttachments += 1
    }
    const past = await bringPast(files, store, file, diff.past, work)
    if (!past.ok) return past
    work.signal.throwIfAborted()
    const put = await store.putBack(
      records,
      gone.map(({ id }) => id),
      { window },
    )
    if (!put.ok) return put
    const settings = await bringSettings(store, diff.settings)
    return settings.ok ? ok({ restored: records.length, binned: gone.length, missingAttachments }) : settings
  })
}

/** Writes files of the archive's past that are missing; those that are there have gone on since and stay. */
async function bringPast(
  files: ArchiveFiles,
  store: ArchiveStore,
  file: string,
  paths: readonly string[],
  { signal }: BackupWork,
): Promise<Result<void>> {
  const wanted = new Set<string>()
  for (const path of paths) if (!(await isThere(files, join(store.path, path)))) wanted.add(path)
  if (wanted.size === 0) return ok(undefined)
  const opened = await openBackup(file)
  if (!opened.ok) return opened
  const { zip, manifest } = opened.value
  try {
    const form = { parse: (read: Uint8Array) => read, stringify: (data: Uint8Array) => data }
    for (const listed of manifest.files) {
      if (!wanted.has(listed.path)) continue
      signal.throwIfAborted()
      const bytes = await fileOf(zip, listed)
      await new DurableAdapter<Uint8Array>(files, join(store.path, listed.path), form).write(bytes)
    }
    return ok(undefined)
  } finally {
    await zip.close()
  }
}

async function bringSettings(store: ArchiveStore, bytes: Uint8Array | undefined): Promise<Result<void>> {
  const wanted = settingsIn(bytes)
  if (!wanted || !(await settingsDiffer(store, bytes))) return ok(undefined)
  const now = await store.settings()
  if (!now.ok) return now
  const saved = await store.saveSettings(wanted, now.value.hash)
  return saved.ok ? ok(undefined) : saved
}
