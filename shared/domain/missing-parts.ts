import type { Attendance } from '../records/attendance'
import type { ActionBlock, DecisionBlock } from '../records/blocks'
import type { Meeting } from '../records/meeting'
import { nameKey } from './person-name'
import { isThere, quorumAt, seatsOf, votersAt } from './quorum'
import { contradictsOutcome } from './vote-wording'

/** What minutes may still lack when they go to review. */
export const missingKinds = [
  'title',
  'date',
  'roll',
  'chair',
  'acting-name',
  'decision-text',
  'vote',
  'tally',
  'tally-outcome',
  'tally-voters',
  'dissent-away',
  'no-quorum',
  'action-text',
  'due',
  'responsible',
  'open-item',
  'open-break',
  'comment',
] as const
export type MissingKind = (typeof missingKinds)[number]

export interface MissingPart {
  kind: MissingKind
  /** where to mend it: a block, an agenda item, a panel of the page (`head`, `roll`), or its `title` or `date` */
  at: string
  /** which one, in its own words */
  words?: string
}

const shown = 80

/** What is missing or wrong in a decision, told by its number and other words: its own, or those given. */
function inDecision(
  { id, number, text }: DecisionBlock,
  kind: MissingKind,
  words = text.slice(0, shown),
): MissingPart {
  return { kind, at: id, words: [number, words].filter(Boolean).join(' ') }
}

function ofDecision(block: DecisionBlock): MissingPart[] {
  const { text, vote, outcome } = block
  const part = (kind: MissingKind) => inDecision(block, kind)
  if (text.trim() === '') return [part('decision-text')]
  // What was only noted was not voted on.
  if (!vote) return outcome === 'noted' ? [] : [part('vote')]
  const counted = vote.kind !== 'tally' || vote.for + vote.against + vote.abstain > 0
  if (!counted) return [part('tally')]
  return contradictsOutcome(block) ? [part('tally-outcome')] : []
}

/** What the roll says against the decisions of an item: more votes than voters, a dissent of somebody away, no quorum. */
function againstRoll(meeting: Meeting, index: number): MissingPart[] {
  const { attendance, agenda } = meeting
  const item = agenda[index]
  if (!item || attendance.length === 0) return []
  const voters = votersAt(meeting, index)
  const found: MissingPart[] = []
  const decisions = item.blocks.flatMap((block) =>
    block.kind === 'decision' && block.text.trim() !== '' ? [block] : [],
  )
  for (const block of decisions) {
    const { vote, dissents } = block
    const votes = vote?.kind === 'tally' ? vote.for + vote.against + vote.abstain : 0
    if (voters !== undefined && votes > voters) found.push(inDecision(block, 'tally-voters'))
    for (const dissent of dissents)
      if (wasAway(meeting, dissent, index)) found.push(inDecision(block, 'dissent-away', dissent.name))
  }
  const decided = decisions.find(({ outcome }) => outcome !== 'noted')
  if (decided && quorumAt(meeting, index)?.met === false)
    found.push({ kind: 'no-quorum', at: decided.id, words: item.title })
  return found
}

/** Whether the roll says that somebody who dissents was not there; who is not in the roll was not. */
function wasAway(
  { attendance, agenda }: Meeting,
  { attendanceId, name }: DecisionBlock['dissents'][number],
  index: number,
): boolean {
  const linked = attendance.filter(({ id }) => id === attendanceId)
  const key = nameKey(name)
  if (linked.length === 0 && key === '') return false
  const called = (row: Attendance) => {
    const own = nameKey(row.name ?? row.agencyName ?? '')
    return own !== '' && (key === own || key.startsWith(`${own} `))
  }
  const rows = linked.length > 0 ? linked : attendance.filter(called)
  return !rows.some((row) => isThere(agenda, row, index))
}

const chairing = new Set<Attendance['role']>(['chair', 'deputy-chair', 'moderator'])

/** Whether somebody who chairs was there, or one who stands in for the chair. */
function isChaired(attendance: readonly Attendance[]): boolean {
  const { deputies } = seatsOf(attendance)
  return attendance.some(
    (row) =>
      row.state === 'present' &&
      (chairing.has(row.role) || deputies.get(row)?.some(({ role }) => chairing.has(role))),
  )
}

function ofAction(block: ActionBlock): MissingPart[] {
  const { id, text, due, responsible } = block
  const part = (kind: MissingKind): MissingPart => ({ kind, at: id, words: text.slice(0, shown) })
  if (text.trim() === '') return [part('action-text')]
  const { agencyName, unit, personName } = responsible
  return [...(due ? [] : [part('due')]), ...(agencyName || unit || personName ? [] : [part('responsible')])]
}

/**
 * What is still missing before minutes go to review: in the order of the page. Nothing of it forbids the review.
 * In: the meeting. Out: parts with the place where each is mended; empty when nothing is missing.
 */
export function missingParts(meeting: Meeting): MissingPart[] {
  const { title, time, attendance, agenda, breaks, quorum, comments } = meeting
  const found: MissingPart[] = []
  if (title.trim() === '') found.push({ kind: 'title', at: 'title' })
  if (!time.start && !time.asWritten) found.push({ kind: 'date', at: 'date' })
  if (attendance.length === 0) found.push({ kind: 'roll', at: 'roll' })
  else if (!isChaired(attendance)) found.push({ kind: 'chair', at: 'roll' })
  for (const row of attendance)
    if (row.actingFor && row.actingFor.name.trim() === '')
      found.push({ kind: 'acting-name', at: 'roll', words: row.name ?? row.agencyName ?? '' })
  // A meeting that could not be held has nothing to vote on.
  if (quorum?.declared === 'not-met') return found
  for (const [index, item] of agenda.entries()) {
    if (item.startedAt && !item.endedAt) found.push({ kind: 'open-item', at: item.id, words: item.title })
    for (const block of item.blocks) {
      if (block.kind === 'decision') found.push(...ofDecision(block))
      else if (block.kind === 'action') found.push(...ofAction(block))
    }
    found.push(...againstRoll(meeting, index))
  }
  for (const { to, itemId } of breaks) if (!to) found.push({ kind: 'open-break', at: itemId ?? 'head' })
  for (const { targetId, text, done } of comments)
    if (!done) found.push({ kind: 'comment', at: targetId, words: text.slice(0, shown) })
  return found
}
