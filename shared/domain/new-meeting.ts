import { newId } from '../ids'
import type { Attendance } from '../records/attendance'
import type { Body } from '../records/body'
import type { AgendaItem, Meeting, MeetingKind, MeetingQuorum, MeetingTime } from '../records/meeting'
import type { MeetingTemplate, TemplateItem } from '../records/template'
import { foldTr } from '../text/turkish'
import type { CarriedMatter } from './carry-over'
import { hasVote } from './quorum'
import { inSignatureOrder } from './signature-order'
import { startingTexts } from './templates'

/** Names, office and agency of the day for one member of a body: what the roll takes over as a snapshot. */
export interface MemberNames {
  prefix?: string
  name: string
  title?: string
  agencyId?: `agency_${string}`
  agencyName?: string
}

/** What is decided before a meeting is made; everything may be left out. */
export interface MeetingPlan {
  title?: string
  body?: Body
  /** by member id; members without a name (removed people) are left out of the roll */
  names?: ReadonlyMap<string, MemberNames>
  template?: MeetingTemplate
  time?: MeetingTime
  place?: string
  no?: string
  carried?: readonly CarriedMatter[]
}

export interface NewMeeting {
  title: string
  status: 'draft'
  kind?: MeetingKind
  bodyId?: string
  bodyName?: string
  numbers?: Meeting['numbers']
  time?: MeetingTime
  place?: string
  quorum?: MeetingQuorum
  attendance: Attendance[]
  agenda: AgendaItem[]
}

const sameTitle = (a: string, b: string) => foldTr(a).trim() === foldTr(b).trim()

/**
 * The agenda that a meeting starts with, before anything comes along: that of a template chosen for it; else the body's
 * standing agenda, with times and starting text where the body's own template has an item of that title; else the
 * agenda of the body's template.
 */
export function plannedAgenda(body: Body | undefined, template: MeetingTemplate | undefined): TemplateItem[] {
  const items = template?.agenda ?? []
  if (!body || body.standingAgenda.length === 0) return items
  if (template && template.id !== body.templateId) return items
  return body.standingAgenda.map(
    (title): TemplateItem =>
      items.find((item) => sameTitle(item.title, title)) ?? { title, kind: 'item', markdown: '' },
  )
}

/** Items that close a meeting (domain.md §2.1: *dilek ve temenniler, kapanış*): what comes along stands before them. */
const closing = /\b(dilek|temenni|kapanis)/

function withCarried(agenda: AgendaItem[], carried: AgendaItem[]): AgendaItem[] {
  let end = agenda.length
  while (end > 0 && closing.test(foldTr(agenda[end - 1]?.title ?? ''))) end -= 1
  return [...agenda.slice(0, end), ...carried, ...agenda.slice(end)]
}

/**
 * Rule of the body as it is on the day; voting members are counted, without substitutes (*üye tam sayısı*, domain.md §2.3);
 * where none was entered their number stays unknown.
 * Out: undefined without body.
 */
export function quorumOfDay(body: Body | undefined): MeetingQuorum | undefined {
  if (!body) return undefined
  const memberCount = body.members.filter(
    (member) => member.membership !== 'substitute' && hasVote(member),
  ).length
  return { call: 'first', ...body.quorum, ...(memberCount > 0 ? { memberCount } : {}) }
}

/**
 * What a new meeting stands ready with: of a body its members as a roll and the rule of its quorum, the agenda of
 * body or template, and what comes along from earlier meetings; without any of it one empty item.
 * In: see {@link MeetingPlan}. Out: fields for the store.
 */
export function newMeeting(plan: MeetingPlan): NewMeeting {
  const { title = '', body, names = new Map(), template, time, place, no, carried = [] } = plan
  const planned = plannedAgenda(body, template).map(agendaItem)
  const agenda = withCarried(planned, carried.map(carriedItem))
  const quorum = quorumOfDay(body)
  return {
    title,
    status: 'draft',
    ...(template ? { kind: template.kind } : {}),
    ...(body ? { bodyId: body.id, bodyName: body.name } : {}),
    ...(no ? { numbers: { no } } : {}),
    ...(time ? { time } : {}),
    ...(place ? { place } : {}),
    ...(quorum ? { quorum } : {}),
    attendance: body ? rollOf(body, names) : [],
    agenda: agenda.length > 0 ? agenda : [agendaItem({ title: '', kind: 'item', markdown: '' })],
  }
}

function rollOf(body: Body, names: ReadonlyMap<string, MemberNames>): Attendance[] {
  return inSignatureOrder(body).flatMap((member): Attendance[] => {
    const known = names.get(member.id)
    if (!known) return []
    return [
      {
        id: newId('attendance'),
        participantId: member.participantId,
        memberId: member.id,
        membership: member.membership,
        ...(known.prefix ? { prefix: known.prefix } : {}),
        name: known.name,
        ...(known.title ? { title: known.title } : {}),
        ...(known.agencyId ? { agencyId: known.agencyId } : {}),
        ...(known.agencyName ? { agencyName: known.agencyName } : {}),
        role: member.role,
        state: 'present',
      },
    ]
  })
}

function agendaItem({ title, kind, plannedMinutes, markdown }: TemplateItem): AgendaItem {
  return {
    id: newId('item'),
    title,
    kind,
    speakerIds: [],
    ...(plannedMinutes ? { plannedMinutes } : {}),
    blocks: startingTexts(markdown).map((text) => ({ id: newId('text'), kind: 'text', markdown: text })),
  }
}

function carriedItem({ title, carriedFrom }: CarriedMatter): AgendaItem {
  return { id: newId('item'), title, kind: 'item', speakerIds: [], carriedFrom, blocks: [] }
}
