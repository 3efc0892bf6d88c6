import type { Meeting } from '../records/meeting'
import { itemHead } from './meeting-diff'
import { mergeList, mergeMeetings, resolveCollision, type Collision, type Resolution } from './meeting-merge'
import { sameValue } from './same-value'

/** A name for the part that a collision is about; equal for two collisions about the same part. */
export function collisionKey(collision: Collision): string {
  return `${collision.kind}.${collision.kind === 'head' ? collision.field : collision.id}`
}

/** What a meeting says of the part that a collision is about. Out: undefined when the part is not there. */
function partOf(meeting: Meeting, collision: Collision): unknown {
  switch (collision.kind) {
    case 'head':
      return meeting[collision.field]
    case 'attendance':
      return meeting.attendance.find(({ id }) => id === collision.id)
    case 'item': {
      const item = meeting.agenda.find(({ id }) => id === collision.id)
      return item && itemHead(item)
    }
    case 'block':
      return meeting.agenda.flatMap(({ blocks }) => blocks).find(({ id }) => id === collision.id)
  }
}

/** Whether the page holds their side of it, because mine had removed the part, and nothing was made of it since. */
function holdsTheirs(collision: Collision, part: unknown): boolean {
  return collision.kind !== 'head' && collision.mine === undefined && sameValue(part, collision.theirs)
}

/**
 * A collision with my side as the page says it by now: typing goes on while the choice is open. In: the collision, the page.
 * Out: the same collision when nothing was changed since. Pure.
 */
export function collisionNow(collision: Collision, page: Meeting): Collision {
  const part = partOf(page, collision)
  if (holdsTheirs(collision, part) || sameValue(part, collision.mine)) return collision
  if (collision.kind === 'head' && (collision.field === 'comments' || collision.field === 'breaks')) {
    // Their list with what was added on the page since: taking their side must not cost it.
    type Rows = Meeting['comments']
    const { withMine } = mergeList(collision.mine as Rows, collision.theirs as Rows, part as Rows)
    return { ...collision, mine: part, theirs: withMine }
  }
  return { ...collision, mine: part } as Collision
}

/** Both sides of a collision. */
export type Sides = Pick<Collision, 'mine' | 'theirs'>

/**
 * Whether a choice still says what becomes of a collision. In: the choice, both sides as they were shown when it was made, and
 * as they are by now. To keep mine (alone or with theirs) is to keep it with what was typed since, and to take theirs is to take
 * what they wrote since: asking again would only delay it. What would cost words that were not shown is asked again, and
 * so is a side that was removed since, or came back. Pure.
 */
export function choiceStands(choice: Resolution, shown: Sides, now: Sides): boolean {
  const goesOn = (side: keyof Sides) =>
    sameValue(shown[side], now[side]) || (shown[side] !== undefined && now[side] !== undefined)
  if (!goesOn('mine') || !goesOn('theirs')) return false
  if (choice === 'theirs') return sameValue(shown.mine, now.mine)
  return choice === 'both' || sameValue(shown.theirs, now.theirs)
}

/**
 * Collisions that were open, maybe when the program ended, as they stand between the page and a version on the disk that has
 * moved on. In: also those that the join of the two has just told. Out: none of these, and none where both say the same by now.
 */
export function collisionsSince(
  open: readonly Collision[],
  told: readonly Collision[],
  page: Meeting,
  disk: Meeting,
): Collision[] {
  const known = new Set(told.map(collisionKey))
  return open.flatMap((collision): Collision[] => {
    if (known.has(collisionKey(collision))) return []
    const part = partOf(page, collision)
    const theirs = partOf(disk, collision)
    const mine = collision.kind !== 'head' && collision.mine === undefined ? undefined : part
    return sameValue(mine, theirs) ? [] : [{ ...collision, mine, theirs } as Collision]
  })
}

/** A version without the part of a collision; the text of an item goes to the one before it. */
function withoutPart(meeting: Meeting, { id }: Exclude<Collision, { kind: 'head' }>): Meeting {
  const agenda: Meeting['agenda'] = []
  for (const item of meeting.agenda) {
    const blocks = item.blocks.filter((block) => block.id !== id)
    const above = agenda.at(-1)
    if (item.id !== id) agenda.push({ ...item, blocks })
    else if (above) agenda.splice(-1, 1, { ...above, blocks: [...above.blocks, ...blocks] })
  }
  return { ...meeting, attendance: meeting.attendance.filter((row) => row.id !== id), agenda }
}

/**
 * The page after the choice for one collision (as {@link collisionNow} says it). In: the page, their version, the collision and
 * the choice; for `both` the id under which their text is added. A part of theirs that the page has lost since comes
 * back to its place. Pure.
 */
export function settleCollision(
  page: Meeting,
  theirs: Meeting,
  collision: Collision,
  choice: Resolution,
  newTextId?: Parameters<typeof resolveCollision>[3],
): Meeting {
  const lost =
    choice === 'theirs' &&
    collision.kind !== 'head' &&
    collision.theirs !== undefined &&
    partOf(page, collision) === undefined
  const whole = lost ? mergeMeetings(withoutPart(theirs, collision), page, theirs).meeting : page
  return resolveCollision(whole, collision, choice, newTextId)
}
