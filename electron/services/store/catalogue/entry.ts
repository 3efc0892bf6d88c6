import { partsOf } from '../../../../shared/dates'
import { eventBounds } from '../../../../shared/dates'
import { officeOn } from '../../../../shared/domain/office-of-day'
import type { RowOf, ListedType } from '../../../../shared/contract/rows'
import type { RecordType } from '../../../../shared/ids'
import type { Agency } from '../../../../shared/records/agency'
import type { Body } from '../../../../shared/records/body'
import type { Meeting } from '../../../../shared/records/meeting'
import type { Note } from '../../../../shared/records/note'
import type { Participant } from '../../../../shared/records/participant'
import { referencesIn, type AnyRecord } from '../../../../shared/records/registry'

/** What a row keeps of its record; names of other records and counts over records are looked up when it is shown. */
type Bare<T extends ListedType> = Omit<RowOf<T>, 'meetings' | 'parentName' | 'ownerName' | 'agencyName'>
export interface BareRows {
  meeting: Bare<'meeting'>
  participant: Bare<'participant'>
  agency: Bare<'agency'>
  body: Bare<'body'>
  note: Bare<'note'>
  followup: { id: string }
}
export type BareRow = BareRows[RecordType]

/** The catalogue's knowledge of one record. */
export interface Entry {
  id: string
  type: RecordType
  hash: string
  /** Size and time of the file when it was read: a difference means that somebody wrote it. */
  size: number
  mtimeMs: number
  row: BareRow
  /** Names it is found by; the first is the one shown. */
  names: string[]
  /** Other words that a list's filter finds it by. */
  more: string[]
  /** Referenced ids, each once, with the roles they have. */
  refs: [id: string, roles: string[]][]
  /** Ids of decisions and action items inside. */
  parts: string[]
  /** First and last day it may mean, as yyyymmdd; 0 = unknown. */
  from: number
  to: number
}

type Described = Pick<Entry, 'row' | 'names' | 'more'> & Partial<Pick<Entry, 'parts' | 'from' | 'to'>>

const joined = (...words: (string | undefined)[]) => words.filter(Boolean).join(' ')
const asNumber = (day: string) => Number(day.replaceAll('-', ''))

/** First and last day of a stretch as yyyymmdd numbers, 0 = unknown (no date, or one without year). */
export function dayBounds(start: string | undefined, end: string | undefined): { from: number; to: number } {
  const first = start ? eventBounds(start) : undefined
  const last = end ? eventBounds(end) : undefined
  const from = first ?? last
  const to = last ?? first
  return { from: from ? asNumber(from.from) : 0, to: to ? asNumber(to.to) : 0 }
}

function describeMeeting(meeting: Meeting): Described {
  const blocks = meeting.agenda.flatMap((item) => item.blocks)
  const decisions = blocks.filter((block) => block.kind === 'decision')
  const actions = blocks.filter((block) => block.kind === 'action')
  const chair = meeting.attendance.find((row) => row.role === 'chair')
  const chairName = chair && (joined(chair.prefix, chair.name) || chair.agencyName)
  const { time } = meeting
  return {
    row: {
      id: meeting.id,
      title: meeting.title,
      kind: meeting.kind,
      status: meeting.status,
      start: time.start,
      end: time.end,
      precision: time.precision,
      asWritten: time.asWritten,
      place: meeting.place,
      bodyId: meeting.bodyId,
      bodyName: meeting.bodyName,
      chairName,
      present: meeting.attendance.filter((row) => row.state === 'present').length,
      invited: meeting.attendance.length,
      decisions: decisions.length,
      actions: actions.length,
      updatedAt: meeting.updatedAt,
    },
    names: [meeting.title],
    more: [
      ...[meeting.place, meeting.province, meeting.bodyName, chairName, meeting.numbers.no, time.asWritten],
      ...meeting.tags,
      ...(time.start ? [String(partsOf(time.start).year ?? '')] : []),
    ].filter((text): text is string => Boolean(text)),
    parts: [...decisions, ...actions].map((block) => block.id),
    ...dayBounds(time.start, time.end),
  }
}

function describeParticipant(person: Participant): Described {
  const office = officeOn(person.offices, undefined)
  return {
    row: {
      id: person.id,
      name: person.name,
      prefix: person.prefix,
      title: office?.title,
      agencyId: office?.agencyId,
    },
    names: [person.name, ...person.aliases],
    more: [person.prefix, office?.title].filter((text): text is string => Boolean(text)),
  }
}

function describeAgency(agency: Agency): Described {
  const { id, name, shortNames, kind, province, parentId } = agency
  return {
    row: { id, name, shortNames, kind, province, parentId },
    names: [name, ...shortNames, ...agency.aliases, ...agency.formerNames.map((former) => former.name)],
    more: [province, agency.detsis].filter((text): text is string => Boolean(text)),
  }
}

function describeBody(body: Body): Described {
  const { id, name, kind, ownerAgencyId, members } = body
  return { row: { id, name, kind, ownerAgencyId, members: members.length }, names: [name], more: [] }
}

function describeNote(note: Note): Described {
  const { id, title, tags, updatedAt, source } = note
  return {
    row: { id, title, tags, updatedAt, fileName: source?.fileName },
    names: [title],
    more: [...tags, ...(source ? [source.fileName] : [])],
  }
}

function describe(type: RecordType, record: AnyRecord): Described {
  switch (type) {
    case 'meeting':
      return describeMeeting(record as Meeting)
    case 'participant':
      return describeParticipant(record as Participant)
    case 'agency':
      return describeAgency(record as Agency)
    case 'body':
      return describeBody(record as Body)
    case 'note':
      return describeNote(record as Note)
    case 'followup':
      return { row: { id: record.id }, names: [], more: [] }
  }
}

/** The same people, agencies and roles stand in thousands of records: kept once while there is room. */
const pooledMost = 20_000
const ids = new Map<string, string>()
const roleSets = new Map<string, string[]>()

function pooled<T>(pool: Map<string, T>, name: string, value: T): T {
  const known = pool.get(name)
  if (known !== undefined) return known
  if (pool.size >= pooledMost) pool.clear()
  pool.set(name, value)
  return value
}

/** What the catalogue keeps of a record. In: the record, its version and its file's size and time. */
export function entryOf(
  type: RecordType,
  record: AnyRecord,
  file: { hash: string; size: number; mtimeMs: number },
): Entry {
  const roles = new Map<string, Set<string>>()
  for (const { id, role } of referencesIn(type, record)) {
    const known = roles.get(id)
    if (known) known.add(role)
    else roles.set(id, new Set([role]))
  }
  const refs = [...roles].map(([id, found]): Entry['refs'][number] => [
    pooled(ids, id, id),
    pooled(roleSets, [...found].join(), [...found]),
  ])
  return { id: record.id, type, ...file, parts: [], from: 0, to: 0, ...describe(type, record), refs }
}
