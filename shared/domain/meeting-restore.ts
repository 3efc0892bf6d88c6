import type { Meeting } from '../records/meeting'
import { newId } from '../ids'
import { collisionKey, collisionsSince } from './collision-now'
import { applyMeetingChanges, type HeadField, type MeetingChanges } from './meeting-changes'
import { layoutOf } from './meeting-diff'
import { mergeMeetings, resolveCollision, type Collision, type MergedMeeting } from './meeting-merge'
import { sameValue } from './same-value'

/**
 * The changes with a layout that fits today's meeting: without places for what exists nowhere any more, and with a place
 * at the end for kept blocks whose own has gone.
 */
function withKnownLayout(meeting: Meeting, changes: MeetingChanges): MeetingChanges {
  const items = new Set<string>([
    ...meeting.agenda.map((item) => item.id),
    ...(changes.items?.upsert ?? []).map((item) => item.id),
  ])
  const upserted = (changes.blocks?.upsert ?? []).map((block) => block.id)
  const blocks = new Set<string>([
    ...meeting.agenda.flatMap((item) => item.blocks.map((block) => block.id)),
    ...upserted,
  ])
  const layout = (changes.layout ?? layoutOf(meeting.agenda))
    .filter(({ itemId }) => items.has(itemId))
    .map(({ itemId, blockIds }) => ({ itemId, blockIds: blockIds.filter((id) => blocks.has(id)) }))
  const placed = new Set(layout.flatMap(({ blockIds }) => blockIds))
  const homeless = upserted.filter((id) => !placed.has(id))
  const last = layout.at(-1)
  if (homeless.length === 0) return changes.layout ? { ...changes, layout } : changes
  if (last) {
    return {
      ...changes,
      layout: [...layout.slice(0, -1), { ...last, blockIds: [...last.blockIds, ...homeless] }],
    }
  }
  const item = { id: newId('item'), title: '', kind: 'item' as const, speakerIds: [] }
  return {
    ...changes,
    items: { upsert: [...(changes.items?.upsert ?? []), item], remove: changes.items?.remove ?? [] },
    layout: [{ itemId: item.id, blockIds: homeless }],
  }
}

/** What both sides are known to have started from: the meeting of today without anything the changes speak of. */
function commonGround(meeting: Meeting, changes: MeetingChanges): Meeting {
  const gone = new Set<string>([
    ...(changes.attendance?.upsert ?? []).map((row) => row.id),
    ...(changes.items?.upsert ?? []).map((item) => item.id),
    ...(changes.blocks?.upsert ?? []).map((block) => block.id),
  ])
  const placed = changes.layout && new Set(changes.layout.flatMap((item) => [item.itemId, ...item.blockIds]))
  const kept = ({ id }: { id: string }) => !gone.has(id) && (placed?.has(id as never) ?? true)
  const base = {
    ...meeting,
    attendance: meeting.attendance.filter((row) => !gone.has(row.id)),
    agenda: meeting.agenda
      .filter(kept)
      .map((item) => ({ ...item, blocks: item.blocks.filter((block) => kept(block)) })),
  }
  // A value that neither side can hold, so that two different ones count as a collision.
  const unknown = Symbol('unknown')
  for (const field of Object.keys(changes.set ?? {}) as HeadField[]) {
    // Lists are joined by row: of none it is known that both had it.
    const rows = field === 'comments' || field === 'breaks'
    Object.assign(base, { [field]: rows ? [] : unknown })
  }
  return base
}

/** The words of a part and the rest of it, if it has words of its own. */
function wordsOf(value: unknown): { words: string; rest: unknown } | undefined {
  if (typeof value === 'string') return { words: value, rest: undefined }
  if (typeof value !== 'object' || value === null) return undefined
  if ('markdown' in value && typeof value.markdown === 'string')
    return { words: value.markdown, rest: { ...value, markdown: '' } }
  if ('text' in value && typeof value.text === 'string')
    return { words: value.text, rest: { ...value, text: '' } }
  return undefined
}

/**
 * Which side goes on where the other stops. What was kept may be a moment older than the last save, or newer than one that was
 * on its way: then one text begins with the other, and the longer one loses nothing.
 */
function continuing(collision: Collision): 'mine' | 'theirs' | undefined {
  const mine = wordsOf(collision.mine)
  const theirs = wordsOf(collision.theirs)
  if (!mine || !theirs || !sameValue(mine.rest, theirs.rest)) return undefined
  if (mine.words.startsWith(theirs.words.trimEnd())) return 'mine'
  return theirs.words.startsWith(mine.words.trimEnd()) ? 'theirs' : undefined
}

/** What was kept: the changes, the hash they were made on, and the collisions that were not decided yet. */
export interface KeptChanges {
  changes: MeetingChanges
  basedOn: string
  collisions?: readonly Collision[] | undefined
}

/**
 * Brings back changes that were kept after a crash. In: the meeting on the disk and its hash, and what was kept. When the
 * meeting has moved on since, nothing of either side is lost: parts that differ come as collisions. What was being asked when
 * the program ended is asked again. Out: undefined when the changes fit nowhere in the meeting; their words are the caller's
 * to keep.
 */
export function restoreChanges(meeting: Meeting, hash: string, kept: KeptChanges): MergedMeeting | undefined {
  const changes = withKnownLayout(meeting, kept.changes)
  const applied = applyMeetingChanges(meeting, changes)
  if (!applied.ok) return undefined
  const open = kept.collisions ?? []
  if (kept.basedOn === hash) return { meeting: applied.value, collisions: [...open] }
  const asked = new Set(open.map(collisionKey))
  const merged = mergeMeetings(commonGround(meeting, changes), applied.value, meeting)
  const restored = merged.collisions.reduce<MergedMeeting>(
    (now, collision) => {
      const longer = asked.has(collisionKey(collision)) ? undefined : continuing(collision)
      if (longer) return { ...now, meeting: resolveCollision(now.meeting, collision, longer) }
      return { ...now, collisions: [...now.collisions, collision] }
    },
    { meeting: merged.meeting, collisions: [] },
  )
  const left = collisionsSince(open, merged.collisions, restored.meeting, meeting)
  return { meeting: restored.meeting, collisions: [...restored.collisions, ...left] }
}
