import { weekdayOfWord } from '../date-words'
import { two } from '../dates'
import { parseEventTime } from '../dates-parse'
import { clockHours } from '../spoken-hours'
import { figures } from '../spoken-numbers'
import { foldTr } from '../text/turkish'
import { readDue } from './due-parse'
import { addDays } from './holidays'
import { weekdayOf } from './periods'
import { dayByName } from './relative-days'

const bend = "(?:['’‘`]?\\s?[dt][ae])?"
const clockAtEnd = new RegExp(
  String.raw`^(.*?)(?:(?:^|\s)saat)?\s*(?:^|\s)(\d{1,2})[.:](\d{2})${bend}$`,
  'su',
)
/** Before the day only what cannot be a date itself. */
const clockAtStart = new RegExp(
  String.raw`^(?:saat (\d{1,2})[.:](\d{2})|(\d{1,2}):(\d{2})|(\d{1,2})\.(00|[2-5]\d|1[3-9]))${bend} (.+)$`,
  'su',
)

/** Days behind which a number can only be an hour. */
const nearDay = /^(?:dun|bugun|yarin|ertesi gun|obur gun|yesterday|today|tomorrow)$/

/** Days before the one that is counted from, on which a meeting was held: `dün`, `geçen cuma`, `geçen hafta salı`. */
function pastDay(text: string, today: string): string | undefined {
  const ago = /^(?:(dun|yesterday)|(?:evvelsi|onceki) gun|the day before yesterday)(?:ku)?$/.exec(text)
  if (ago) return addDays(today, ago[1] ? -1 : -2)
  const [, inWeek, name = ''] = /^(?:gecen|last) (?:(hafta) )?([a-z]+)(?: gunu)?$/.exec(text) ?? []
  const wanted = weekdayOfWord(name)?.meaning
  if (wanted === undefined) return undefined
  const monday = -((weekdayOf(today) + 6) % 7)
  if (inWeek) return addDays(today, monday - 7 + ((wanted + 6) % 7))
  return addDays(today, -((weekdayOf(today) - wanted + 6) % 7) - 1)
}

/** A day or month that was agreed; what is only to be by then (`en geç cuma`, `iki hafta içinde`) is none. */
function dayOrMonth(text: string, today: string, yearFrom: string): string | undefined {
  const past = pastDay(text, today)
  if (past !== undefined) return past
  const read = readDue(text, today, yearFrom)
  if (!read || read.open || read.due.kind === 'next-meeting') return undefined
  return read.due.kind === 'day' ? read.due.date : read.due.month
}

/** What was typed, folded, and the hour in it with the day beside it. */
function words(typed: string): { text: string; before: string; clock: string | undefined } {
  const folded = foldTr(typed)
    .replace(/,/g, '')
    .replace(/\bbu (?=sabah|ogle|aksam)/, 'bugun ')
    .replace(/\bsaat\s*:\s*|\bat (?=\d)/, 'saat ')
  const text = figures(clockHours(folded).trim()).replace(/\s+/g, ' ')
  const [, first = '', ...behind] = clockAtEnd.exec(text) ?? []
  const [, ...ahead] = clockAtStart.exec(text) ?? []
  const [hour, minute] = (behind.length > 0 ? behind : ahead).filter((part) => part !== undefined)
  const clock =
    hour !== undefined && Number(hour) < 24 && Number(minute) < 60
      ? `${two(Number(hour))}:${minute ?? ''}`
      : undefined
  return { text, before: (behind.length > 0 ? first : (ahead.at(-1) ?? '')).trim(), clock }
}

/**
 * An hour without minutes behind a day that has a name (`cuma 14`) or is a whole date (`21.11.2022 14`). Where the number
 * is also the date of a weekday that is meant (`cuma 14`, and it is the 14th), it says nothing about the hour; `cuma 14'te` does.
 */
function withBareHour(text: string, from: string): string | undefined {
  const [, before = '', told = '', bent] = /^(.+) (\d{1,2})(['’‘`]?\s?[dt][ae])?$/.exec(text) ?? []
  const hour = Number(told)
  if (before === '' || hour > 23) return undefined
  const named = pastDay(before, from) ?? dayByName(before, from)
  const date = named ?? parseEventTime(before)
  if (date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined
  const dated = !bent && named !== undefined && !nearDay.test(before) && Number(date.slice(8)) === hour
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
 * When a meeting begins, as it is typed: `yarın 10.30`, `cuma öğleden sonra 2`, `dün`, `15 ağustos
 * saat 14`, `21.11.2022`, `14.00` (today); not until when it is (`en geç cuma`, `ay sonu`).
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
