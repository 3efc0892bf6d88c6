import { formatEventRange } from '../../../shared/dates'
import { recordTypeOfId } from '../../../shared/ids'
import { withoutPrivate } from '../../../shared/domain/private-blocks'
import type { Agency } from '../../../shared/records/agency'
import type { DecisionBlock } from '../../../shared/records/blocks'
import type { Body } from '../../../shared/records/body'
import type { AgendaItem, Meeting } from '../../../shared/records/meeting'
import type { Note } from '../../../shared/records/note'
import type { Participant } from '../../../shared/records/participant'
import type { AnyRecord } from '../../../shared/records/registry'
import { plainTextOf } from '../../../shared/text/plain-text'
import type { SearchDoc, SearchField, Spot } from './search-port'

/** Words shown for a link to a record: `[[note_…|ödenek]]` → `ödenek`. */
const LINK = /\[\[[a-z]+_[0-9a-f-]{36}(?:\|([^\]]*))?\]\]/g

const plain = (markdown: string | undefined) => plainTextOf((markdown ?? '').replace(LINK, '$1')).trim()
const some = (parts: readonly (string | undefined)[]) =>
  parts.filter((part): part is string => Boolean(part?.trim()))
const unique = (parts: readonly (string | undefined)[]) => [...new Set(some(parts))]
const lines = (parts: readonly (string | undefined)[]) => some(parts).join('\n')
/** Names side by side: a snippet must not read as one long name. */
const listed = (parts: readonly (string | undefined)[]) => unique(parts).join(' · ')

/** A long text made of blocks that remembers where each block begins. */
class SpottedText {
  private text = ''
  readonly spots: Spot[] = []

  constructor(private readonly field: SearchField) {}

  add(blockId: string | undefined, part: string): void {
    if (part === '') return
    if (this.text !== '') this.text += '\n'
    this.spots.push({ field: this.field, offset: this.text.length, ...(blockId ? { blockId } : {}) })
    this.text += part
  }

  toString(): string {
    return this.text
  }
}

function filled(fields: SearchDoc['fields']): SearchDoc['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => Boolean(text)))
}

function decisionText({ text, grounds, basis, dissents }: DecisionBlock): string {
  return lines([
    plain(text),
    plain(grounds),
    plain(basis),
    ...dissents.map(({ name, reason }) => lines([name, plain(reason)])),
  ])
}

/** Date and time as minutes write them, so that `21 Kasım` is found. */
function when({ time, publishedOn }: Meeting): string {
  return lines([formatEventRange(time.start, time.end, 'full', 'tr'), time.asWritten, publishedOn])
}

function agencyNames(meeting: Meeting): string {
  const { hosts, partners, attendance, agenda } = meeting
  const actions = agenda.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'action'))
  return listed([
    ...[...hosts, ...partners].map(({ name }) => name),
    ...attendance.map(({ agencyName }) => agencyName),
    ...actions.flatMap(({ responsible, partners: with_ }) => [
      responsible.agencyName,
      responsible.unit,
      ...with_.map(({ name }) => name),
    ]),
  ])
}

function personNames({ attendance, agenda }: Meeting): string {
  return listed([
    ...attendance.map(({ prefix, name, title, actingFor }) =>
      some([prefix, name, title, actingFor?.name]).join(' '),
    ),
    ...agenda.flatMap(({ blocks }) =>
      blocks.map((block) => (block.kind === 'action' ? block.responsible.personName : undefined)),
    ),
  ])
}

function meetingDocs(meeting: Meeting): SearchDoc[] {
  const text = new SpottedText('text')
  const agenda = new SpottedText('agenda')
  const decided = new SpottedText('decisions')
  const decisions: SearchDoc[] = []
  const { id, title, kind, bodyId, bodyName, status, source, numbers } = meeting
  const date = meeting.time.start ?? meeting.publishedOn
  const agencyIds = unique([
    ...[...meeting.hosts, ...meeting.partners, ...meeting.attendance].map(({ agencyId }) => agencyId),
  ])
  const personIds = unique(meeting.attendance.map(({ participantId }) => participantId))
  const common = {
    owner: id,
    meetingId: id,
    agencyIds,
    personIds,
    ...(date ? { date } : {}),
    ...(bodyId ? { bodyId } : {}),
    ...(source ? { source: source.fileName } : {}),
    status,
    kind,
  }
  for (const item of meeting.agenda) {
    agenda.add(item.id, lines([some([item.number, item.title]).join(' '), plain(item.basis)]))
    for (const block of item.blocks) {
      if (block.kind === 'text') text.add(block.id, plain(block.markdown))
      else if (block.kind === 'action') text.add(block.id, plain(block.text))
      else {
        decided.add(block.id, some([block.number, decisionText(block)]).join(' '))
        decisions.push(decisionDoc(meeting, item, block, common))
      }
    }
  }
  text.add(
    undefined,
    lines([meeting.place, meeting.province, when(meeting), ...meeting.tags, meeting.nextMeeting?.note]),
  )
  return [
    {
      ...common,
      id,
      type: 'meeting',
      title,
      fields: filled({
        title: lines([title, bodyName]),
        number: listed(Object.values(numbers)),
        agencies: agencyNames(meeting),
        people: personNames(meeting),
        agenda: agenda.toString(),
        decisions: decided.toString(),
        text: text.toString(),
      }),
      spots: [...agenda.spots, ...decided.spots, ...text.spots],
    },
    ...decisions,
  ]
}

function decisionDoc(
  meeting: Meeting,
  item: AgendaItem,
  block: DecisionBlock,
  common: Pick<SearchDoc, 'owner'> & Partial<SearchDoc>,
): SearchDoc {
  return {
    ...common,
    id: block.id,
    type: 'decision',
    blockId: block.id,
    status: block.state,
    ...(block.state === 'superseded' || block.state === 'annulled' ? { state: block.state } : {}),
    // The snippet shows its words, so the title says where it was taken.
    title: some([block.number, meeting.title]).join(' · '),
    fields: filled({
      ...(block.number ? { number: block.number } : {}),
      decisions: decisionText(block),
      agenda: lines([item.title, meeting.title]),
      text: lines([meeting.bodyName, formatEventRange(meeting.time.start, undefined, 'long', 'tr')]),
    }),
  }
}

function agencyDoc(agency: Agency): SearchDoc {
  const { id, name, shortNames, aliases, formerNames, parentId, province, detsis, contact } = agency
  const names = unique([name, ...shortNames, ...aliases, ...formerNames.map((former) => former.name)])
  return {
    id,
    owner: id,
    type: 'agency',
    title: name,
    names,
    ...(province ? { province } : {}),
    agencyIds: some([id, parentId]),
    fields: filled({
      title: listed(names),
      ...(detsis ? { number: detsis } : {}),
      text: lines([province, contact.address, contact.phone, contact.email, contact.web]),
    }),
  }
}

function participantDoc({ id, name, prefix, offices, aliases, contact }: Participant): SearchDoc {
  const title = some([prefix, name]).join(' ')
  return {
    id,
    owner: id,
    type: 'participant',
    title,
    names: unique([name, ...aliases]),
    agencyIds: unique(offices.map(({ agencyId }) => agencyId)),
    personIds: [id],
    fields: filled({
      title: listed([title, ...aliases]),
      people: listed(offices.map((office) => office.title)),
      text: lines([contact.address, contact.phone, contact.email, contact.web]),
    }),
  }
}

function bodyDoc({ id, name, ownerAgencyId, standingAgenda, members }: Body): SearchDoc {
  return {
    id,
    owner: id,
    type: 'body',
    title: name,
    bodyId: id,
    agencyIds: some([ownerAgencyId]),
    fields: filled({
      title: name,
      agenda: listed(standingAgenda),
      people: listed(members.map(({ title }) => title)),
    }),
  }
}

function noteDoc({ id, title, markdown, tags, attachments, source, updatedAt }: Note): SearchDoc {
  return {
    id,
    owner: id,
    type: 'note',
    title,
    date: updatedAt.slice(0, 10),
    ...(source ? { source: source.fileName } : {}),
    fields: filled({
      title,
      text: lines([plain(markdown), ...tags, ...attachments.map(({ name }) => name)]),
    }),
  }
}

/**
 * What can be found of a record: a meeting with each of its decisions, an agency, a person, a body, a note.
 * Follow-ups give nothing: their words stand in the meeting. The secretary's own notes are found by nobody: results are shown
 * while others look on, and exported as lists.
 */
export function docsFromRecord(record: AnyRecord): SearchDoc[] {
  // The type stands in the id; the shapes were checked when the record was read.
  switch (recordTypeOfId(record.id)) {
    case 'meeting':
      return meetingDocs(withoutPrivate(record as Meeting))
    case 'agency':
      return [agencyDoc(record as Agency)]
    case 'participant':
      return [participantDoc(record as Participant)]
    case 'body':
      return [bodyDoc(record as Body)]
    case 'note':
      return [noteDoc(record as Note)]
    default:
      return []
  }
}
