import { meetingHeadShape, type AgendaItemHead, type Meeting } from '../records/meeting'
import type { HeadChanges, HeadField, MeetingChanges } from './meeting-changes'
import { sameValue } from './same-value'

export const headFields = Object.keys(meetingHeadShape) as HeadField[]

interface HasId {
  id: string
}

/** Rows of `now` that are new or say something else than in `base`; the same object is taken as unchanged. */
function changedRows<T extends HasId>(base: readonly T[], now: readonly T[]): T[] {
  const before = new Map(base.map((row) => [row.id, row]))
  return now.filter((row) => !sameValue(before.get(row.id), row))
}

function removedIds<T extends HasId>(base: readonly T[], now: readonly T[]): T['id'][] {
  const kept = new Set(now.map((row) => row.id))
  return base.filter((row) => !kept.has(row.id)).map((row) => row.id)
}

/** The head of an agenda item without its blocks. */
export function itemHead({ blocks: _blocks, ...head }: Meeting['agenda'][number]): AgendaItemHead {
  return head
}

/** Which items there are, in order, and which blocks each holds. */
export function layoutOf(agenda: Meeting['agenda']): NonNullable<MeetingChanges['layout']> {
  return agenda.map((item) => ({ itemId: item.id, blockIds: item.blocks.map((block) => block.id) }))
}

function headChanges(base: Meeting, now: Meeting): HeadChanges {
  const changed = headFields.filter((field) => !sameValue(base[field], now[field]))
  return Object.fromEntries(changed.map((field) => [field, now[field] ?? null]))
}

function attendanceChanges(base: Meeting, now: Meeting): MeetingChanges['attendance'] {
  const upsert = changedRows(base.attendance, now.attendance)
  const remove = removedIds(base.attendance, now.attendance)
  const gone = new Set(remove)
  const known = new Set(base.attendance.map((row) => row.id))
  const withoutOrder = [
    ...base.attendance.filter((row) => !gone.has(row.id)),
    ...upsert.filter((row) => !known.has(row.id)),
  ].map((row) => row.id)
  const wanted = now.attendance.map((row) => row.id)
  const order = sameValue(withoutOrder, wanted) ? undefined : wanted
  if (upsert.length === 0 && remove.length === 0 && !order) return undefined
  return { upsert, remove, ...(order ? { order } : {}) }
}

/**
 * What must be saved to turn one version of a meeting into another: only fields, rows and blocks that changed.
 * Out: undefined when both say the same. `applyMeetingChanges(base, diff)` gives `now` again.
 */
export function diffMeetings(base: Meeting, now: Meeting): MeetingChanges | undefined {
  const changes: MeetingChanges = {}
  const set = headChanges(base, now)
  if (Object.keys(set).length > 0) changes.set = set
  const attendance = attendanceChanges(base, now)
  if (attendance) changes.attendance = attendance
  if (base.agenda !== now.agenda) {
    const items = {
      upsert: changedRows(base.agenda.map(itemHead), now.agenda.map(itemHead)),
      remove: removedIds(base.agenda, now.agenda),
    }
    if (items.upsert.length > 0 || items.remove.length > 0) changes.items = items
    const upsert = changedRows(
      base.agenda.flatMap((item) => item.blocks),
      now.agenda.flatMap((item) => item.blocks),
    )
    if (upsert.length > 0) changes.blocks = { upsert }
    const layout = layoutOf(now.agenda)
    if (!sameValue(layoutOf(base.agenda), layout)) changes.layout = layout
  }
  return Object.keys(changes).length > 0 ? changes : undefined
}
