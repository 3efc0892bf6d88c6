import { isDeepStrictEqual } from 'node:util'
import type { Choice } from '../../shared/contract/records-contract'
import type { FoundName } from '../../shared/contract/rows'
import {
  applyMeetingChanges,
  mergeMeetingChanges,
  type MeetingChanges,
} from '../../shared/domain/meeting-changes'
import { recordTypeOfId, type RecordType } from '../../shared/ids'
import { storeOwnedKeys } from '../../shared/records/define-record'
import { definitionOf, type AnyRecord } from '../../shared/records/registry'
import { fail, ok, type Result } from '../../shared/result'
import type { ArchiveStore } from './store/store-types'

/** Fields as they come from a form: `null` clears. */
type Fields = Record<string, unknown>

const owned = new Set<string>(storeOwnedKeys)

function refusedField(fields: Fields): string | undefined {
  return Object.keys(fields).find((key) => owned.has(key))
}

/**
 * Makes a record of a form's fields. Errors: `invalid-input` (params.field), those of the store.
 */
export async function createRecord(
  store: ArchiveStore,
  type: RecordType,
  fields: Fields,
  window: string,
): Promise<Result<{ id: string; hash: string }>> {
  const field = refusedField(fields)
  if (field) return fail('invalid-input', { field })
  const saved = await store.create(type, fields, { window })
  return saved.ok ? ok({ id: saved.value.id, hash: saved.value.hash }) : saved
}

/**
 * Sets single fields of a simple record (not a meeting). Fields that somebody else changed meanwhile are a `conflict`
 * (params.keys), other people's fields stay. Errors besides: `invalid-input`, those of the store.
 */
export async function updateRecord(
  store: ArchiveStore,
  id: string,
  set: Fields,
  basedOn: string,
  window: string,
): Promise<Result<{ hash: string }>> {
  const type = recordTypeOfId(id)
  const field = refusedField(set)
  if (!type || type === 'meeting' || field) return fail('invalid-input', { field: field ?? 'id' })
  const saved = await store.change(
    id,
    basedOn,
    (current, base) => {
      if (base) {
        const collided = Object.keys(set).filter(
          (key) => !isDeepStrictEqual(valueOf(base, key), valueOf(current, key)),
        )
        if (collided.length > 0) return fail('conflict', { keys: collided })
      }
      const kept = Object.entries({ ...current, ...set }).filter(([, value]) => value !== null)
      const parsed = definitionOf(type).schema.safeParse(Object.fromEntries(kept))
      if (parsed.success) return ok(parsed.data as AnyRecord)
      return fail('invalid-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
    },
    { window },
  )
  return saved.ok ? ok({ hash: saved.value.hash }) : saved
}

function valueOf(record: AnyRecord, key: string): unknown {
  return Object.entries(record).find(([name]) => name === key)?.[1]
}

/**
 * One autosave of a meeting: merged by id into what is on the disk. `merged` tells that others' changes are in it too.
 * Errors: `conflict` (params.keys when known), `invalid-input`, those of the store.
 */
export async function saveMeeting(
  store: ArchiveStore,
  id: `meeting_${string}`,
  changes: MeetingChanges,
  basedOn: string,
): Promise<Result<{ hash: string; savedAt: string; merged: boolean }>> {
  let merged = false
  const saved = await store.change(id, basedOn, (current, base) => {
    merged = base !== undefined
    return base ? mergeMeetingChanges(base, current, changes) : applyMeetingChanges(current, changes)
  })
  return saved.ok ? ok({ hash: saved.value.hash, savedAt: saved.value.record.updatedAt, merged }) : saved
}

/** A found name as pickers show it. In: what the catalogue found; the agency's name stands in `detail` of people. */
export function choiceOf(found: FoundName): Choice {
  const { id, type, name, matched, detail, title, prefix, agencyId } = found
  const second = [title, detail, matched].filter(Boolean).join(' · ')
  return {
    id,
    type,
    label: name,
    ...(second ? { detail: second } : {}),
    ...(prefix ? { prefix } : {}),
    ...(title ? { title } : {}),
    ...(agencyId ? { agencyId } : {}),
    ...(type === 'participant' && detail ? { agencyName: detail } : {}),
  }
}
