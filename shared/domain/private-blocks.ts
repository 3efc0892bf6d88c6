import type { Block, TextBlock } from '../records/blocks'
import type { AgendaItem, Meeting } from '../records/meeting'
import type { AnyRecord } from '../records/registry'

/** Whether a block is the secretary's own note (*özel not*), which no screen for others and no export shows. */
export function isPrivate(block: Block): block is TextBlock {
  return block.kind === 'text' && block.private === true
}

/** The meeting without the secretary's own notes; the same object when it has none. */
export function withoutPrivate(meeting: Meeting): Meeting {
  if (!meeting.agenda.some(({ blocks }) => blocks.some(isPrivate))) return meeting
  const agenda = meeting.agenda.map((item) => ({
    ...item,
    blocks: item.blocks.filter((block) => !isPrivate(block)),
  }))
  return { ...meeting, agenda }
}

/** A record as it may leave the office: a meeting without the secretary's own notes, remarks for reviewers and sound. Any other as it is. */
export function forOthers<R extends AnyRecord>(record: R): R {
  return 'agenda' in record
    ? ({ ...withoutPrivate(record), comments: [], recordings: [] } as AnyRecord as R)
    : record
}

/**
 * A record as a mirror of the archive shows it: remarks for reviewers are there, the secretary's own notes and sound
 * recordings are not.
 */
export function inMirror(record: AnyRecord): AnyRecord {
  if (!('agenda' in record)) return record
  const shown = withoutPrivate(record)
  return shown.recordings.length === 0 ? shown : { ...shown, recordings: [] }
}

interface Place {
  block: TextBlock
  itemId: string
  /** Blocks of the item before it, nearest first. */
  before: string[]
}

function placesOf(meeting: Meeting, wanted: (block: Block) => block is TextBlock): Place[] {
  return meeting.agenda.flatMap(({ id, blocks }) =>
    blocks.flatMap((block, index) => {
      if (!wanted(block)) return []
      const before = blocks.slice(0, index).map((one) => one.id)
      return [{ block, itemId: id, before: before.reverse() }]
    }),
  )
}

/** Puts a block behind the nearest of its former neighbours that is left, else at the beginning of its item, else of the last. */
function putBack(agenda: readonly AgendaItem[], { block, itemId, before }: Place): AgendaItem[] {
  const found = before.find((id) => agenda.some(({ blocks }) => blocks.some((one) => one.id === id)))
  const at = agenda.findIndex(({ id, blocks }) =>
    found ? blocks.some((one) => one.id === found) : id === itemId,
  )
  const target = at >= 0 ? at : agenda.length - 1
  return agenda.map((item, index) => {
    if (index !== target) return item
    const behind = found ? item.blocks.findIndex((one) => one.id === found) + 1 : 0
    return { ...item, blocks: [...item.blocks.slice(0, behind), block, ...item.blocks.slice(behind)] }
  })
}

/**
 * A meeting that went out without the secretary's own notes and came back (`returned`), with the notes of the office's version
 * (`own`) where they stood. `sent` is the version that went out, if it is known: what was a note then was not deleted by whoever
 * had the text. What is a note now stays one, also when it went out before it was made one.
 */
export function withPrivateOf(returned: Meeting, own: Meeting, sent?: Meeting): Meeting {
  const hidden = new Set<string>((sent ? placesOf(sent, isPrivate) : []).map(({ block }) => block.id))
  const kept = (block: Block): block is TextBlock =>
    block.kind === 'text' && (block.private === true || hidden.has(block.id))
  const notes = new Set(placesOf(own, isPrivate).map(({ block }) => block.id))
  const there = new Set(returned.agenda.flatMap(({ blocks }) => blocks.map(({ id }) => id as string)))
  const marked = returned.agenda.map((item) => ({
    ...item,
    blocks: item.blocks.map((block): Block =>
      block.kind === 'text' && notes.has(block.id) ? { ...block, private: true } : block,
    ),
  }))
  const missing = placesOf(own, kept).filter(({ block }) => !there.has(block.id))
  if (missing.length === 0 && notes.size === 0) return returned
  const agenda = missing.reduce<AgendaItem[]>(
    (items, place) =>
      putBack(items.length > 0 ? items : own.agenda.map((item) => ({ ...item, blocks: [] })), place),
    marked,
  )
  return { ...returned, agenda }
}

/** As {@link withPrivateOf}, for a record of any type that a mirror brings back: its sound is the office's own. */
export function recordWithPrivateOf(returned: AnyRecord, own: AnyRecord, sent?: AnyRecord): AnyRecord {
  if (!('agenda' in returned) || !('agenda' in own)) return returned
  const back = withPrivateOf(returned, own, sent && 'agenda' in sent ? sent : undefined)
  return back.recordings === own.recordings ? back : { ...back, recordings: own.recordings }
}
