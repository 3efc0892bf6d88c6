import { formatEventTime, partsOf, type Language } from '../dates'
import { parseEventTime } from '../dates-parse'
import type { Due } from '../records/blocks'
import { foldTr } from '../text/turkish'

const nextMeeting = /^(gelecek|sonraki|bir sonraki|onumuzdeki|next)( toplanti\p{L}*| meeting)?( kadar)?$/u
const two = (value: number) => String(value).padStart(2, '0')

/** The first day or month on or after `from` that a date without year may mean. */
function withYear(month: number, day: number | undefined, from: string): string {
  const year = Number(from.slice(0, 4))
  const rest = day === undefined ? two(month) : `${two(month)}-${two(day)}`
  return `${from.slice(5, 5 + rest.length) <= rest ? year : year + 1}-${rest}`
}

/**
 * When an action is due, as officials type it: `15.12.2022`, `3 mart`, `2026 Nisan`, `nisan`, `gelecek toplantı`.
 * In: the typed text and the day it counts from (`YYYY-MM-DD`: the meeting's, else today), for dates without year.
 * Out: undefined when it is none of these.
 */
export function parseDue(typed: string, from: string): Due | undefined {
  const text = foldTr(typed).trim().replace(/\s+/g, ' ')
  if (text === '') return undefined
  if (nextMeeting.test(text)) return { kind: 'next-meeting' }
  const swapped = typed.trim().replace(/^(\d{4})\s+(\p{L}+)$/u, '$2 $1')
  const found = parseEventTime(swapped)
  if (found === undefined) return undefined
  const { year, month, day } = partsOf(found)
  if (month === undefined) return undefined
  const date = year === undefined ? withYear(month, day, from) : found.slice(0, 10)
  return day === undefined ? { kind: 'month', month: date } : { kind: 'day', date }
}

/** A due date for people: `15.12.2022`, `Nisan 2026`, or the words for the next meeting. */
export function dueText(due: Due, lang: Language, nextMeetingWords: string): string {
  if (due.kind === 'next-meeting') return nextMeetingWords
  return formatEventTime(due.kind === 'day' ? due.date : due.month, 'short', lang)
}
