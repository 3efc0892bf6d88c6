import { two } from '../dates'
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

const thisWeek = new Set(['bu hafta', 'this week'])
const nextWeek = new Set(['haftaya', 'gelecek hafta', 'onumuzdeki hafta', 'next week'])

function weekday(words: string, from: string): Due | undefined {
  const match =
    /^(?:(haftaya|(?:bu|gelecek|onumuzdeki|next|this)(?: (?:hafta|week))?) )?([a-z]+)(?: gunu(?:ne)?)?$/.exec(
      words,
    )
  const wanted = weekdays.get(match?.[2] ?? '')
  if (!match || wanted === undefined) return undefined
  const [, which = ''] = match
  // Weeks begin on Monday.
  const monday = addDays(from, -((weekdayOf(from) + 6) % 7))
  const inWeek = (wanted + 6) % 7
  // However near the same day of this week is.
  if (nextWeek.has(which)) return day(addDays(monday, 7 + inWeek))
  if (thisWeek.has(which)) {
    const told = addDays(monday, inWeek)
    return told < from ? undefined : day(told)
  }
  const ahead = (wanted - weekdayOf(from) + 7) % 7
  return day(addDays(from, ahead === 0 && which !== 'bu' && which !== 'this' ? 7 : ahead))
}

const places = new Map<string, number>()
const placeWords = [
  ['son', 'last'],
  ['ilk', 'birinci', 'first'],
  ['ikinci', 'second'],
  ['ucuncu', 'third'],
  ['dorduncu', 'fourth'],
]
placeWords.forEach((words, place) => {
  for (const word of words) places.set(word, place)
})
const oneOf = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|')
const nthTurkish = new RegExp(
  `^(?:(bu|gelecek|onumuzdeki) )?ayin (${oneOf(places.keys())}) (${oneOf(weekdayWords.map(([name = '']) => name))})` +
    '(?:s?i(?:n[ae]|nd[ae])?| gunu(?:n[ae]|nd[ae])?)?$',
)
const nthEnglish = new RegExp(
  `^(?:the )?(${oneOf(places.keys())}) (${oneOf(weekdays.keys())}) of (this|next|the) month$`,
)

/** The first such weekday of a month that begins on `first`, the second and so on; place 0 is the last. */
function nthOf(first: string, place: number, wanted: number): string {
  if (place > 0) return addDays(first, ((wanted - weekdayOf(first) + 7) % 7) + 7 * (place - 1))
  const last = monthEnd(first, 0)
  return addDays(last, -((weekdayOf(last) - wanted + 7) % 7))
}

/** A weekday of a month: `gelecek ayın ilk pazartesisi`; without `bu` or `gelecek` the next one that is not over. */
function nthWeekday(words: string, from: string): Due | undefined {
  const turkish = nthTurkish.exec(words)
  const english = turkish ? undefined : nthEnglish.exec(words)
  const [which, placed, name] = turkish?.slice(1) ?? [english?.[3], english?.[1], english?.[2]]
  const place = places.get(placed ?? '')
  const wanted = weekdays.get(name ?? '')
  if (place === undefined || wanted === undefined) return undefined
  const inMonth = (ahead: number) => nthOf(`${monthEnd(from, ahead).slice(0, 8)}01`, place, wanted)
  if (which === 'bu' || which === 'this') return day(inMonth(0))
  if (which !== undefined && which !== 'the') return day(inMonth(1))
  return day(inMonth(0) < from ? inMonth(1) : inMonth(0))
}

/**
 * A day of a month that is told by its number: `ayın 15'i` and `15'ine` are the next one, `gelecek ayın 15'ine` that of the
 * next month.
 */
function dayOfMonth(words: string, from: string): Due | undefined {
  const bare = dropApostrophes(words)
  const match =
    /^(?:(bu|gelecek|onumuzdeki) )?ayin (\d{1,2})(?:s?[iu](?:n[ae]|nd[ae])?|y?[ae])?$/.exec(bare) ??
    /^()(\d{1,2})s?[iu](?:n[ae]|nd[ae])?$/.exec(bare)
  if (!match) return undefined
  const date = two(Number(match[2]))
  const ahead = match[1] ? match[1] !== 'bu' : date < from.slice(8, 10)
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
 * `yirmi beş gün`, `2 hafta`, `ayın 15'i`, `gelecek ayın ilk pazartesisi`, `bir ay`, `ay sonu`, `gelecek ay`, `yıl sonu`.
 * In: folded words without `içinde`, `kadar` and the like; the day they count from (`YYYY-MM-DD`).
 * Out: undefined for other words. Working days leave out weekends and whole public holidays.
 */
export function relativeDue(words: string, from: string): Due | undefined {
  return (
    dayByName(words, from) ??
    span(words, from) ??
    nthWeekday(words, from) ??
    dayOfMonth(words, from) ??
    ends(words, from)
  )
}

/**
 * A day that has a name of its own: `yarın`, `cuma günü`, `gelecek hafta salı`. In: folded words, the day they count from.
 * Out: undefined for other words.
 */
export function dayByName(words: string, from: string): Due | undefined {
  const offset = days.get(words)
  return offset === undefined ? weekday(words, from) : day(addDays(from, offset))
}
