import type { Due } from '../records/blocks'
import { spokenNumbers } from '../spoken-numbers'
import { dropApostrophes } from '../text/turkish'
import { addDays, addWorkingDays } from './holidays'

const weekdays = new Map<string, number>()
const weekdayWords = [
  ['pazar', 'pazara', 'sunday'],
  ['pazartesi', 'pazartesiye', 'pzt', 'monday'],
  ['sali', 'saliya', 'tuesday'],
  ['carsamba', 'carsambaya', 'car', 'wednesday'],
  ['persembe', 'persembeye', 'per', 'thursday'],
  ['cuma', 'cumaya', 'friday'],
  ['cumartesi', 'cumartesiye', 'cmt', 'saturday'],
]
weekdayWords.forEach((words, day) => {
  for (const word of words) weekdays.set(word, day)
})

const days = new Map([
  ['bugun', 0],
  ['bugune', 0],
  ['today', 0],
  ['yarin', 1],
  ['yarina', 1],
  ['tomorrow', 1],
  ['obur gun', 2],
  ['ertesi gun', 1],
  ['haftaya', 7],
  ['haftaya bugun', 7],
])

const two = (value: number) => String(value).padStart(2, '0')
const day = (date: string): Due => ({ kind: 'day', date })
const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()

/** Months later, on the same day or the last one of a shorter month. */
function addMonths(from: string, months: number): string {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  return `${last.toISOString().slice(0, 8)}${two(Math.min(date, last.getUTCDate()))}`
}

/** Last day of the month so many months later. */
function monthEnd(from: string, months: number): string {
  const [year = 0, month = 0] = from.split('-').map(Number)
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10)
}

function span(words: string, from: string): Due | undefined {
  const match =
    /^(.+?) (is ?gun|gun|hafta|ay|yil|working day|day|week|month|year)(?:u|un|une|unde|unluk|lik|s)?$/.exec(
      words,
    )
  if (!match) return undefined
  const [, count = '', unit = ''] = match
  const amount = /^\d{1,3}$/.test(count) ? Number(count) : spokenNumbers.get(count)
  if (amount === undefined || amount < 1) return undefined
  switch (unit) {
    case 'is gun':
    case 'isgun':
    case 'working day':
      return day(addWorkingDays(from, amount))
    case 'gun':
    case 'day':
      return day(addDays(from, amount))
    case 'hafta':
    case 'week':
      return day(addDays(from, 7 * amount))
    case 'ay':
    case 'month':
      return day(addMonths(from, amount))
    default:
      return day(addMonths(from, 12 * amount))
  }
}

function weekday(words: string, from: string): Due | undefined {
  const match = /^(?:(bu|gelecek|onumuzdeki|haftaya|next|this) )?([a-z]+)(?: gunu(?:ne)?)?$/.exec(words)
  const wanted = weekdays.get(match?.[2] ?? '')
  if (!match || wanted === undefined) return undefined
  if (match[1] === 'haftaya') {
    // Weeks begin on Monday: the day of the next one, however near the same day of this week is.
    const monday = addDays(from, 7 - ((weekdayOf(from) + 6) % 7))
    return day(addDays(monday, (wanted + 6) % 7))
  }
  const ahead = (wanted - weekdayOf(from) + 7) % 7
  return day(addDays(from, ahead === 0 && match[1] !== 'bu' && match[1] !== 'this' ? 7 : ahead))
}

/** A day of a month that is told by its number: `ayın 15'i` is the next one, `gelecek ayın 15'ine` that of the next month. */
function dayOfMonth(words: string, from: string): Due | undefined {
  const match = /^(?:(bu|gelecek|onumuzdeki) )?ayin (\d{1,2})(?:s?[iu](?:n[ae]|nd[ae])?|y?[ae])?$/.exec(
    dropApostrophes(words),
  )
  if (!match) return undefined
  const date = two(Number(match[2]))
  const ahead = match[1] === undefined ? date < from.slice(8, 10) : match[1] !== 'bu'
  const last = monthEnd(from, ahead ? 1 : 0)
  return date === '00' || date > last.slice(8) ? undefined : day(`${last.slice(0, 8)}${date}`)
}

function ends(words: string, from: string): Due | undefined {
  const match = /^(?:(bu|gelecek|this|next) )?(ay|yil|hafta)(?:n?in)? sonu(?:na)?$/.exec(words)
  if (match) {
    const later = match[1] === 'gelecek' || match[1] === 'next' ? 1 : 0
    if (match[2] === 'ay') return day(monthEnd(from, later))
    if (match[2] === 'yil') return day(`${Number(from.slice(0, 4)) + later}-12-31`)
    // The last day of the working week.
    const friday = addDays(from, ((12 - weekdayOf(from)) % 7) + 7 * later)
    return day(friday)
  }
  const month = /^(bu|gelecek|onumuzdeki|this|next) (?:ay|month)$/.exec(words)
  if (month) {
    const whole = monthEnd(from, month[1] === 'bu' || month[1] === 'this' ? 0 : 1).slice(0, 7)
    return { kind: 'month', month: whole }
  }
  return /^(gelecek|onumuzdeki|next) (hafta|week)$/.test(words) ? day(addDays(from, 7)) : undefined
}

/**
 * A due date that is told from a day on, as officials say it: `yarın`, `cuma günü`, `haftaya salı`, `15 iş günü`,
 * `yirmi beş gün`, `2 hafta`, `ayın 15'i`, `bir ay`, `ay sonu`, `gelecek ay`, `yıl sonu`.
 * In: folded words without `içinde`, `kadar` and the like; the day they count from (`YYYY-MM-DD`).
 * Out: undefined for other words. Working days leave out weekends and whole public holidays.
 */
export function relativeDue(words: string, from: string): Due | undefined {
  const offset = days.get(words)
  if (offset !== undefined) return day(addDays(from, offset))
  return span(words, from) ?? weekday(words, from) ?? dayOfMonth(words, from) ?? ends(words, from)
}
