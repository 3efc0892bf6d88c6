import { eventBounds, eventSortKey } from '../dates'
import type { ActionBlock, Block, DecisionBlock, Due } from '../records/blocks'
import type { FollowUp } from '../records/follow-up'
import type { AgendaItem, Meeting } from '../records/meeting'
import { plainTextOf } from '../text/plain-text'
import { foldTr } from '../text/turkish'
import { reviewDay } from './review-day'

export const carryReasons = ['not-discussed', 'postponed', 'open', 'review'] as const

/** One thing that comes along to the next meeting, and why. */
export interface CarriedMatter {
  /** Names the matter for life: the id of the agenda item, decision or action item that it began as. */
  key: string
  kind: 'item' | 'decision' | 'action'
  reason: (typeof carryReasons)[number]
  title: string
  /** Where it began; what the new agenda item takes over. */
  carriedFrom: NonNullable<AgendaItem['carriedFrom']>
  /** The meeting it was on the agenda of last: that of its origin, or one that it was carried to. */
  lastMeetingId: Meeting['id']
  reviewOn?: string
  due?: Due
  responsible?: string
}

export interface CarryQuestion {
  /** Meetings of the body, in any order. */
  meetings: readonly Meeting[]
  /** Meetings of other bodies that have carried something from them: they only tell what has been taken over. */
  others?: readonly Meeting[]
  followUps: readonly FollowUp[]
  /** Day of the new meeting, and the day it is now (`YYYY-MM-DD`). */
  date: string
  today: string
  /** Titles that stand on the new agenda anyhow: an item left undiscussed under such a title comes by itself. */
  standing?: readonly string[]
  /** Texts that templates put below an item to begin with: nobody has said anything yet where only they stand. */
  starting?: ReadonlySet<string>
}

/** A place where a matter stood on an agenda, and why it comes along from there (undefined: it was dealt with). */
interface Stop {
  meeting: Meeting
  item: AgendaItem
  reason: 'not-discussed' | 'postponed' | undefined
}

/** Where a matter began: as an agenda item, or as a decision or action item in one. */
interface Origin extends Omit<Stop, 'reason'> {
  block?: Block
}

/** Key of items under one title, however it is written. */
const titleKey = (title: string) =>
  foldTr(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

type Texts = ReadonlySet<string>

function saysSomething(block: Block, starting: Texts): boolean {
  if (block.kind !== 'text') return block.text.trim() !== ''
  const words = block.markdown.trim()
  return !block.private && words !== '' && !starting.has(words)
}

function isDiscussed(item: AgendaItem, starting: Texts): boolean {
  return item.startedAt !== undefined || item.blocks.some((block) => saysSomething(block, starting))
}

/** A postponed decision with a date of its own waits for that date; it does not send the whole item back. */
function isPostponed(item: AgendaItem): boolean {
  if (item.state !== undefined) return item.state === 'postponed'
  return item.blocks.some(
    (block) => block.kind === 'decision' && block.outcome === 'postponed' && block.reviewOn === undefined,
  )
}

/**
 * Whether a meeting has been held as far as its record tells: it is past drafting, something was written or stamped in
 * it, the quorum was declared, or its day is over.
 */
function wasHeld(meeting: Meeting, today: string, starting: Texts): boolean {
  if (meeting.status === 'review' || meeting.status === 'final') return true
  if (meeting.quorum?.declared !== undefined || meeting.agenda.some((item) => isDiscussed(item, starting)))
    return true
  const end = meeting.time.end ?? meeting.time.start
  const day = end === undefined ? undefined : eventBounds(end)
  return day !== undefined && day.to < today
}

function isAfter(meeting: Meeting, date: string): boolean {
  const day = meeting.time.start === undefined ? undefined : eventBounds(meeting.time.start)
  return day !== undefined && day.from > date
}

/** When a meeting began; without a year, when it was entered. */
function startOf({ time: { start }, createdAt }: Meeting): string {
  return start !== undefined && eventBounds(start) ? start : createdAt.slice(0, 10)
}

function inOrder(meetings: readonly Meeting[]): Meeting[] {
  const keyOf = (meeting: Meeting) => `${eventSortKey(startOf(meeting))} ${meeting.createdAt} ${meeting.id}`
  return meetings
    .map((meeting) => ({ meeting, key: keyOf(meeting) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ meeting }) => meeting)
}

/** Decisions and action items that follow-ups have ended: the word said last counts, so that work can be taken up again. */
function endedTargets(followUps: readonly FollowUp[]): Set<string> {
  const last = new Map<string, { at: string; ended: boolean }>()
  for (const { targetId, entries } of followUps) {
    for (const { at, status } of entries) {
      const known = last.get(targetId)
      if (status === undefined || (known && known.at > at)) continue
      last.set(targetId, { at, ended: status === 'done' || status === 'cancelled' })
    }
  }
  return new Set([...last].filter(([, { ended }]) => ended).map(([id]) => id))
}

/** What an item is about: follows `carriedFrom` back to where the matter began, as far as that is known. */
function matterOf(item: AgendaItem, items: ReadonlyMap<string, AgendaItem>): string {
  const seen = new Set<string>()
  let current = item
  for (;;) {
    const from = current.carriedFrom
    if (!from) return current.id
    if (from.blockId) return from.blockId
    const before = items.get(from.itemId)
    if (!before || seen.has(before.id)) return from.itemId
    seen.add(before.id)
    current = before
  }
}

/** A block's words as a title. */
function titleOf(block: Block | undefined): string {
  if (!block) return ''
  const words = plainTextOf(block.kind === 'text' ? block.markdown : block.text)
    .replace(/\s+/g, ' ')
    .trim()
  if (words.length <= 200) return words
  return `${words.slice(0, 199).replace(/\s+\S*$/, '')}…`
}

const inForce = (decision: DecisionBlock) => decision.state === 'in-force' || decision.state === 'amended'

/** The reason for which an agenda item comes along after the stop where it stood last. */
function itemReason(item: AgendaItem, starting: Texts): Stop['reason'] {
  if (isPostponed(item)) return 'postponed'
  return item.state === undefined && !isDiscussed(item, starting) ? 'not-discussed' : undefined
}

/** Own notes give no title: it goes into minutes that others read. */
function itemTitle(item: AgendaItem): string {
  const open = item.blocks.filter((block) => block.kind !== 'text' || !block.private)
  return item.title.trim() || titleOf(open.find((block) => block.kind !== 'text') ?? open[0])
}

const weight = ({ reason }: Stop) => ['not-discussed', 'postponed'].indexOf(reason ?? '')

/** Where every matter stood last, and which are on an agenda still to come. */
function survey({ meetings, others = [], date, today, starting = new Set() }: CarryQuestion) {
  const counts = (meeting: Meeting) => wasHeld(meeting, today, starting) && !isAfter(meeting, date)
  const ordered = inOrder(meetings)
  const agendas = [...others, ...ordered].flatMap(({ agenda }) => agenda)
  const items = new Map(agendas.map((item) => [item.id, item]))
  const stops = new Map<string, Stop>()
  const waiting = new Set<string>()
  for (const meeting of ordered) {
    for (const item of meeting.agenda) {
      const matter = matterOf(item, items)
      if (counts(meeting)) {
        const stop: Stop = { meeting, item, reason: itemReason(item, starting) }
        const known = stops.get(matter)
        // Of a matter split on one agenda, what is not dealt with counts, and what was postponed most.
        if (known?.meeting !== meeting || weight(stop) > weight(known)) stops.set(matter, stop)
      } else if (item.carriedFrom) waiting.add(matter)
    }
  }
  for (const meeting of others) {
    for (const item of meeting.agenda) {
      if (!item.carriedFrom) continue
      const matter = matterOf(item, items)
      if (!isAction(matter) || !counts(meeting)) waiting.add(matter)
    }
  }
  const origins = new Map<string, Origin>()
  for (const meeting of ordered) {
    for (const item of meeting.agenda) {
      if (!origins.has(item.id)) origins.set(item.id, { meeting, item })
      for (const block of item.blocks) origins.set(block.id, { meeting, item, block })
    }
  }
  const held = ordered.filter(counts)
  // Matters in the order of the agendas they began on; those that began elsewhere come where they were carried to.
  const matters = new Set(
    held.flatMap(({ agenda }) => [
      ...agenda.map((item) => matterOf(item, items)),
      ...agenda.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind !== 'text').map(({ id }) => id)),
    ]),
  )
  return { stops, waiting, origins, matters: [...matters] }
}

const isAction = (matter: string) => matter.startsWith('action_')

/**
 * What comes along to a new meeting: agenda items that a held meeting left undiscussed (no stamp, nothing written, not
 * withdrawn) or postponed (itself, or by a decision without a date); action items that no follow-up has ended; decisions
 * in force whose `reviewOn` has begun by the day of the new meeting.
 *
 * The rule against carrying twice: a matter is named by what it began as, and every agenda item carried from there is a
 * copy of it. While a copy stands in a meeting that has not been held yet or is later than the new one, the matter is in
 * good hands and does not come. Otherwise the copy in the latest held meeting counts: discussed or withdrawn ends an
 * agenda item and a review, undiscussed or postponed (of a split one: any part of it) brings it again; an action item
 * comes until it has ended, or when its copy was postponed. `carriedFrom` always names the beginning, so that a meeting in
 * between may go. What another body has taken over stays there, except open action items.
 *
 * In: see {@link CarryQuestion}. Out: in the order of the meetings, agenda items of a meeting before its decisions and
 * action items; every matter at most once.
 */
export function carryOver(question: CarryQuestion): CarriedMatter[] {
  const { stops, waiting, origins, matters } = survey(question)
  const ended = endedTargets(question.followUps)
  const standing = new Set((question.standing ?? []).map(titleKey))
  return matters.flatMap((matter): CarriedMatter[] => {
    if (waiting.has(matter)) return []
    const stop = stops.get(matter)
    const origin = origins.get(matter)
    const found = origin?.block
      ? blockMatter(origin.block, origin, stop, question.date, ended)
      : stop && itemMatter(matter, stop, standing, ended)
    const last = stop ?? origin
    const carriedFrom = origin ? placeOf(origin) : stop?.item.carriedFrom
    if (!found || !last || !carriedFrom || found.title === '') return []
    return [{ key: matter, ...found, carriedFrom, lastMeetingId: last.meeting.id }]
  })
}

type Found = Omit<CarriedMatter, 'key' | 'carriedFrom' | 'lastMeetingId'>

function placeOf({ meeting, item, block }: Origin): CarriedMatter['carriedFrom'] {
  const place = { meetingId: meeting.id, itemId: item.id }
  return block && block.kind !== 'text' ? { ...place, blockId: block.id } : place
}

/** An agenda item, or a copy of a decision or action item whose beginning is not among the meetings. */
function itemMatter(
  matter: string,
  { item, reason }: Stop,
  standing: ReadonlySet<string>,
  ended: ReadonlySet<string>,
): Found | undefined {
  const title = itemTitle(item)
  if (isAction(matter)) {
    if (reason !== 'postponed' && ended.has(matter)) return undefined
    return { kind: 'action', reason: reason === 'postponed' ? reason : 'open', title }
  }
  if (reason === undefined) return undefined
  if (matter.startsWith('decision_')) return { kind: 'decision', reason, title }
  if (reason === 'not-discussed' && standing.has(titleKey(title))) return undefined
  return { kind: 'item', reason, title }
}

function blockMatter(
  block: Block,
  { meeting, item }: Origin,
  copy: Stop | undefined,
  date: string,
  ended: ReadonlySet<string>,
): Found | undefined {
  const title = titleOf(block)
  const last = copy?.reason
  if (block.kind === 'action') {
    if (last === 'postponed') return { kind: 'action', reason: last, title, ...duty(block) }
    return ended.has(block.id) ? undefined : { kind: 'action', reason: 'open', title, ...duty(block) }
  }
  if (block.kind !== 'decision') return undefined
  const { reviewOn } = block
  if (last === 'postponed')
    return { kind: 'decision', reason: last, title, ...(reviewOn ? { reviewOn } : {}) }
  if (copy && last === undefined) return undefined
  if (reviewOn === undefined || !inForce(block) || ended.has(block.id)) return undefined
  const comesUp = reviewDay(reviewOn, startOf(meeting).slice(0, 10))
  if (comesUp === undefined || comesUp > date) return undefined
  // A postponed decision of a postponed item comes with the item, not beside it.
  if (block.outcome === 'postponed' && isPostponed(item)) return undefined
  return { kind: 'decision', reason: 'review', title, reviewOn }
}

function duty({ responsible, due }: ActionBlock): Pick<CarriedMatter, 'due' | 'responsible'> {
  const who = [responsible.agencyName, responsible.unit, responsible.personName].filter(Boolean).join(', ')
  return { ...(due ? { due } : {}), ...(who ? { responsible: who } : {}) }
}
