import type { Meeting } from '../records/meeting'
import { decisionsOf, actionsOf } from './minutes'
import { agendaNumbers } from './minutes-agenda'
import { rollInOrder } from './minutes-roll'

/** Version of this form of Markdown: for those who read it back. */
const markdownVersion = 1

/**
 * What the front matter of exported minutes says: identity, head, and the ids of roll, agenda, decisions and action
 * items in the order of the text (the roll as its table), so that links and follow-ups survive the trip. Undefined values are left out.
 */
export function minutesFrontMatter(meeting: Meeting): Record<string, unknown> {
  const numbers = agendaNumbers(meeting)
  return {
    tutanak: markdownVersion,
    type: 'meeting',
    id: meeting.id,
    title: meeting.title,
    kind: meeting.kind,
    status: meeting.status,
    secrecy: meeting.secrecy === 'none' ? undefined : meeting.secrecy,
    body: meeting.bodyName || meeting.bodyId ? { id: meeting.bodyId, name: meeting.bodyName } : undefined,
    numbers: Object.keys(meeting.numbers).length > 0 ? meeting.numbers : undefined,
    start: meeting.time.start,
    end: meeting.time.end,
    precision: meeting.time.precision,
    asWritten: meeting.time.asWritten,
    publishedOn: meeting.publishedOn,
    place: meeting.place,
    province: meeting.province,
    hosts: meeting.hosts.length > 0 ? meeting.hosts : undefined,
    partners: meeting.partners.length > 0 ? meeting.partners : undefined,
    tags: meeting.tags.length > 0 ? meeting.tags : undefined,
    updatedAt: meeting.updatedAt,
    attendance: rollInOrder(meeting.attendance).map((row) => ({
      id: row.id,
      participantId: row.participantId,
      agencyId: row.agencyId,
      role: row.role,
      state: row.state,
    })),
    agenda: meeting.agenda.map((item) => ({
      id: item.id,
      number: numbers.get(item.id),
      title: item.title || undefined,
      kind: item.kind,
      blocks: item.blocks.map(({ id }) => id),
    })),
    decisions: decisionsOf(meeting).map(({ id, number, outcome, vote }) => ({ id, number, outcome, vote })),
    actions: actionsOf(meeting).map(({ id, responsible, due, decisionId }) => ({
      id,
      responsible: Object.keys(responsible).length > 0 ? responsible : undefined,
      due,
      decisionId,
    })),
  }
}
