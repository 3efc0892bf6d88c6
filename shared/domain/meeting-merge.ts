import type { Attendance } from '../records/attendance'
import type { Block } from '../records/blocks'
import type { AgendaItem, AgendaItemHead, Meeting } from '../records/meeting'
import type { HeadField } from './meeting-changes'
import { headFields, itemHead } from './meeting-diff'
import { mergeRecordings } from './recordings'
import { sameValue } from './same-value'

/** A part that both sides changed. A missing side has removed it. */
export type Collision =
  | { kind: 'head'; field: HeadField; mine?: unknown; theirs?: unknown }
  | { kind: 'attendance'; id: string; mine?: Attendance; theirs?: Attendance }
  | { kind: 'item'; id: string; mine?: AgendaItemHead; theirs?: AgendaItemHead }
  | { kind: 'block'; id: string; mine?: Block; theirs?: Block }

export interface MergedMeeting {
  /** Holds my side wherever both changed the same part (or theirs, where I had removed it). */
  meeting: Meeting
  collisions: Collision[]
}

interface HasId {
  id: string
}

interface Sides<T> {
  base: T | undefined
  mine: T | undefined
  theirs: T | undefined
}

function pick<T>({ base, mine, theirs }: Sides<T>): { value: T | undefined; collided: boolean } {
  if (sameValue(mine, theirs) || sameValue(base, theirs)) return { value: mine, collided: false }
  if (sameValue(base, mine)) return { value: theirs, collided: false }
  return { value: mine ?? theirs, collided: true }
}

function mergeRows<T extends HasId>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  collide: (id: string, mine: T | undefined, theirs: T | undefined) => void,
): Map<string, T> {
  const maps = [base, mine, theirs].map((rows) => new Map(rows.map((row) => [row.id, row])))
  const merged = new Map<string, T>()
  for (const id of new Set(maps.flatMap((map) => [...map.keys()]))) {
    const sides = { base: maps[0]?.get(id), mine: maps[1]?.get(id), theirs: maps[2]?.get(id) }
    const { value, collided } = pick(sides)
    if (collided) collide(id, sides.mine, sides.theirs)
    if (value) merged.set(id, value)
  }
  return merged
}

/**
 * Joins lists of the head by id. Out: the list with my side of what both changed, and the same with theirs, which is the
 * same list when nothing collided.
 */
export function mergeList<T extends HasId>(base: readonly T[], mine: readonly T[], theirs: readonly T[]) {
  const other = new Map<string, T | undefined>()
  const rows = mergeRows(base, mine, theirs, (id, _ours, its) => other.set(id, its))
  const order = mergeOrder(ids(base), ids(mine), ids(theirs), new Set(rows.keys()))
  const withMine = order.flatMap((id) => rows.get(id) ?? [])
  if (other.size === 0) return { withMine, withTheirs: withMine }
  return { withMine, withTheirs: order.flatMap((id) => (other.has(id) ? other.get(id) : rows.get(id)) ?? []) }
}

/** Whether the ids that both lists hold stand in the same order. */
function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  const inB = new Set(b)
  const inA = new Set(a)
  return sameValue(
    a.filter((id) => inB.has(id)),
    b.filter((id) => inA.has(id)),
  )
}

/** Joins two orders of keys: what only the second knows stands after the neighbour it had there. Out: each key once. */
export function weave(leading: readonly string[], other: readonly string[]): string[] {
  const woven = [...leading]
  const known = new Set(leading)
  other.forEach((id, index) => {
    if (known.has(id)) return
    const before = other[index - 1]
    woven.splice(before === undefined ? 0 : woven.indexOf(before) + 1, 0, id)
    known.add(id)
  })
  return woven
}

/** The order of what is left after a merge: whoever moved things leads, the other's new ones keep their neighbours. */
function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  alive: ReadonlySet<string>,
): string[] {
  const order = sameOrder(base, mine) ? weave(theirs, mine) : weave(mine, theirs)
  return order.filter((id) => alive.has(id))
}

const ids = (rows: readonly HasId[]) => rows.map((row) => row.id)
const flat = (meeting: Meeting) => meeting.agenda.flatMap((item) => [item.id as string, ...ids(item.blocks)])
const blocksOf = (meeting: Meeting) => meeting.agenda.flatMap((item) => item.blocks)

function mergeAgenda(base: Meeting, mine: Meeting, theirs: Meeting, collisions: Collision[]): AgendaItem[] {
  const blocks = mergeRows(blocksOf(base), blocksOf(mine), blocksOf(theirs), (id, ours, other) =>
    collisions.push({ kind: 'block', id, mine: ours, theirs: other }),
  )
  const sides = [base, mine, theirs].map((meeting) => meeting.agenda.map(itemHead))
  const heads = mergeRows(sides[0] ?? [], sides[1] ?? [], sides[2] ?? [], (id, ours, other) =>
    collisions.push({ kind: 'item', id, mine: ours, theirs: other }),
  )
  const order = mergeOrder(flat(base), flat(mine), flat(theirs), new Set([...heads.keys(), ...blocks.keys()]))
  const agenda: AgendaItem[] = []
  const early: Block[] = []
  for (const id of order) {
    const head = heads.get(id)
    const block = blocks.get(id)
    if (head) agenda.push({ ...head, blocks: [] })
    else if (block) (agenda.at(-1)?.blocks ?? early).push(block)
  }
  if (early.length === 0) return agenda
  const [first, ...rest] = agenda
  // Blocks whose item one side removed and whose place is before every other item need a home.
  const home = first ?? mine.agenda[0] ?? theirs.agenda[0]
  return home ? [{ ...home, blocks: [...early, ...(first?.blocks ?? [])] }, ...rest] : agenda
}

/**
 * Joins two versions that both grew out of `base`, part by part (head fields, roll rows, agenda items, blocks by id).
 * Nothing typed is lost: a part that both changed holds my text, and theirs is told in `collisions`; a part that one side
 * removed and the other changed is kept. Stamps come from `theirs`. Pure.
 */
export function mergeMeetings(base: Meeting, mine: Meeting, theirs: Meeting): MergedMeeting {
  const collisions: Collision[] = []
  const head: Record<string, unknown> = {}
  for (const field of headFields) {
    if (field === 'comments' || field === 'breaks') {
      const { withMine, withTheirs } = mergeList<HasId>(base[field], mine[field], theirs[field])
      head[field] = withMine
      if (withTheirs !== withMine)
        collisions.push({ kind: 'head', field, mine: withMine, theirs: withTheirs })
      continue
    }
    const sides = { base: base[field], mine: mine[field], theirs: theirs[field] }
    const changedBoth = !sameValue(sides.base, sides.mine) && !sameValue(sides.base, sides.theirs)
    if (changedBoth && field === 'recordings') {
      const known = Array.isArray(sides.base) ? base.recordings : undefined
      head[field] = mergeRecordings(known, mine.recordings, theirs.recordings)
      continue
    }
    if (changedBoth && !sameValue(sides.mine, sides.theirs)) {
      collisions.push({ kind: 'head', field, mine: sides.mine, theirs: sides.theirs })
    }
    head[field] = sameValue(sides.base, sides.mine) ? sides.theirs : sides.mine
  }
  const rows = mergeRows(base.attendance, mine.attendance, theirs.attendance, (id, ours, other) =>
    collisions.push({ kind: 'attendance', id, mine: ours, theirs: other }),
  )
  const order = mergeOrder(
    ids(base.attendance),
    ids(mine.attendance),
    ids(theirs.attendance),
    new Set(rows.keys()),
  )
  const attendance = order.flatMap((id) => rows.get(id) ?? [])
  const agenda = mergeAgenda(base, mine, theirs, collisions)
  return { meeting: { ...theirs, ...head, attendance, agenda }, collisions }
}

/** What to do with one collision: keep mine, take theirs, or (texts only) let both stand below each other. */
export type Resolution = 'mine' | 'theirs' | 'both'

/** What stays of a row: mine as it stands now (also with what was typed since), or theirs; undefined = removed. */
function chosen<T>(now: T, sides: { mine?: T; theirs?: T }, choice: Resolution): T | undefined {
  if (choice === 'theirs') return sides.theirs
  // Where I had removed it, the merged meeting holds theirs.
  return choice === 'mine' && sides.mine === undefined ? undefined : now
}

/**
 * A merged meeting after the choice for one collision. In: the meeting, the collision, the choice and, for `both`,
 * the id under which their text is added after mine. Pure.
 */
export function resolveCollision(
  meeting: Meeting,
  collision: Collision,
  choice: Resolution,
  newTextId?: Block['id'],
): Meeting {
  switch (collision.kind) {
    case 'head':
      return choice === 'theirs' ? { ...meeting, [collision.field]: collision.theirs } : meeting
    case 'attendance':
      return {
        ...meeting,
        attendance: meeting.attendance.flatMap((row) =>
          row.id === collision.id ? (chosen(row, collision, choice) ?? []) : row,
        ),
      }
    case 'item':
      // A removed item is not taken away here: its text would lose its place.
      return {
        ...meeting,
        agenda: meeting.agenda.map((item) =>
          item.id === collision.id && choice === 'theirs' && collision.theirs
            ? { ...collision.theirs, blocks: item.blocks }
            : item,
        ),
      }
    case 'block': {
      const { mine, theirs } = collision
      const second =
        choice === 'both' && mine && theirs?.kind === 'text' && newTextId?.startsWith('text_')
          ? [{ ...theirs, id: newTextId as typeof theirs.id }]
          : []
      return {
        ...meeting,
        agenda: meeting.agenda.map((item) => ({
          ...item,
          blocks: item.blocks.flatMap((block) =>
            block.id === collision.id ? [chosen(block, collision, choice) ?? [], second].flat() : block,
          ),
        })),
      }
    }
  }
}
