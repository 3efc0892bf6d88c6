import { z } from 'zod'
import { backupReasons } from '../../../shared/domain/backup-rotation'
import { recordTypes } from '../../../shared/ids'

/** Shape of a backup; a greater number comes from a newer program and is left alone. */
export const backupVersion = 1

/** The two files of a zip that are about the backup itself. */
export const summaryName = 'backup.json'
export const manifestName = 'manifest.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const size = z.number().int().nonnegative()

/**
 * `backup.json`: who, when, why and how much, without the list of files. The same text is the zip's comment, which is
 * all that lists of backups read.
 */
export const BackupSummary = z.object({
  format: z.literal('tutanak-backup'),
  version: z.number().int().positive(),
  archive: z.object({ id: z.string(), name: z.string() }),
  /** Version of the archive's own format. */
  archiveVersion: z.number().int(),
  app: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  machine: z.string(),
  reason: z.enum(backupReasons),
  files: size,
  /** Bytes of all files, unpacked. */
  bytes: size,
  counts: z.record(z.enum(recordTypes), size),
  attachments: z.object({ count: size, bytes: size, damaged: size }),
  /** Files that lay damaged in the archive already and were kept as they are. */
  damaged: size,
  manifestSha256: sha256,
})
export type BackupSummary = z.infer<typeof BackupSummary>

/** A file in the zip. `hash`: of the record in its envelope, for record files that could be read. */
const BackupFile = z.object({ path: z.string(), size, sha256, hash: sha256.optional() })
export type BackupFile = z.infer<typeof BackupFile>

/** An attachment in the `attachments/` folder beside the zip. `damaged`: its bytes were not those of its name. */
const BackupAttachment = z.object({
  sha256,
  ext: z.string().regex(/^[a-z0-9]{0,8}$/),
  size,
  damaged: z.boolean().optional(),
})
export type BackupAttachment = z.infer<typeof BackupAttachment>

/** `manifest.json`: every file with its size and hash. */
export const BackupManifest = z.object({
  version: z.number().int().positive(),
  files: z.array(BackupFile),
  attachments: z.array(BackupAttachment),
  /** Files of the archive whose names no other system could take. */
  skipped: z.array(z.string()),
})
export type BackupManifest = z.infer<typeof BackupManifest>
