import { z } from 'zod'
import { ArchiveInfo } from './app-contract'
import { call } from './door'

/** What a check of the archive can find, from the archive's own files to what records point at. */
export const findingCodes = [
  'head-damaged',
  'head-copy-damaged',
  'settings-damaged',
  'settings-changed',
  'settings-too-new',
  'record-empty',
  'record-unreadable',
  'record-envelope',
  'record-schema',
  'record-foreign',
  'record-misnamed',
  'record-changed',
  'record-too-new',
  'record-old',
  'list-stale',
  'file-foreign',
  'file-misplaced',
  'file-copy',
  'file-denied',
  'temp-left',
  'reference-missing',
  'reference-in-bin',
  'reference-snapshot',
  'follow-up-lost',
  'attachment-missing',
  'attachment-damaged',
  'attachment-unused',
  'attachment-misnamed',
  'history-torn',
  'history-damaged',
  'bin-damaged',
  'final-damaged',
  'journal-line',
  'journal-torn',
  'journal-order',
  'journal-pending',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** Repairs that lose nothing: files go aside and are never deleted, but for bytes that were never a record. */
export const repairs = [
  'apply-journal',
  'restore-record',
  'put-back',
  'move-aside',
  'clear-temp',
  'rebuild-lists',
] as const
export type Repair = (typeof repairs)[number]

/**
 * One finding. `error`: content is lost or in danger; `warning`: somebody should look; `note`: as it should be, or
 * harmless. `where` is a file relative to the archive.
 */
export const Finding = z.object({
  code: z.enum(findingCodes),
  severity: z.enum(['error', 'warning', 'note']),
  where: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The repair that mends it. */
  repair: z.enum(repairs).optional(),
})
export type Finding = z.infer<typeof Finding>

/** What a check found. `findings` holds the first ones, gravest first; `counts` counts all. */
export const VerifyReport = z.object({
  records: z.record(z.string(), z.number()),
  attachments: z.number(),
  history: z.number(),
  journal: z.number(),
  findings: z.array(Finding),
  counts: z.partialRecord(z.enum(findingCodes), z.number()),
  severities: z.object({ error: z.number(), warning: z.number(), note: z.number() }),
  /** How many findings each repair would mend. */
  repairable: z.partialRecord(z.enum(repairs), z.number()),
})
export type VerifyReport = z.infer<typeof VerifyReport>

/** What became of repairs: mended by kind, and how many could not be. */
export const RepairReport = z.object({
  done: z.partialRecord(z.enum(repairs), z.number()),
  failed: z.number(),
})
export type RepairReport = z.infer<typeof RepairReport>

/** Records of an older shape: how many there are, and after an upgrade how many were written or left (damaged, changed outside). */
export const UpgradeReport = z.object({ outdated: z.number(), written: z.number(), left: z.number() })
export type UpgradeReport = z.infer<typeof UpgradeReport>

export const careContract = {
  /** Reads everything. Progress: `verify`. Errors: `cancelled`. */
  'care.verify': call(z.void(), VerifyReport),
  'care.repair': call(z.strictObject({ repairs: z.array(z.enum(repairs)).min(1) }), RepairReport),
  /** How many records are of an older shape. */
  'care.outdated': call(z.void(), z.object({ outdated: z.number() })),
  /** Writes all records of older shapes anew, after a backup. Progress: `upgrade`. Errors: `cancelled` and those of the backup. */
  'care.upgrade': call(z.void(), UpgradeReport),
  /** Opens the open archive anew, for writing if nobody else writes any more. */
  'care.reopen': call(z.void(), ArchiveInfo),
  /** Ends a check, a repair or an upgrade that is running. */
  'care.cancel': call(z.void(), z.void()),
}
