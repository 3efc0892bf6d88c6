import { partsOf } from '../../../../../shared/dates'
import { parseEventRange, parseEventTime } from '../../../../../shared/dates-parse'
import type { MeetingTime } from '../../../../../shared/records/meeting'

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
 * The time of a meeting after its beginning was typed. Words that are no date, and dates without a year, are kept as they were
 * written; a range (`21.11.2022 10.00–12.15`) sets the end as well.
 */
export function timeWithStart(time: MeetingTime, typed: string): MeetingTime {
  const words = typed.trim()
  const { asWritten: _old, start: _start, ...rest } = time
  if (words === '') return { ...rest, precision: 'unknown' }
  const range = parseEventTime(words) === undefined ? parseEventRange(words) : undefined
  const start = range?.start ?? parseEventTime(words)
  const vague = start === undefined || partsOf(start).year === undefined
  return {
    ...rest,
    ...(start === undefined ? {} : { start }),
    ...(range?.end === undefined ? {} : { end: range.end }),
    ...(vague ? { asWritten: words } : {}),
    precision: precisionOf(start),
  }
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
