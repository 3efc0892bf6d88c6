import { z } from 'zod'
import { MeetingChanges } from '../domain/meeting-changes'
import { RecordId, idOf, recordTypes } from '../ids'
import { AttachmentRef } from '../records/define-record'
import { Meeting } from '../records/meeting'
import { AnyRecordSchema } from '../records/registry'
import { call, event } from './door'
import { AgencyRow, BodyRow, ListQuery, MeetingRow, NoteRow, ParticipantRow, Usage } from './rows'

/** SHA-256 of the canonical record: what a writer has read. */
export const RecordHash = z.string().regex(/^[0-9a-f]{64}$/)

const Type = z.enum(recordTypes)
const Fields = z.record(z.string(), z.unknown())
const AnyRow = z.union([MeetingRow, ParticipantRow, AgencyRow, BodyRow, NoteRow])

/** A choice of a picker: one person, agency or body. */
export const Choice = z.object({
  id: z.string(),
  type: Type,
  label: z.string(),
  /** Second line: office, parent agency, short name that matched. */
  detail: z.string().optional(),
  /** For people: what a roll row needs. */
  prefix: z.string().optional(),
  title: z.string().optional(),
  agencyId: z.string().optional(),
  agencyName: z.string().optional(),
})
export type Choice = z.infer<typeof Choice>

export const recordsContract = {
  'records.list': call(ListQuery, z.object({ total: z.number(), rows: z.array(AnyRow) })),
  /** `outside`: the file's own hash does not fit, somebody else wrote it. */
  'records.get': call(
    z.strictObject({ id: RecordId }),
    z.object({ record: AnyRecordSchema, hash: RecordHash, outside: z.boolean() }),
  ),
  'records.create': call(
    z.strictObject({ type: z.enum(['participant', 'agency', 'body', 'note']), fields: Fields }),
    z.object({ id: z.string(), hash: RecordHash }),
  ),
  /** Sets some fields of a simple record; `null` clears. Meetings have `meetings.save`. */
  'records.update': call(
    z.strictObject({ id: RecordId, set: Fields, basedOn: RecordHash }),
    z.object({ hash: RecordHash }),
  ),
  /** To the bin. Fails with `in-use` (params.count, params.titles) while others point at it. */
  'records.remove': call(z.strictObject({ id: RecordId }), z.void()),
  'records.restore': call(z.strictObject({ id: RecordId }), z.void()),
  'records.usages': call(z.strictObject({ id: RecordId }), z.array(Usage)),
  'records.find': call(
    z.strictObject({
      types: z.array(Type).min(1),
      text: z.string().max(200),
      limit: z.number().int().min(1).max(50).default(8),
    }),
    z.array(Choice),
  ),
  /** One autosave: what changed since `basedOn`. Returns after the bytes are on the disk. */
  'meetings.save': call(
    z.strictObject({ id: idOf('meeting'), changes: MeetingChanges, basedOn: RecordHash }),
    /** `merged`: others' changes that the caller has not seen are in the saved version too. */
    z.object({ hash: RecordHash, savedAt: z.string(), merged: z.boolean() }),
  ),
  'meetings.get': call(
    z.strictObject({ id: idOf('meeting') }),
    z.object({ meeting: Meeting, hash: RecordHash, outside: z.boolean() }),
  ),
  'attachments.add': call(z.void(), z.array(AttachmentRef)),
  'attachments.open': call(z.strictObject({ sha256: z.string(), ext: z.string() }), z.void()),
  'undo.last': call(z.void(), z.object({ ids: z.array(z.string()) })),
  /** Records were written, removed or restored; `origin` is the window that did it, if one did. */
  'records.changed': event(
    z.object({
      changes: z.array(
        z.object({
          id: z.string(),
          type: Type,
          kind: z.enum(['saved', 'removed']),
          hash: z.string().optional(),
        }),
      ),
      origin: z.number().optional(),
    }),
  ),
}
