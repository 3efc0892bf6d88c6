import { eventBounds, partsOf } from '../../../../../shared/dates'
import { parseEventRange, parseEventTime } from '../../../../../shared/dates-parse'
import type { Meeting, MeetingTime } from '../../../../../shared/records/meeting'

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

/** The end after the beginning moved to another day: it moves along when it was on the day of the beginning. */
function movedEnd({ start, end }: MeetingTime, to: string | undefined): string | undefined {
  const from = dayOf(start)
  const day = dayOf(to)
  return end && from && day && dayOf(end) === from ? `${day}${end.slice(from.length)}` : end
}

/**
 * The time of a meeting after its beginning was typed. Words that are no date, dates without a year, and ranges that end
 * before they begin are kept as they were written; a range (`21.11.2022 10.00–12.15`) sets the end as well.
 * In: the time as it was before somebody began to type (half a date says nothing about the end), and what is typed now.
 */
export function timeWithStart(before: MeetingTime, typed: string): MeetingTime {
  const words = typed.trim()
  const { asWritten: _old, start: _start, end: _end, ...rest } = before
  const read = parseEventTime(words) === undefined ? parseEventRange(words) : undefined
  const range = endsBefore(read?.start, read?.end) ? undefined : read
  const start = range?.start ?? parseEventTime(words)
  const end = range?.end ?? movedEnd(before, start)
  const vague = words !== '' && (start === undefined || partsOf(start).year === undefined)
  return {
    ...rest,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(vague ? { asWritten: words } : {}),
    precision: precisionOf(start),
  }
}

/**
 * When the next meeting is, after it was typed: a date takes the place of all that stood there; other words take the
 * place of a date, but leave one alone that stands beside words. Out: undefined for nothing.
 */
export function nextMeetingTyped(before: Meeting['nextMeeting'], typed: string): Meeting['nextMeeting'] {
  const words = typed.trim()
  if (words === '') return undefined
  if (parseEventTime(words) !== undefined) return { time: timeWithStart({ precision: 'unknown' }, words) }
  return { ...(before?.note && before.time ? { time: before.time } : {}), note: words }
}

/**
 * The end as it was typed: a time of the same day (`12.15`) or a date. Out: undefined when it is neither.
 */
export function parseEnd(time: MeetingTime, typed: string): string | undefined {
  const clock = /^(\d{1,2})[.:](\d{2})$/.exec(typed.trim())
  const day = dayOf(time.start)
  if (!clock || !day) return parseEventTime(typed)
  const hour = Number(clock[1])
  const minute = Number(clock[2])
  if (hour > 23 || minute > 59) return undefined
  return `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** Whether the end is on the day of the beginning, so that its time alone says everything. */
export function endsSameDay(time: MeetingTime): boolean {
  return time.end !== undefined && time.end.includes('T') && dayOf(time.end) === dayOf(time.start)
}
