import type { Attendance } from '../records/attendance'
import type { ActionBlock, Block, DecisionBlock } from '../records/blocks'
import type { AgendaItem, Meeting, MeetingTime } from '../records/meeting'
import { formatEventRange, formatEventTime } from '../dates'
import { dueText } from './due-parse'
import { joined, line, textLine, type LineWords } from './line-words'
import type { LineGroup, RecordLine } from './record-diff'

function timeWords(time: MeetingTime | undefined, { lang }: LineWords): string | undefined {
  if (!time) return undefined
  return formatEventRange(time.start, time.end, 'full', lang) || time.asWritten
}

function headLines(meeting: Meeting, words: LineWords): RecordLine[] {
  const { t, lang } = words
  const { numbers, nextMeeting } = meeting
  return [
    ...line('title', t('meeting.title'), meeting.title),
    ...line('status', t('lists.meetings.columns.status'), t(`terms.meetingStatus.${meeting.status}`)),
    ...line('kind', t('meeting.head.kind'), t(`terms.meetingKind.${meeting.kind}`)),
    ...line('body', t('meeting.head.body'), meeting.bodyName, meeting.bodyId),
    ...line('no', t('meeting.head.number'), numbers.no),
    ...line('term', t('meeting.head.term'), numbers.term),
    ...line('sitting', t('meeting.head.sitting'), numbers.sitting),
    ...line('session', t('meeting.head.session'), numbers.session),
    ...line(
      'time',
      t('lists.meetings.columns.date'),
      timeWords(meeting.time, words),
      JSON.stringify(meeting.time),
    ),
    ...line(
      'published',
      t('meeting.head.published'),
      meeting.publishedOn && formatEventTime(meeting.publishedOn, 'long', lang),
    ),
    ...line('place', t('meeting.head.place'), meeting.place),
    ...line('province', t('meeting.head.province'), meeting.province),
    ...line('hosts', t('meeting.head.hosts'), meeting.hosts.map(({ name }) => name).join(', ')),
    ...line('partners', t('meeting.head.partners'), meeting.partners.map(({ name }) => name).join(', ')),
    ...line('secrecy', t('meeting.head.secrecy'), t(`terms.secrecy.${meeting.secrecy}`)),
    ...line('next', t('meeting.head.next'), joined([timeWords(nextMeeting?.time, words), nextMeeting?.note])),
    ...line('tags', t('meeting.head.tags'), meeting.tags.join(', ')),
    ...line('files', t('history.fields.attachments'), meeting.attachments.map(({ name }) => name).join(', ')),
  ]
}

function rowName(row: Attendance): string {
  return joined([row.prefix, row.name], ' ') || row.agencyName || ''
}

function rowLine(row: Attendance, { t }: LineWords): RecordLine[] {
  const acting = row.actingFor && `${t(`meeting.roll.acting.${row.actingFor.kind}`)}: ${row.actingFor.name}`
  const value = joined([
    rowName(row),
    row.title,
    row.name ? row.agencyName : undefined,
    t(`terms.attendanceRole.${row.role}`),
    t(`terms.attendanceState.${row.state}`),
    acting,
    row.note,
  ])
  return line(row.id, t('history.fields.row'), value)
}

function decisionLines(decision: DecisionBlock, { t }: LineWords): RecordLine[] {
  const part = (field: string) => t('history.fields.decisionPart', { field })
  const { id, vote, dissents } = decision
  const counted = vote?.kind === 'tally' ? `${vote.for}/${vote.against}/${vote.abstain}` : undefined
  const against = dissents.map(({ name, kind, reason }) =>
    joined([name, t(`meeting.decision.${kind}`), reason]),
  )
  return [
    ...textLine(id, t('history.fields.decisionText'), decision.text),
    ...line(`${id}.number`, part(t('meeting.decision.number')), decision.number),
    ...line(`${id}.outcome`, part(t('meeting.decision.outcome')), t(`terms.outcome.${decision.outcome}`)),
    ...line(
      `${id}.vote`,
      part(t('meeting.decision.vote')),
      vote && joined([t(`terms.vote.${vote.kind}`), counted], ' '),
    ),
    ...textLine(`${id}.grounds`, part(t('meeting.decision.grounds')), decision.grounds),
    ...textLine(`${id}.basis`, part(t('meeting.decision.basis')), decision.basis),
    ...line(`${id}.dissents`, part(t('meeting.decision.dissents')), against.join('\n')),
    ...line(
      `${id}.relations`,
      part(t('history.fields.relations')),
      decision.relations.length > 0 ? String(decision.relations.length) : undefined,
      JSON.stringify(decision.relations),
    ),
  ]
}

function actionLines(action: ActionBlock, { t, lang }: LineWords): RecordLine[] {
  const part = (field: string) => t('history.fields.actionPart', { field })
  const { id, responsible } = action
  const { agencyName, unit, personName } = responsible
  const due = action.due && dueText(action.due, lang, t('meeting.action.nextMeeting'))
  return [
    ...textLine(id, t('history.fields.actionText'), action.text),
    ...line(`${id}.who`, part(t('history.fields.responsible')), joined([agencyName, unit, personName])),
    ...line(`${id}.due`, part(t('meeting.action.due')), due),
    ...line(
      `${id}.partners`,
      part(t('meeting.action.partners')),
      action.partners.map(({ name }) => name).join(', '),
    ),
  ]
}

function blockLines(block: Block, words: LineWords): RecordLine[] {
  if (block.kind === 'text')
    return [
      ...textLine(block.id, words.t('history.fields.text'), block.markdown),
      ...line(
        `${block.id}.private`,
        words.t('history.fields.private'),
        block.private && words.t('history.fields.privateYes'),
      ),
    ]
  return block.kind === 'decision' ? decisionLines(block, words) : actionLines(block, words)
}

function itemGroup(item: AgendaItem, n: number, people: Map<string, string>, words: LineWords): LineGroup {
  const { t, nameOf } = words
  const nameless = item.title === ''
  const who = (id: string | undefined) => (id === undefined ? undefined : (people.get(id) ?? ''))
  const label = nameless
    ? t('history.groups.start')
    : t('history.groups.item', { n: item.number ?? n, title: item.title })
  const head = [
    ...line('title', t('history.fields.itemTitle'), item.title),
    ...line('number', t('meeting.item.number'), item.number),
    ...line('presenter', t('meeting.item.presenter'), who(item.presenterId)),
    ...line('moderator', t('meeting.item.moderator'), who(item.moderatorId)),
    ...line('speakers', t('meeting.item.speakers'), joined(item.speakerIds.map(who), ', ')),
    ...textLine('basis', t('meeting.item.basis'), item.basis),
    ...line('carried', t('history.fields.carried'), item.carriedFrom && nameOf(item.carriedFrom.meetingId)),
  ]
  return {
    key: item.id,
    label,
    lines: [...head, ...item.blocks.flatMap((block) => blockLines(block, words))],
  }
}

/** A meeting as lines: head, roll, then each agenda item with its text, decisions and actions. */
export function meetingLines(meeting: Meeting, words: LineWords): LineGroup[] {
  const { t } = words
  const people = new Map(meeting.attendance.map((row) => [row.id, rowName(row)]))
  return [
    { key: 'head', label: t('history.groups.head'), lines: headLines(meeting, words) },
    {
      key: 'roll',
      label: t('history.groups.roll'),
      lines: meeting.attendance.flatMap((row) => rowLine(row, words)),
    },
    ...meeting.agenda.map((item, index) => itemGroup(item, index + 1, people, words)),
  ]
}
