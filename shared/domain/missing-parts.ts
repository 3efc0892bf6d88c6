import type { ActionBlock, DecisionBlock } from '../records/blocks'
import type { Meeting } from '../records/meeting'
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

function ofDecision(block: DecisionBlock): MissingPart[] {
  const { id, text, number, vote, outcome } = block
  const part = (kind: MissingKind): MissingPart => ({
    kind,
    at: id,
    words: [number, text.slice(0, shown)].filter(Boolean).join(' '),
  })
  if (text.trim() === '') return [part('decision-text')]
  // What was only noted was not voted on.
  if (!vote) return outcome === 'noted' ? [] : [part('vote')]
  const counted = vote.kind !== 'tally' || vote.for + vote.against + vote.abstain > 0
  if (!counted) return [part('tally')]
  return contradictsOutcome(block) ? [part('tally-outcome')] : []
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
  else if (!attendance.some(({ role }) => role === 'chair' || role === 'moderator'))
    found.push({ kind: 'chair', at: 'roll' })
  for (const row of attendance)
    if (row.actingFor && row.actingFor.name.trim() === '')
      found.push({ kind: 'acting-name', at: 'roll', words: row.name ?? row.agencyName ?? '' })
  // A meeting that could not be held has nothing to vote on.
  if (quorum?.declared === 'not-met') return found
  for (const item of agenda) {
    if (item.startedAt && !item.endedAt) found.push({ kind: 'open-item', at: item.id, words: item.title })
    for (const block of item.blocks) {
      if (block.kind === 'decision') found.push(...ofDecision(block))
      else if (block.kind === 'action') found.push(...ofAction(block))
    }
  }
  for (const { to, itemId } of breaks) if (!to) found.push({ kind: 'open-break', at: itemId ?? 'head' })
  for (const { targetId, text, done } of comments)
    if (!done) found.push({ kind: 'comment', at: targetId, words: text.slice(0, shown) })
  return found
}
