import { formatEventRange } from '../../../shared/dates'
import type { Agency } from '../../../shared/records/agency'
import type { DecisionBlock } from '../../../shared/records/blocks'
import type { Body } from '../../../shared/records/body'
import type { Meeting } from '../../../shared/records/meeting'
import type { Note } from '../../../shared/records/note'
import type { Participant } from '../../../shared/records/participant'
import type { AnyRecord } from '../../../shared/records/registry'
import { plainTextOf } from '../../../shared/text/plain-text'
import type { SearchDoc } from './search-port'

const lines = (parts: readonly (string | undefined | false)[]) =>
  [...new Set(parts.filter(Boolean))].join('\n')
/** Names side by side: a snippet must not read as one long name. */
const names = (parts: readonly (string | undefined | false)[]) =>
  [...new Set(parts.filter(Boolean))].join(' · ')

function decisionText(decision: DecisionBlock): string {
  const dissents = decision.dissents.map(({ name, reason }) => `${name}: ${reason}`)
  return lines([plainTextOf(decision.text), decision.grounds, decision.basis, ...dissents])
}

function fromMeeting(meeting: Meeting): SearchDoc[] {
  const blocks = meeting.agenda.flatMap((item) => item.blocks)
  const decisions = blocks.flatMap((block) => (block.kind === 'decision' ? [block] : []))
  const actions = blocks.flatMap((block) => (block.kind === 'action' ? [block] : []))
  const agencies = [
    ...meeting.hosts.map(({ name }) => name),
    ...meeting.partners.map(({ name }) => name),
    ...meeting.attendance.map(({ agencyName }) => agencyName),
    ...actions.flatMap(({ responsible, partners }) => [
      responsible.agencyName,
      ...partners.map(({ name }) => name),
    ]),
  ]
  const agencyIds = [
    ...meeting.hosts.map(({ agencyId }) => agencyId),
    ...meeting.partners.map(({ agencyId }) => agencyId),
    ...meeting.attendance.flatMap(({ agencyId }) => agencyId ?? []),
  ]
  const people = meeting.attendance.map(
    ({ prefix, name, title }) => name && [prefix, name, title].filter(Boolean).join(' '),
  )
  const { start, end, asWritten } = meeting.time
  const shared = {
    owner: meeting.id,
    meetingId: meeting.id,
    ...(start ? { date: start } : {}),
    ...(meeting.source ? { source: meeting.source.fileName } : {}),
    agencyIds: [...new Set(agencyIds)],
    ...(meeting.bodyId ? { bodyId: meeting.bodyId } : {}),
    status: meeting.status,
  }
  const { no, term, sitting, session } = meeting.numbers
  const whole: SearchDoc = {
    ...shared,
    id: meeting.id,
    type: 'meeting',
    title: meeting.title,
    fields: {
      title: lines([meeting.title, meeting.bodyName]),
      number: lines([no, term, sitting, session]),
      agencies: names(agencies),
      people: names(people),
      agenda: names(meeting.agenda.map(({ title }) => title)),
      decisions: lines(decisions.map((decision) => lines([decision.number, decisionText(decision)]))),
      text: lines([
        meeting.place,
        meeting.province,
        asWritten,
        formatEventRange(start, end, 'full', 'tr'),
        ...meeting.tags,
        ...meeting.agenda.map(({ basis }) => basis),
        ...blocks.map((block) => block.kind === 'text' && plainTextOf(block.markdown)),
        ...actions.map(({ text, responsible }) =>
          lines([plainTextOf(text), responsible.unit, responsible.personName]),
        ),
        meeting.nextMeeting?.note,
      ]),
    },
  }
  return [
    whole,
    ...decisions.map((decision): SearchDoc => ({
      ...shared,
      id: decision.id,
      type: 'decision',
      blockId: decision.id,
      title: decision.number ? `${decision.number} · ${meeting.title}` : meeting.title,
      fields: { number: decision.number ?? '', decisions: decisionText(decision), agenda: meeting.title },
    })),
  ]
}

function fromAgency(agency: Agency): SearchDoc {
  return {
    id: agency.id,
    owner: agency.id,
    type: 'agency',
    title: agency.name,
    fields: {
      title: lines([
        agency.name,
        ...agency.shortNames,
        ...agency.aliases,
        ...agency.formerNames.map(({ name }) => name),
      ]),
      number: agency.detsis ?? '',
      text: lines([agency.province, ...Object.values(agency.contact)]),
    },
    agencyIds: [agency.id, ...(agency.parentId ? [agency.parentId] : [])],
  }
}

function fromParticipant(person: Participant): SearchDoc {
  return {
    id: person.id,
    owner: person.id,
    type: 'participant',
    title: [person.prefix, person.name].filter(Boolean).join(' '),
    fields: {
      title: lines([person.name, ...person.aliases]),
      text: lines([
        person.prefix,
        ...person.offices.map(({ title }) => title),
        ...Object.values(person.contact),
      ]),
    },
    agencyIds: person.offices.flatMap(({ agencyId }) => agencyId ?? []),
  }
}

function fromBody(body: Body): SearchDoc {
  return {
    id: body.id,
    owner: body.id,
    type: 'body',
    title: body.name,
    fields: {
      title: body.name,
      agenda: names(body.standingAgenda),
      text: names(body.members.map(({ title }) => title)),
    },
    bodyId: body.id,
  }
}

function fromNote(note: Note): SearchDoc {
  return {
    id: note.id,
    owner: note.id,
    type: 'note',
    title: note.title,
    fields: { title: note.title, text: lines([plainTextOf(note.markdown), ...note.tags]) },
    ...(note.source ? { source: note.source.fileName } : {}),
  }
}

/**
 * What search knows of a record: a meeting as a whole and each of its decisions, else one document.
 * Follow-ups are found through their meeting and give none.
 */
export function docsFromRecord(record: AnyRecord): SearchDoc[] {
  if ('attendance' in record) return fromMeeting(record)
  if ('offices' in record) return [fromParticipant(record)]
  if ('shortNames' in record) return [fromAgency(record)]
  if ('standingAgenda' in record) return [fromBody(record)]
  if ('markdown' in record) return [fromNote(record)]
  return []
}
