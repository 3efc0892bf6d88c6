import { z } from 'zod'
import { RecordId, recordTypes } from '../ids'
import { AnyRecordSchema } from '../records/registry'
import { call } from './door'
import { RecordHash } from './records-contract'
import { ListQuery } from './rows'

/** Why a version was put into the history (i18n keys below `history.why`). */
export const versionReasons = [
  'begin',
  'interval',
  'end',
  'status',
  'before-restore',
  'restored',
  'before-import',
  'imported',
  'outside',
  'deleted',
] as const
export type VersionReason = (typeof versionReasons)[number]

/** One version of a record, as the list of versions shows it. `current`: it is what the record says now. */
export const VersionInfo = z.object({
  hash: RecordHash,
  /** Undefined: the current version, which is in the record's file and not in its history yet. */
  why: z.enum(versionReasons).optional(),
  savedAt: z.string(),
  savedBy: z.string(),
  machine: z.string().optional(),
  revision: z.number(),
  current: z.boolean(),
})
export type VersionInfo = z.infer<typeof VersionInfo>

/** A record that points at another, or is pointed at, as it was when one of them was deleted. */
export const BinLink = z.object({
  id: z.string(),
  type: z.enum(recordTypes),
  title: z.string(),
  roles: z.array(z.string()),
  /** `in`: the other one names the deleted record; `out`: the deleted record names the other one. */
  way: z.enum(['in', 'out']),
})
export type BinLink = z.infer<typeof BinLink>

/** A deleted record. */
export const BinEntry = z.object({
  id: z.string(),
  type: z.enum(recordTypes),
  title: z.string(),
  /** Unknown for records that an earlier release deleted. */
  deletedAt: z.string().optional(),
  deletedBy: z.string().optional(),
  machine: z.string().optional(),
  links: z.array(BinLink),
  /** Follow-ups that went with it and come back with it. */
  followUps: z.number(),
})
export type BinEntry = z.infer<typeof BinEntry>

/** A backup that still holds a record. */
export const HoldingBackup = z.object({ name: z.string(), at: z.string() })
export type HoldingBackup = z.infer<typeof HoldingBackup>

/** What purging would take away, and what stays. */
export const PurgePreview = z.object({
  title: z.string(),
  inBin: z.boolean(),
  versions: z.number(),
  attachments: z.number(),
  followUps: z.number(),
  /** Records that name it; for people, agencies and boards they stand in the way, for others the link stays empty. */
  usedBy: z.array(BinLink),
  blocked: z.boolean(),
  backups: z.array(HoldingBackup),
})
export type PurgePreview = z.infer<typeof PurgePreview>

/** What stays of a purged record: that it was, not what it was. */
export const Tombstone = z.object({
  id: z.string(),
  purgedAt: z.string(),
  purgedBy: z.string(),
  machine: z.string(),
  reason: z.string(),
})
export type Tombstone = z.infer<typeof Tombstone>

const one = z.strictObject({ id: RecordId })

export const historyContract = {
  'history.versions': call(one, z.array(VersionInfo)),
  'history.version': call(
    z.strictObject({ id: RecordId, hash: RecordHash }),
    /** `names`: today's names of the records it points at, by id. */
    z.object({ record: AnyRecordSchema, names: z.record(z.string(), z.string()) }),
  ),
  /** Writes an old version's content as the next version. Undoable. */
  'history.restore': call(z.strictObject({ id: RecordId, hash: RecordHash }), z.object({ hash: RecordHash })),
  /** The newest good version of a record whose file is damaged. */
  'history.lastGood': call(one, z.object({ savedAt: z.string(), savedBy: z.string() }).nullable()),
  /** Puts that version in the damaged file's place; the damaged bytes are kept aside. */
  'history.rescue': call(one, z.void()),
  /** The record's page was closed: its editing ends here. */
  'history.leave': call(one, z.void()),
  /** A clock that jumped by more than a day, until it is confirmed. */
  'history.clock': call(z.void(), z.object({ from: z.string(), to: z.string() }).nullable()),
  'history.confirmClock': call(z.void(), z.void()),

  'bin.list': call(z.void(), z.array(BinEntry)),
  'bin.restore': call(z.strictObject({ ids: z.array(RecordId).min(1).max(100_000) }), z.void()),
  'bin.empty': call(z.void(), z.object({ count: z.number() })),

  'purge.preview': call(one, PurgePreview),
  /** Takes a record from everywhere in the archive. Cannot be undone. */
  'purge.run': call(
    z.strictObject({ id: RecordId, reason: z.string().trim().min(1).max(500) }),
    z.object({ backups: z.array(HoldingBackup) }),
  ),
  'purge.tombstones': call(z.void(), z.array(Tombstone)),

  /** Deletes records together: all or none, one step to undo. */
  'records.removeMany': call(z.strictObject({ ids: z.array(RecordId).min(1).max(100_000) }), z.void()),
  /** Ids of a stretch of a list, for selecting rows that are not loaded. */
  'records.idsOf': call(
    z.strictObject({
      query: ListQuery,
      from: z.number().int().nonnegative(),
      to: z.number().int().nonnegative(),
    }),
    z.array(z.string()),
  ),
}
