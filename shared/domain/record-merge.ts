import type { RecordType } from '../ids'
import { storeOwnedKeys } from '../records/define-record'
import type { FollowUp } from '../records/follow-up'
import type { Meeting } from '../records/meeting'
import type { AnyRecord } from '../records/registry'
import { mergeMeetings, type Collision } from './meeting-merge'
import { sameValue } from './same-value'

/** A field of a simple record (or an entry of a follow-up, by its id) that both sides changed. */
export interface FieldCollision {
  kind: 'field'
  field: string
  mine: unknown
  theirs: unknown
}

export interface MergedRecord {
  /** Holds my side wherever both changed the same. */
  record: AnyRecord
  collisions: (Collision | FieldCollision)[]
}

const owned = new Set<string>(storeOwnedKeys)

function mergeFields(
  base: Record<string, unknown>,
  mine: Record<string, unknown>,
  theirs: Record<string, unknown>,
  keys: readonly string[],
): { fields: Record<string, unknown>; collisions: FieldCollision[] } {
  const fields: Record<string, unknown> = {}
  const collisions: FieldCollision[] = []
  for (const key of keys) {
    const [before, ours, other] = [base[key], mine[key], theirs[key]]
    const value = sameValue(before, ours) ? other : ours
    if (value !== undefined) fields[key] = value
    if (!sameValue(before, ours) && !sameValue(before, other) && !sameValue(ours, other))
      collisions.push({ kind: 'field', field: key, mine: ours, theirs: other })
  }
  return { fields, collisions }
}

const byId = (rows: FollowUp['entries']) => Object.fromEntries(rows.map((entry) => [entry.id, entry]))

/**
 * Joins two versions of a record that grew out of `base`; without a known base everything that differs collides and
 * nothing that one side alone has is lost. Meetings are merged part by part, follow-ups entry by entry, others field by
 * field. Stamps come from `theirs`. Pure.
 */
export function mergeRecords(
  type: RecordType,
  base: AnyRecord | undefined,
  mine: AnyRecord,
  theirs: AnyRecord,
): MergedRecord {
  if (type === 'meeting') {
    const nothing = { attendance: [], agenda: [] } as unknown as Meeting
    const { meeting, collisions } = mergeMeetings(
      (base ?? nothing) as Meeting,
      mine as Meeting,
      theirs as Meeting,
    )
    return { record: meeting, collisions }
  }
  const data = [base ?? {}, mine, theirs] as unknown as [
    Record<string, unknown>,
    Record<string, unknown>,
    Record<string, unknown>,
  ]
  const keys = [...new Set(data.flatMap(Object.keys))].filter((key) => !owned.has(key) && key !== 'entries')
  const { fields, collisions } = mergeFields(...data, keys)
  const stamps = Object.fromEntries(Object.entries(theirs).filter(([key]) => owned.has(key)))
  if (type !== 'followup') return { record: { ...stamps, ...fields } as unknown as AnyRecord, collisions }
  const rows = [base, mine, theirs].map((side) => byId((side as FollowUp | undefined)?.entries ?? []))
  const [before = {}, ours = {}, other = {}] = rows
  const ids = [...new Set([...Object.keys(other), ...Object.keys(ours)])]
  const entries = mergeFields(before, ours, other, ids)
  return {
    record: { ...stamps, ...fields, entries: Object.values(entries.fields) } as unknown as AnyRecord,
    collisions: [...collisions, ...entries.collisions],
  }
}
