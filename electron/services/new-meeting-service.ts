import type { CarriedRow, MeetingRequest, PreparedMeeting } from '../../shared/contract/new-meeting-contract'
import { eventBounds, formatEventTime, partsOf, type Language } from '../../shared/dates'
import { carryOver, type CarriedMatter } from '../../shared/domain/carry-over'
import { nextMeetingNumber, numberInTitle } from '../../shared/domain/meeting-number'
import { newMeeting, plannedAgenda } from '../../shared/domain/new-meeting'
import { allStartingTexts, fillTitle, knownTemplates } from '../../shared/domain/templates'
import type { Body } from '../../shared/records/body'
import type { FollowUp } from '../../shared/records/follow-up'
import type { Meeting, MeetingTime } from '../../shared/records/meeting'
import type { MeetingTemplate } from '../../shared/records/template'
import { fail, ok, type Result } from '../../shared/result'
import { foldTr } from '../../shared/text/turkish'
import { memberNames } from './member-names'
import type { ArchiveStore } from './store/store-types'

type BodyId = `body_${string}`

/** What making a meeting needs besides the archive. `today` is the local day (`YYYY-MM-DD`). */
export interface NewMeetingDeps {
  shipped: readonly MeetingTemplate[]
  today: string
  language: Language
}

interface Basis {
  body: Body | undefined
  template: MeetingTemplate | undefined
  templates: MeetingTemplate[]
  /** meetings of the body, in order */
  meetings: Meeting[]
}

async function readAll<Id extends `meeting_${string}` | `followup_${string}`>(
  store: ArchiveStore,
  ids: Id[],
) {
  const read = await Promise.all(ids.map((id) => store.get(id)))
  return read.flatMap((result) => (result.ok ? [result.value.record] : []))
}

/** All meetings of these bodies, oldest first. */
async function meetingsOf(store: ArchiveStore, bodyIds: BodyId[]): Promise<Meeting[]> {
  if (bodyIds.length === 0) return []
  await store.listed
  const ids: `meeting_${string}`[] = []
  for (;;) {
    const filter = { bodyId: bodyIds }
    const { rows, total } = store.list({ type: 'meeting', filter, sort: 'start', offset: ids.length })
    ids.push(...rows.map(({ id }) => id))
    if (rows.length === 0 || ids.length >= total) break
  }
  return (await readAll(store, ids)) as Meeting[]
}

async function basisOf(
  store: ArchiveStore,
  request: { bodyId?: BodyId | undefined; templateId?: `template_${string}` | undefined },
  shipped: readonly MeetingTemplate[],
): Promise<Result<Basis>> {
  const loaded = request.bodyId ? await store.get(request.bodyId) : undefined
  if (loaded && !loaded.ok) return loaded
  const body = loaded?.value.record
  const office = await store.settings()
  if (!office.ok) return office
  const templates = knownTemplates(shipped, office.value.settings.templates).map(({ template }) => template)
  const asked = request.templateId ?? body?.templateId
  const template = templates.find(({ id }) => id === asked)
  // A body's template may have been deleted since; one that was just chosen must be there.
  if (request.templateId && !template) return fail('not-found', { id: request.templateId })
  return ok({ body, template, templates, meetings: body ? await meetingsOf(store, [body.id]) : [] })
}

/** What comes along to a meeting of the body on a day: reads its meetings, who carried from them, and follow-ups. */
async function carriedTo(
  store: ArchiveStore,
  { body, template, templates, meetings }: Basis,
  date: string,
  today: string,
  alsoBodyIds: BodyId[],
): Promise<{ carried: CarriedMatter[]; sources: Map<string, Meeting> }> {
  const more = await meetingsOf(
    store,
    alsoBodyIds.filter((id) => id !== body?.id),
  )
  const own = [...meetings, ...more]
  const known = new Set<string>(own.map(({ id }) => id))
  const pointing = own.flatMap(({ id }) => store.usages(id))
  const idsOf = <T extends 'meeting' | 'followup'>(type: T) => [
    ...new Set(pointing.flatMap((usage) => (usage.type === type ? [usage.id as `${T}_${string}`] : []))),
  ]
  const others = (await readAll(
    store,
    idsOf('meeting').filter((id) => !known.has(id)),
  )) as Meeting[]
  const carried = carryOver({
    meetings: own,
    others,
    followUps: (await readAll(store, idsOf('followup'))) as FollowUp[],
    date,
    today,
    standing: plannedAgenda(body, template).map(({ title }) => title),
    starting: allStartingTexts(templates),
  })
  return { carried, sources: new Map([...own, ...others].map((meeting) => [meeting.id, meeting])) }
}

function isYearly(template: MeetingTemplate | undefined): boolean {
  return foldTr(template?.title ?? '').includes('{yil}')
}

function proposedNumber({ body, template, meetings }: Basis, date: string): string | undefined {
  if (!body) return undefined
  const numbered = meetings.map(({ numbers, time }) => ({
    no: numbers.no,
    year: time.start === undefined ? undefined : partsOf(time.start).year,
  }))
  return nextMeetingNumber(numbered, Number(date.slice(0, 4)), isYearly(template))
}

function titleFor(
  { body, template }: Basis,
  no: string | undefined,
  start: string,
  language: Language,
): string {
  const pattern = template?.title || (body ? '{kurul} {no}. Toplantısı' : '')
  const words = {
    body: body?.name,
    date: formatEventTime(start.slice(0, 10), 'long', language),
    year: start.slice(0, 4),
    no: no === undefined ? undefined : numberInTitle(no),
  }
  return fillTitle(pattern, words)
}

/**
 * What a new meeting would hold if it was made now: number, title, usual place and hour, agenda, and what comes along
 * with its reasons. Changes nothing. Errors: `not-found` for an unknown body or template, those of reading settings.
 */
export async function prepareMeeting(
  store: ArchiveStore,
  request: {
    bodyId?: BodyId | undefined
    templateId?: `template_${string}` | undefined
    date?: string | undefined
    no?: string | undefined
    alsoBodyIds: BodyId[]
  },
  { shipped, today, language }: NewMeetingDeps,
): Promise<Result<PreparedMeeting>> {
  const basis = await basisOf(store, request, shipped)
  if (!basis.ok) return basis
  const { body, template } = basis.value
  const date = request.date ?? today
  const { carried, sources } = await carriedTo(store, basis.value, date, today, request.alsoBodyIds)
  const no = request.no ?? proposedNumber(basis.value, date)
  return ok({
    ...(body ? { bodyName: body.name } : {}),
    ...(template ? { templateId: template.id } : {}),
    title: titleFor(basis.value, no, date, language),
    ...(no ? { no } : {}),
    ...(body?.usualPlace ? { place: body.usualPlace } : {}),
    ...(body?.usualHour ? { hour: body.usualHour } : {}),
    members: body?.members.length ?? 0,
    agenda: plannedAgenda(body, template).map(({ title }) => title),
    carried: carried.map((matter) => rowOf(matter, sources)),
  })
}

function rowOf(
  { lastMeetingId, ...matter }: CarriedMatter,
  sources: ReadonlyMap<string, Meeting>,
): CarriedRow {
  const nameOf = (id: Meeting['id']): CarriedRow['origin'] => {
    const meeting = sources.get(id)
    const start = meeting?.time.start
    return { id, title: meeting?.title ?? '', ...(start ? { start } : {}) }
  }
  return { ...matter, origin: nameOf(matter.carriedFrom.meetingId), last: nameOf(lastMeetingId) }
}

/**
 * Makes a meeting as one commit that can be undone: of a body with its roll (names of today, offices of its day), quorum rule and agenda,
 * after a template, with those of the offered matters that were chosen; a chosen one that is no longer due (it was
 * carried or ended meanwhile) does not come.
 * Errors: `not-found` for an unknown body or template, those of the store.
 */
export async function createMeeting(
  store: ArchiveStore,
  request: MeetingRequest,
  { shipped, today, language }: NewMeetingDeps,
  window: string,
): Promise<Result<{ id: `meeting_${string}`; hash: string; firstItemId?: `item_${string}` }>> {
  const basis = await basisOf(store, request, shipped)
  if (!basis.ok) return basis
  const { body, template } = basis.value
  const date = dayOf(request.start) ?? today
  const chosen = new Set(request.carry)
  const due =
    chosen.size > 0 ? await carriedTo(store, basis.value, date, today, request.alsoBodyIds) : undefined
  const no = request.no ?? proposedNumber(basis.value, date)
  const time = timeOf(request.start)
  const place = request.place ?? body?.usualPlace
  const fields = newMeeting({
    title: request.title || titleFor(basis.value, no, date, language),
    ...(body ? { body, names: await memberNames(store, body, date) } : {}),
    ...(template ? { template } : {}),
    ...(time ? { time } : {}),
    ...(place ? { place } : {}),
    ...(no ? { no } : {}),
    carried: due?.carried.filter(({ key }) => chosen.has(key)) ?? [],
  })
  const saved = await store.create('meeting', { ...fields }, { window })
  if (!saved.ok) return saved
  const { record, hash } = saved.value
  const [first] = record.agenda
  return ok({ id: record.id, hash, ...(first ? { firstItemId: first.id } : {}) })
}

/** The first day that a start may mean, for the rules that need one. */
function dayOf(start: string | undefined): string | undefined {
  return start === undefined ? undefined : eventBounds(start)?.from
}

function timeOf(start: string | undefined): MeetingTime | undefined {
  if (start === undefined) return undefined
  if (start.includes('T')) return { start, precision: 'minute' }
  return { start, precision: partsOf(start).day === undefined ? 'month' : 'day' }
}
