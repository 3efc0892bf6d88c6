import { z } from 'zod'
import { defaultRules } from '../../../shared/domain/backup-rotation'
import { errorCodes } from '../../../shared/result'

/** How this computer backs up one archive, and how it went. */
export const BackupPlan = z.object({
  /** Folder that the user chose; without it the usual one beside the documents. */
  folder: z.string().optional(),
  automatic: z.boolean().default(true),
  capBytes: z.number().int().positive().default(defaultRules.capBytes),
  /** The last good backup, known even while its folder cannot be reached. */
  lastGood: z.object({ name: z.string(), at: z.iso.datetime() }).optional(),
  /** Why the last try failed; cleared by the next good backup. */
  failure: z.object({ at: z.iso.datetime(), code: z.enum(errorCodes) }).optional(),
  /** Much was gone at once; nothing is rotated until the user has confirmed. */
  loss: z
    .object({ at: z.iso.datetime(), gone: z.number(), emptied: z.number(), total: z.number() })
    .optional(),
  /** The backup that the next one is compared with; without it the newest good one. */
  baseline: z.string().optional(),
  /** Backups read to the last byte, by name: when, of what size, and whether all was well. */
  checked: z
    .record(z.string(), z.object({ at: z.iso.datetime(), size: z.number(), good: z.boolean() }))
    .default({}),
})
export type BackupPlan = z.infer<typeof BackupPlan>
