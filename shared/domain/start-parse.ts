import { parseEventTime } from '../dates-parse'
import { clockHours } from '../spoken-hours'
import { foldTr } from '../text/turkish'
import { parseDue } from './due-parse'
import { dayByName } from './relative-days'

const clockAtEnd = /^(.*?)(?:(?:^|\s)saat)?\s*(?:^|\s)(\d{1,2})[.:](\d{2})(?:['’‘`]?[dt][ae])?$/su

/** Days behind which a number can only be an hour. */
const nearDay = /^(?:bugun|yarin|ertesi gun|obur gun|today|tomorrow)$/

function dayOrMonth(text: string, today: string, yearFrom: string): string | undefined {
  const due = /^bugun$/.test(text) ? ({ kind: 'day', date: today } as const) : parseDue(text, today, yearFrom)
  if (due?.kind === 'day') return due.date
  return due?.kind === 'month' ? due.month : undefined
}

/** What was typed, folded, and the hour at its end with what stands before it. */
function words(typed: string): { text: string; before: string; clock: string | undefined } {
  const text = clockHours(foldTr(typed)).trim().replace(/\s+/g, ' ').replace(/,/g, '')
  const match = clockAtEnd.exec(text)
  const hour = Number(match?.[2])
  const minute = Number(match?.[3])
  const clock =
    match && hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${match[3] ?? ''}` : undefined
  return { text, before: match?.[1]?.trim() ?? '', clock }
}

/**
 * An hour without minutes behind a day that has a name (`cuma 14`) or is a whole date (`21.11.2022 14`). Where the number
 * is also the date of a weekday that is meant (`cuma 14`, and it is the 14th), it says nothing about the hour.
 */
function withBareHour(text: string, from: string): string | undefined {
  const [, before = '', told = ''] = /^(.+) (\d{1,2})(?:['’‘`]?[dt][ae])?$/.exec(text) ?? []
  const hour = Number(told)
  if (before === '' || hour > 23) return undefined
  const named = dayByName(before, from)
  const date = named?.kind === 'day' ? named.date : parseEventTime(before)
  if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  const dated = named !== undefined && !nearDay.test(before) && Number(date.slice(8)) === hour
  return dated ? undefined : `${date}T${told.padStart(2, '0')}:00`
}

/**
 * A day or month as it is told from another day on, with an hour or without: `yarın 10.30`, `cuma 14`, `cuma`, `3 mart`.
 * In: the typed text, the day it counts from, the first day that a date without a year may mean, and the hour (`HH:MM`)
 * that a day without one gets. Out: an event time; undefined for other words, and for an hour alone.
 */
export function parseDay(
  typed: string,
  from: string,
  yearFrom = from,
  usualHour?: string,
): string | undefined {
  const { text, before, clock } = words(typed)
  if (clock && before !== '') {
    const day = dayOrMonth(before, from, yearFrom)
    if (day?.length === 10) return `${day}T${clock}`
  }
  const hourly = withBareHour(text, from)
  if (hourly !== undefined) return hourly
  const whole = dayOrMonth(text, from, yearFrom)
  return whole?.length === 10 && usualHour ? `${whole}T${usualHour}` : whole
}

/**
 * When a meeting begins, as it is typed: `yarın 10.30`, `cuma`, `15 ağustos saat 14`, `21.11.2022`, `14.00` (today).
 * In: the typed text, the day it is, the hour (`HH:MM`) that a day without one gets, and the day the meeting is on so far:
 * an hour alone is on that day, and a day without a year in its year. Out: an event time; undefined when it is none.
 * `15.12` is a day; an hour that could be one is written with a colon.
 */
export function parseStart(
  typed: string,
  today: string,
  usualHour?: string,
  meetingDay?: string,
): string | undefined {
  const yearFrom = meetingDay === undefined ? today : `${meetingDay.slice(0, 4)}-01-01`
  const day = parseDay(typed, today, yearFrom, usualHour)
  if (day !== undefined) return day
  const { before, clock } = words(typed)
  return clock && before === '' ? `${meetingDay ?? today}T${clock}` : undefined
}
