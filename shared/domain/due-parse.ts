import { formatEventTime, partsOf, two, type Language } from '../dates'
import { parseEventTime } from '../dates-parse'
import type { Due } from '../records/blocks'
import { foldTr } from '../text/turkish'
import { relativeDue } from './relative-days'

const nextMeeting = /^(gelecek|sonraki|bir sonraki|onumuzdeki|next)( toplanti\p{L}*| meeting)?( kadar)?$/u

/** The first day or month on or after `from` that a date without year may mean. */
function withYear(month: number, day: number | undefined, from: string): string {
  const year = Number(from.slice(0, 4))
  const rest = day === undefined ? two(month) : `${two(month)}-${two(day)}`
  return `${from.slice(5, 5 + rest.length) <= rest ? year : year + 1}-${rest}`
}

/** Words around a date that say nothing about it: `en geç … kadar`, `… içinde`. */
const around =
  /^(?:en gec|by|within|in|until) | (?:(?:en gec|kadar|dek|degin|icinde|icerisinde|sonra|itibariyla|later)(?= |$))/g

/** Days that are written shorter than a date: `3.3`, `15/12`, `15.12.26`. */
function shortDate(text: string, from: string): Due | undefined {
  const match = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{2}))?$/.exec(text)
  if (!match) return undefined
  const [, date, month, year] = match
  const found = parseEventTime(`${date}.${month}.${year === undefined ? 2000 : 2000 + Number(year)}`)
  if (found === undefined) return undefined
  const day = year === undefined ? withYear(Number(month), Number(date), from) : found
  // 29 February is one in 2000, not in every year.
  return parseEventTime(day) === undefined ? undefined : { kind: 'day', date: day }
}

/** A month in figures: `04/2027`. */
function monthInFigures(text: string): Due | undefined {
  const [, month = '', year = ''] = /^(\d{1,2})[./-](\d{4})$/.exec(text) ?? []
  const found = month === '' ? undefined : parseEventTime(`${year}-${two(Number(month))}`)
  return found === undefined ? undefined : { kind: 'month', month: found }
}

/** Up to here two digits behind a day may be an hour as well as a year. */
const LAST_HOUR = 23

/** A short year behind a day and a month in words: `3 mart 27`. What may be an hour is left as it is. */
function wholeYear(text: string): string {
  const [, day = '', year = '', rest = ''] =
    /^(\d{1,2}\.? [a-z]+\.?) (\d{2})(['’‘`][a-z]{1,3})?$/.exec(text) ?? []
  return day === '' || Number(year) <= LAST_HOUR ? text : `${day} 20${year}${rest}`
}

/** Last day of a month that is told by its name: `nisan sonu`. */
function endOf(due: Due | undefined): Due | undefined {
  if (due?.kind !== 'month') return undefined
  const [year = 0, month = 0] = due.month.split('-').map(Number)
  return { kind: 'day', date: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) }
}

function parseDated(text: string, from: string): Due | undefined {
  const inFigures = monthInFigures(text)
  if (inFigures) return inFigures
  const found = parseEventTime(wholeYear(text).replace(/^(\d{4})\s+([a-z]+)$/, '$2 $1'))
  // A due date has no hour; leaving out one that was typed would keep something else than what was written.
  if (found === undefined || found.includes('T')) return undefined
  const { year, month, day } = partsOf(found)
  if (month === undefined) return undefined
  const date = year === undefined ? withYear(month, day, from) : found.slice(0, 10)
  // Without a year 29 February was possible; in the year it came to it must be, too.
  if (parseEventTime(date) === undefined) return undefined
  return day === undefined ? { kind: 'month', month: date } : { kind: 'day', date }
}

/**
 * When an action is due, as officials type it: `15.12.2022`, `3 mart`, `15/12`, `2026 Nisan`, `nisan sonuna kadar`,
 * `3 mart 27`, `04/2027`, `gelecek toplantı`, or from a day on: `yarın`, `gelecek hafta cuma`, `15’ine kadar`,
 * `15 iş günü içinde`, `iki hafta`, `ay sonu`, `gelecek ayın ilk pazartesisi`.
 * In: the typed text, the day it counts from (`YYYY-MM-DD`: the meeting's, else today), and the first day that a date
 * without a year may mean. Out: undefined when it is none of these.
 */
export function parseDue(typed: string, from: string, yearFrom = from): Due | undefined {
  const text = foldTr(typed).trim().replace(/\s+/g, ' ')
  if (text === '') return undefined
  if (nextMeeting.test(text)) return { kind: 'next-meeting' }
  const bare = text.replace(around, '').trim()
  const monthEnd = /^(.+) sonu(?:na)?$/.exec(bare)?.[1]
  return (
    relativeDue(bare, from) ??
    shortDate(bare, yearFrom) ??
    (monthEnd === undefined ? parseDated(bare, yearFrom) : endOf(parseDated(monthEnd, yearFrom)))
  )
}

/** A due date for people: `15.12.2022`, `Nisan 2026`, or the words for the next meeting. */
export function dueText(due: Due, lang: Language, nextMeetingWords: string): string {
  if (due.kind === 'next-meeting') return nextMeetingWords
  return formatEventTime(due.kind === 'day' ? due.date : due.month, 'short', lang)
}
