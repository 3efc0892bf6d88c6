import { z } from 'zod'
import { idOf } from '../ids'
import { Attendance } from '../records/attendance'
import { Block } from '../records/blocks'
import { AgendaItemHead, Meeting, meetingHeadShape } from '../records/meeting'
import { fail, ok, type Result } from '../result'

const BlockId = z.union([idOf('text'), idOf('decision'), idOf('action')])

/** Head fields that a save sets; `null` clears an optional one. Defaults must not sneak in, hence the unwrapping. */
const headShape = Object.fromEntries(
  Object.entries(meetingHeadShape).map(([key, schema]) => [
    key,
    (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional
      ? schema.unwrap()
      : schema) as z.ZodType,
  ]),
)
const HeadChanges = z.strictObject(
  Object.fromEntries(Object.entries(headShape).map(([key, schema]) => [key, schema.nullable().optional()])),
)

type Head = Omit<Meeting, 'attendance' | 'agenda'>
export type HeadField = keyof typeof meetingHeadShape
export type HeadChanges = { [K in HeadField]?: Head[K] | null }

/** What one save of a meeting carries: only fields, rows and blocks that changed. */
export const MeetingChanges = z.strictObject({
  set: HeadChanges.transform((value) => value as HeadChanges).optional(),
  attendance: z
    .strictObject({
      upsert: z.array(Attendance).max(5_000).default([]),
      remove: z.array(idOf('attendance')).default([]),
      order: z.array(idOf('attendance')).optional(),
    })
    .optional(),
  items: z
    .strictObject({
      upsert: z.array(AgendaItemHead).max(2_000).default([]),
      remove: z.array(idOf('item')).default([]),
    })
    .optional(),
  blocks: z.strictObject({ upsert: z.array(Block).max(20_000).default([]) }).optional(),
  /** The whole order of items and of the blocks in each; blocks that it leaves out are removed. */
  layout: z.array(z.strictObject({ itemId: idOf('item'), blockIds: z.array(BlockId) })).optional(),
})
export type MeetingChanges = z.infer<typeof MeetingChanges>

/** Puts rows into the asked order; rows that the order does not name keep their place at the end. */
function reorder<T extends { id: string }>(rows: T[], order: readonly string[] | undefined): T[] {
  if (!order) return rows
  const rank = new Map(order.map((id, index) => [id, index]))
  return [...rows].sort((a, b) => (rank.get(a.id) ?? order.length) - (rank.get(b.id) ?? order.length))
}

function upsert<T extends { id: string }>(rows: T[], changed: readonly T[], removed: readonly string[]): T[] {
  const incoming = new Map(changed.map((row) => [row.id, row]))
  const gone = new Set(removed)
  const kept = rows.filter((row) => !gone.has(row.id)).map((row) => incoming.get(row.id) ?? row)
  const known = new Set(rows.map((row) => row.id))
  return [...kept, ...changed.filter((row) => !known.has(row.id) && !gone.has(row.id))]
}

/**
 * The meeting after a save: pure, the input stays as it is. Blocks and rows are matched by id.
 * Errors: `invalid-input` when the layout names an item or block that neither the meeting nor the changes hold, or names one twice.
 */
export function applyMeetingChanges(meeting: Meeting, changes: MeetingChanges): Result<Meeting> {
  const head: Record<string, unknown> = {}
  const cleared = new Set<string>()
  for (const [key, value] of Object.entries(changes.set ?? {})) {
    if (value === null || value === undefined) cleared.add(key)
    else head[key] = value
  }
  const base = Object.fromEntries(Object.entries(meeting).filter(([key]) => !cleared.has(key)))
  const attendance = reorder(
    upsert(meeting.attendance, changes.attendance?.upsert ?? [], changes.attendance?.remove ?? []),
    changes.attendance?.order,
  )

  const blocks = new Map(
    meeting.agenda.flatMap((item) => item.blocks.map((block) => [block.id as string, block])),
  )
  for (const block of changes.blocks?.upsert ?? []) blocks.set(block.id, block)
  const heads = upsert(
    meeting.agenda,
    (changes.items?.upsert ?? []).map(bare),
    changes.items?.remove ?? [],
  ).map((item) => ({
    ...item,
    blocks: meeting.agenda.find((old) => old.id === item.id)?.blocks ?? [],
  }))
  const layout =
    changes.layout ?? heads.map((item) => ({ itemId: item.id, blockIds: item.blocks.map(({ id }) => id) }))
  const headById = new Map(heads.map((item) => [item.id, item]))
  const seen = new Set<string>()
  const agenda: Meeting['agenda'] = []
  for (const { itemId, blockIds } of layout) {
    const item = headById.get(itemId)
    if (!item || seen.has(itemId)) return fail('invalid-input', { field: 'layout' })
    seen.add(itemId)
    const ordered = []
    for (const id of blockIds) {
      const block = blocks.get(id)
      if (!block || seen.has(id)) return fail('invalid-input', { field: 'layout' })
      seen.add(id)
      ordered.push(block)
    }
    agenda.push({ ...item, blocks: ordered })
  }

  const parsed = Meeting.safeParse({ ...base, ...head, attendance, agenda })
  if (!parsed.success) return fail('invalid-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
  return ok(parsed.data)
}

function bare(head: AgendaItemHead): Meeting['agenda'][number] {
  return { ...head, blocks: [] }
}

/** What a save touches, as flat keys with their values: `head.title`, `attendance.<id>`, `item.<id>`, `block.<id>`, `layout`. */
function touched(meeting: Meeting, changes: MeetingChanges): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const key of Object.keys(changes.set ?? {})) found.set(`head.${key}`, meeting[key as HeadField])
  const rows = new Map(meeting.attendance.map((row) => [row.id, row]))
  for (const { id } of changes.attendance?.upsert ?? []) found.set(`attendance.${id}`, rows.get(id))
  for (const id of changes.attendance?.remove ?? []) found.set(`attendance.${id}`, rows.get(id))
  if (changes.attendance?.order) found.set('attendance', [...rows.keys()])
  const heads = new Map(meeting.agenda.map(({ blocks: _blocks, ...head }) => [head.id, head]))
  for (const { id } of changes.items?.upsert ?? []) found.set(`item.${id}`, heads.get(id))
  for (const id of changes.items?.remove ?? []) found.set(`item.${id}`, heads.get(id))
  const blocks = new Map(meeting.agenda.flatMap((item) => item.blocks.map((block) => [block.id, block])))
  for (const { id } of changes.blocks?.upsert ?? []) found.set(`block.${id}`, blocks.get(id))
  if (changes.layout) {
    found.set(
      'layout',
      meeting.agenda.map((item) => ({ itemId: item.id, blockIds: item.blocks.map(({ id }) => id) })),
    )
  }
  return found
}

/**
 * Merges a save into a record that has changed since it was read: what the save touches must be the same in both.
 * In: the version the caller read, the version on disk, the changes. Out: the merged meeting,
 * or `conflict` with the keys that both sides changed (`params.keys`).
 */
export function mergeMeetingChanges(
  base: Meeting,
  current: Meeting,
  changes: MeetingChanges,
): Result<Meeting> {
  const before = touched(base, changes)
  const now = touched(current, changes)
  const collided = [...before.keys()].filter(
    (key) => JSON.stringify(before.get(key)) !== JSON.stringify(now.get(key)),
  )
  if (collided.length > 0) return fail('conflict', { keys: collided })
  return applyMeetingChanges(current, changes)
}
