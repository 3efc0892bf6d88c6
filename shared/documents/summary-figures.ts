import { eventSortKey, formatEventTime, type Language } from '../dates'
import type { Attendance } from '../records/attendance'
import type { Meeting } from '../records/meeting'
import { compareTr, foldTr } from '../text/turkish'
import { actionsOf, decisionsOf, whenWords } from './minutes'
import { meetingName } from './minutes-head'
import { stateCounts } from './minutes-roll'
import { fill, type Words } from './words'

/** What a summary is made of: a period, the boards it is limited to (none = all) and the meetings that were chosen. */
export interface SummaryInput {
  /** ISO days; either may be left out. */
  from?: string
  to?: string
  bodies: { id: string; name: string }[]
  meetings: readonly Meeting[]
}

/** One agency's share in the meetings of a period. */
export interface AgencyFigures {
  name: string
  /** Meetings at which it was present. */
  meetings: number
  /** Rows of rolls in which somebody of it, or it itself, was present. */
  present: number
  /** Action items it is responsible for. */
  actions: number
}

export interface SummaryFigures {
  meetings: number
  decisions: number
  actions: number
  present: number
  agencies: AgencyFigures[]
}

/** Meetings by when they were, then by title. */
export function inOrder(meetings: readonly Meeting[]): Meeting[] {
  return [...meetings].sort((a, b) => {
    const left = eventSortKey(a.time.start)
    const right = eventSortKey(b.time.start)
    return left < right ? -1 : left > right ? 1 : compareTr(a.title, b.title)
  })
}

/** An agency is the same by its id, else by its name without regard to case and letters. */
function agencyKey(row: {
  agencyId?: string | undefined
  agencyName?: string | undefined
}): string | undefined {
  return row.agencyId ?? (row.agencyName ? foldTr(row.agencyName.trim()) : undefined)
}

const isPresent = (row: Attendance) => row.state === 'present'

/** Counts of a period: meetings, decisions, action items, attendances, and each agency's share. */
export function summaryFigures(meetings: readonly Meeting[]): SummaryFigures {
  const agencies = new Map<string, AgencyFigures>()
  // A row with an id and one with the same name but no id are one agency.
  const idByName = new Map<string, string>()
  const rowsOf = (meeting: Meeting) => [
    ...meeting.attendance.filter(isPresent),
    ...actionsOf(meeting).map(({ responsible }) => responsible),
  ]
  for (const row of meetings.flatMap(rowsOf))
    if (row.agencyId && row.agencyName) idByName.set(foldTr(row.agencyName.trim()), row.agencyId)
  const figuresOf = (row: { agencyId?: string; agencyName?: string }): AgencyFigures | undefined => {
    const raw = agencyKey(row)
    if (raw === undefined) return undefined
    const key = idByName.get(raw) ?? raw
    const known = agencies.get(key) ?? { name: row.agencyName ?? '', meetings: 0, present: 0, actions: 0 }
    agencies.set(key, known)
    return known
  }
  for (const meeting of meetings) {
    const there = new Set<AgencyFigures>()
    for (const row of meeting.attendance.filter(isPresent)) {
      const figures = figuresOf(row)
      if (!figures) continue
      figures.present += 1
      there.add(figures)
    }
    for (const figures of there) figures.meetings += 1
    for (const { responsible } of actionsOf(meeting)) {
      const figures = figuresOf(responsible)
      if (figures) figures.actions += 1
    }
  }
  const sum = (count: (meeting: Meeting) => number) =>
    meetings.reduce((all, meeting) => all + count(meeting), 0)
  return {
    meetings: meetings.length,
    decisions: sum((meeting) => decisionsOf(meeting).length),
    actions: sum((meeting) => actionsOf(meeting).length),
    present: sum((meeting) => meeting.attendance.filter(isPresent).length),
    agencies: [...agencies.values()].sort((a, b) => compareTr(a.name, b.name)),
  }
}

/** How many agencies were present. */
export function agenciesPresent({ agencies }: SummaryFigures): number {
  return agencies.filter(({ present }) => present > 0).length
}

/** A count as people write it: `1.284` in Turkish, `1,284` in English. */
export function countWords(count: number, lang: Language): string {
  return new Intl.NumberFormat(lang === 'tr' ? 'tr-TR' : 'en-GB').format(count)
}

/** The period in words: `01.01.2022 – 31.03.2022`. */
export function periodWords(
  { from, to }: Pick<SummaryInput, 'from' | 'to'>,
  words: Words,
  lang: Language,
): string {
  const day = (value: string) => formatEventTime(value, 'short', lang)
  if (from && to) return `${day(from)} – ${day(to)}`
  if (from) return fill(words.summary.since, { from: day(from) })
  return to ? fill(words.summary.until, { to: day(to) }) : words.summary.wholeTime
}

/** Attendance of a meeting in one line: `Katıldı 22, Mazeretli 1 – 16 kurum`. Empty without a roll. */
export function attendanceWords(meeting: Meeting, words: Words): string {
  const states = stateCounts(meeting.attendance, words).map(({ label, count }) => `${label} ${count}`)
  const agencies = agenciesPresent(summaryFigures([meeting]))
  return [states.join(', '), agencies > 0 ? fill(words.summary.agencies, { count: agencies }) : '']
    .filter(Boolean)
    .join(' – ')
}

/** What a meeting is called in a list: board, own title and day. */
export function listedName(meeting: Meeting, words: Words, lang: Language): string {
  const name = meetingName(meeting, words)
  const title = meeting.bodyName && foldTr(meeting.title) !== foldTr(meeting.bodyName) ? meeting.title : ''
  const when = whenWords({ ...meeting.time, start: meeting.time.start?.split('T')[0], end: undefined }, lang)
  return [name, title].filter(Boolean).join(' – ') + (when ? ` (${when})` : '')
}

/** The counts with their labels, for a small table. */
export function figureRows(figures: SummaryFigures, words: Words, lang: Language): [string, string][] {
  const { summary } = words
  return [
    [summary.meetingsCount, countWords(figures.meetings, lang)],
    [summary.decisionsCount, countWords(figures.decisions, lang)],
    [summary.actionsCount, countWords(figures.actions, lang)],
    [summary.presentCount, countWords(figures.present, lang)],
    [summary.agenciesCount, countWords(agenciesPresent(figures), lang)],
  ]
}
