import { eventBounds, partsOf } from '../../../../../shared/dates'
import { parseEventRange, parseEventTime } from '../../../../../shared/dates-parse'
import { addDays } from '../../../../../shared/domain/holidays'
import { parseDay, parseStart } from '../../../../../shared/domain/start-parse'
import type { Meeting, MeetingTime } from '../../../../../shared/records/meeting'

const DAY = 86_400_000

function precisionOf(start: string | undefined): MeetingTime['precision'] {
  if (start === undefined) return 'unknown'
  const { clock, day, month } = partsOf(start)
  if (clock) return 'minute'
  if (day !== undefined) return 'day'
  return month === undefined ? 'term' : 'month'
}

/** The full day of an event time (`2022-11-21`), or undefined when it is not known that far. */
function dayOf(value: string | undefined): string | undefined {
  return value && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : undefined
}

/**
 * Whether an end lies before its beginning, as far as both are known: by the hour when both have one, else by the day.
 * In: two event times. Out: false where that cannot be told.
 */
export function endsBefore(start: string | undefined, end: string | undefined): boolean {
  if (start === undefined || end === undefined) return false
  if (start.includes('T') && end.includes('T')) return end < start
  const first = eventBounds(start)
  const last = eventBounds(end)
  return first !== undefined && last !== undefined && last.to < first.from
}

/** The end after the beginning moved to another day: it moves by as many days, so that the meeting lasts as long. */
function movedEnd({ start, end }: MeetingTime, to: string | undefined): string | undefined {
  const from = dayOf(start)
  const day = dayOf(to)
  const last = dayOf(end)
  if (!end || !last || !from || !day) return end
  const moved = (Date.parse(day) - Date.parse(from)) / DAY
  return `${addDays(last, moved)}${end.slice(last.length)}`
}

/** A beginning with the words that were typed for it, which are kept where it says less than they do. */
function startOf(start: string | undefined, words: string): Pick<MeetingTime, 'start' | 'asWritten'> {
  const vague = words !== '' && (start === undefined || partsOf(start).year === undefined)
  return { ...(start === undefined ? {} : { start }), ...(vague ? { asWritten: words } : {}) }
}

/**
 * A date as it stands, or as `told` reads one that leaves something to be added; a month without a year (`Nisan ayında`)
 * stays one, for the paper may mean any.
 */
function readDate(typed: string, told: (typed: string) => string | undefined): string | undefined {
  const read = parseEventTime(typed)
  if (read !== undefined) {
    const { year, day } = partsOf(read)
    if (year !== undefined || day === undefined) return read
  }
  return told(typed) ?? read
}

/**
 * When a meeting begins, as it is typed in its head: a date, or a day that is told from today on (`yarın`, `cuma 14.00`).
 * A day without a year is in the year of the meeting, and an hour alone on its day, as far as those are known.
 * In: the time as it was before somebody began to type, the typed text, the day it is. Out: undefined for other words.
 */
export function readStart(before: MeetingTime, typed: string, today: string): string | undefined {
  return readDate(typed, (words) => parseStart(words, today, undefined, dayOf(before.start)))
}

/** A date, or a day that is told from another on and was agreed. In: see {@link parseDay}. */
function readAgreed(typed: string, from: string, yearFrom = from): string | undefined {
  return readDate(typed, (words) => parseDay(words, from, yearFrom))
}

/**
 * When the next meeting is, as it is typed: a date, or a day that is told from the meeting's own on (`cuma 14.00`, `3 mart`).
 * In: the time of the meeting, the typed text, and the day it is, which counts where that of the meeting is not known.
 * Out: undefined for other words, for those that leave the day open, and for an hour alone.
 */
export function readNext(time: MeetingTime, typed: string, today: string): string | undefined {
  return readAgreed(typed, dayOf(time.start) ?? today)
}

/**
 * When a meeting was or will be announced, as it is typed: the words of its beginning ({@link readStart}), save those that
 * leave the day open and an hour alone. In: the time of the meeting, the typed text, the day it is. Out: undefined for others.
 */
export function readPublished(time: MeetingTime, typed: string, today: string): string | undefined {
  const year = time.start && partsOf(time.start).year
  return readAgreed(typed, today, year ? `${year}-01-01` : today)
}

/** A stretch of hours on a day that is told from another: `yarın 10.00–12.15`. */
function readHours(
  before: MeetingTime,
  typed: string,
  today: string,
): { start: string; end: string } | undefined {
  const [, head = '', until = ''] = /^(.+?)\s*[-–—]\s*(\d{1,2}[.:]\d{2})$/u.exec(typed) ?? []
  const start = readStart(before, head, today)
  const end = start?.includes('T') ? parseEnd({ start, precision: 'minute' }, until) : undefined
  return start !== undefined && end !== undefined ? { start, end } : undefined
}

/**
 * The time of a meeting after its beginning was typed. Words that are no date, dates without a year, and ranges that end
 * before they begin are kept as they were written; a range (`21.11.2022 10.00–12.15`) sets the end as well.
 * In: the time as it was before somebody began to type (half a date says nothing about the end), what is typed now, and
 * the day it is (`YYYY-MM-DD`).
 */
export function timeWithStart(before: MeetingTime, typed: string, today: string): MeetingTime {
  const words = typed.trim()
  const { asWritten: _old, start: _start, end: _end, ...rest } = before
  const single = readStart(before, words, today)
  const read = single === undefined ? (parseEventRange(words) ?? readHours(before, words, today)) : undefined
  const range = endsBefore(read?.start, read?.end) ? undefined : read
  const start = range?.start ?? single
  const end = range?.end ?? movedEnd(before, start)
  return {
    ...rest,
    ...startOf(start, words),
    ...(end === undefined ? {} : { end }),
    precision: precisionOf(start),
  }
}

/**
 * The next meeting after it was typed: a date takes the place of all that stood there; other words take the place of a
 * date, but leave one alone that stands beside words. In: what stood there, the typed text, and how it was read
 * ({@link readNext}). Out: undefined for nothing.
 */
export function nextMeetingTyped(
  before: Meeting['nextMeeting'],
  typed: string,
  date: string | undefined,
): Meeting['nextMeeting'] {
  const words = typed.trim()
  if (words === '') return undefined
  if (date !== undefined) return { time: { precision: precisionOf(date), ...startOf(date, words) } }
  return { ...(before?.note && before.time ? { time: before.time } : {}), note: words }
}

/**
 * The end as it was typed: a time of the same day (`12.15`), a date, or a day that is told from the beginning on
 * (`ertesi gün 01.30`). Out: undefined when it is none of these. Two numbers with a point are never a day here.
 */
export function parseEnd(time: MeetingTime, typed: string): string | undefined {
  const day = dayOf(time.start)
  if (!day) return parseEventTime(typed)
  const clock = /^(\d{1,2})[.:](\d{1,2})$/.exec(typed.trim())
  if (!clock) return readDate(typed, (words) => parseStart(words, day))
  const [, hour = '', minute = ''] = clock
  if (Number(hour) > 23 || minute.length < 2 || Number(minute) > 59) return undefined
  return `${day}T${hour.padStart(2, '0')}:${minute}`
}

/** Whether the end is on the day of the beginning, so that its time alone says everything. */
export function endsSameDay(time: MeetingTime): boolean {
  return time.end !== undefined && time.end.includes('T') && dayOf(time.end) === dayOf(time.start)
}
