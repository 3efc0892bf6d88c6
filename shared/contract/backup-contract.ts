import { z } from 'zod'
import { backupReasons } from '../domain/backup-rotation'
import { RecordId, recordTypes } from '../ids'
import { errorCodes } from '../result'
import { ArchiveInfo } from './app-contract'
import { call, event } from './door'

const Type = z.enum(recordTypes)
/** A backup is named by its file in the folder of backups; the window knows no paths. */
const BackupName = z.string().min(1).max(255)

/** A backup in the list. `damaged` and `too-new` ones cannot be restored; those of other archives only beside. */
export const BackupRef = z.object({
  name: z.string(),
  at: z.string(),
  size: z.number(),
  state: z.enum(['good', 'damaged', 'too-new']),
  /** Of the open archive. */
  own: z.boolean(),
  archiveName: z.string().optional(),
  reason: z.enum(backupReasons).optional(),
  by: z.string().optional(),
  machine: z.string().optional(),
  counts: z.partialRecord(Type, z.number()).optional(),
  attachments: z.number().optional(),
})
export type BackupRef = z.infer<typeof BackupRef>

/** What the user should be told about backups, gravest first. */
export const backupWarnings = ['loss', 'missing', 'failed', 'stale'] as const

export const BackupState = z.object({
  /** Last two parts of the folder's path, for people. */
  folder: z.string(),
  /** False: the usual folder. */
  chosen: z.boolean(),
  reachable: z.boolean(),
  automatic: z.boolean(),
  capBytes: z.number(),
  running: z.boolean(),
  lastGoodAt: z.string().optional(),
  failure: z.object({ at: z.string(), code: z.enum(errorCodes) }).optional(),
  loss: z.object({ at: z.string(), gone: z.number(), emptied: z.number(), total: z.number() }).optional(),
  warning: z.enum(backupWarnings).optional(),
  backups: z.array(BackupRef),
})
export type BackupState = z.infer<typeof BackupState>

const Touched = z.object({
  count: z.number(),
  byType: z.partialRecord(Type, z.number()),
  /** The first of them. */
  records: z.array(z.object({ id: RecordId, type: Type, title: z.string() })),
})

/** What restoring a backup into place would change. */
export const RestorePreview = z.object({
  name: z.string(),
  at: z.string(),
  fresh: Touched,
  changed: Touched,
  gone: Touched,
  same: z.number(),
  damaged: z.number(),
  settings: z.boolean(),
  missingAttachments: z.number(),
  /** Too much for one step: only beside. */
  tooLarge: z.boolean(),
})
export type RestorePreview = z.infer<typeof RestorePreview>

export const backupContract = {
  'backup.state': call(z.void(), BackupState),
  'backup.now': call(z.void(), BackupRef),
  /** Stops the backup or restore that is running; nothing is changed then. */
  'backup.cancel': call(z.void(), z.void()),
  /** `usual`: back to the usual folder instead of asking. */
  'backup.chooseFolder': call(z.strictObject({ usual: z.boolean().default(false) }), z.void()),
  'backup.setPlan': call(
    z.strictObject({
      automatic: z.boolean().optional(),
      capBytes: z.number().int().min(100_000_000).max(1e13).optional(),
    }),
    z.void(),
  ),
  /** The user has looked: what is gone may be gone. Rotation goes on. */
  'backup.confirmLoss': call(z.void(), z.void()),
  'backup.showFolder': call(z.void(), z.void()),
  'backup.preview': call(z.strictObject({ name: BackupName }), RestorePreview),
  'backup.restoreInto': call(
    z.strictObject({ name: BackupName }),
    z.object({ restored: z.number(), binned: z.number(), missingAttachments: z.number() }),
  ),
  /** Into a new folder, which is opened. */
  'backup.restoreBeside': call(
    z.strictObject({ name: BackupName }),
    z.object({ archive: ArchiveInfo, missingAttachments: z.number() }),
  ),
  /** Asks for a backup anywhere on this computer and restores it beside. */
  'backup.restoreFile': call(z.void(), z.object({ archive: ArchiveInfo, missingAttachments: z.number() })),
  'backup.changed': event(z.object({})),
}
