import { join } from 'node:path'
import { lossBetween, type Loss, type SeenRecord } from '../../../shared/domain/backup-loss'
import { defaultRules, rotate } from '../../../shared/domain/backup-rotation'
import type { ArchiveFiles } from '../store/archive-files'
import { attachmentsIn, sweepAttachments } from './attachment-store'
import { onTarget } from './faults'
import { namedAttachments, timeOf, type FoundBackup } from './list-backups'
import type { MadeBackup } from './make-backup'
import type { BackupManifest } from './manifest'
import { recordAt } from './names'
import { openBackup } from './open-backup'
import type { BackupPlan } from './plan'
import { ZipFault } from './zip-reader'

function recordsOf({ files }: BackupManifest): Map<string, SeenRecord> {
  const seen = new Map<string, SeenRecord>()
  for (const { path, size, hash } of files) {
    const id = recordAt(path)
    if (id !== undefined) seen.set(id, { size, readable: hash !== undefined })
  }
  return seen
}

/** Whether a backup that was read to the last byte, or looked at, is good. */
export function isGood(
  { name, state, size }: FoundBackup,
  { checked }: Pick<BackupPlan, 'checked'>,
): boolean {
  const known = checked[name]
  return state === 'good' && !(known && known.size === size && !known.good)
}

/**
 * Compares a new backup with the one before it (or with the last that the user found in order). Undefined: there is
 * none to compare with. Errors: `TargetFault`.
 */
export async function lossSince(
  folder: string,
  found: readonly FoundBackup[],
  made: MadeBackup,
  plan: BackupPlan,
): Promise<{ loss: Loss; baseline: string } | undefined> {
  const before = found.filter((one) => one.own && one.name !== made.name && isGood(one, plan))
  const wanted = before.find(({ name }) => name === plan.baseline)
  for (const { name } of wanted ? [wanted, ...before] : before) {
    try {
      const opened = await onTarget(() => openBackup(join(folder, name)))
      if (!opened.ok) continue
      await opened.value.zip.close()
      const loss = lossBetween(recordsOf(opened.value.manifest), recordsOf(made.manifest))
      return { loss, baseline: name }
    } catch (fault) {
      if (!(fault instanceof ZipFault)) throw fault
    }
  }
  return undefined
}

/**
 * Removes the backups that rotation lets go, and then the attachments that no backup in the folder names any more.
 * In: all that is there, the one just made, one that must stay. Out: names removed, whether what stays is over the cap. Errors: `TargetFault`.
 */
export async function rotateFolder(
  files: ArchiveFiles,
  folder: string,
  found: readonly FoundBackup[],
  made: MadeBackup,
  plan: BackupPlan,
  now: Date,
  spare?: string,
): Promise<{ removed: string[]; overCap: boolean }> {
  const attachments = await onTarget(() => attachmentsIn(files, folder))
  const otherBytes = attachments.reduce((sum, { size }) => sum + size, 0)
  // One written by a newer program is not ours to judge.
  const own = found.filter((one) => one.own && one.state !== 'too-new' && one.name !== spare)
  const { remove, overCap } = rotate(
    own.map((one) => ({
      name: one.name,
      at: timeOf(one),
      reason: one.summary?.reason ?? 'daily',
      size: one.size,
      good: isGood(one, plan),
    })),
    made.name,
    now,
    { ...defaultRules, capBytes: plan.capBytes },
    otherBytes,
  )
  for (const name of remove) await onTarget(() => files.unlink(join(folder, name)))
  if (remove.length > 0) {
    await onTarget(() => files.fsyncDir(folder))
    const named = await namedAttachments(
      folder,
      found.filter(({ name }) => !remove.includes(name)),
    )
    if (named) await sweepAttachments(files, folder, named)
  }
  return { removed: remove, overCap }
}
