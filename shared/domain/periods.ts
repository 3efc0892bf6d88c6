import { two } from '../dates'
import { addDays, isWorkingDay } from './holidays'

/** A month, a year or part of one, or the working days of a week: its first and last day. */
export interface Period {
  kind: 'month' | 'year' | 'part' | 'week'
  first: string
  last: string
  /** the one after it, where neither words nor a year say that it is this one: `ay sonu`, not `bu ay sonu` */
  following?: () => Period
  /** `bu`: what of it is over is not meant */
  present?: true
}

/** Weekday of a day, 0 = Sunday. */
export const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()

function monthsFrom(year: number, month: number, count: number): { first: string; last: string } {
  const day = (months: number, date: number) =>
    new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10)
  return { first: day(0, 1), last: day(count, 0) }
}

/** The months of a year that its part is; what is over without a year being told is the one of the next year. */
function part(year: number, month: number, count: number, kind: Period['kind'], rolls: boolean): Period {
  const days = monthsFrom(year, month, count)
  return rolls
    ? { kind, ...days, following: () => part(year + 1, month, count, kind, true) }
    : { kind, ...days }
}

function thisMonth(year: number, month: number, which: string | undefined): Period {
  const period: Period = { kind: 'month', ...monthsFrom(year, month, 1) }
  if (which === 'bu') return { ...period, present: true }
  return which === undefined ? { ...period, following: () => thisMonth(year, month + 1, undefined) } : period
}

function week(from: string, ahead: number, which: string | undefined): Period {
  const first = addDays(from, -((weekdayOf(from) + 6) % 7) + 7 * ahead)
  const period: Period = { kind: 'week', first, last: addDays(first, 4) }
  if (which === 'bu') return { ...period, present: true }
  return which === undefined ? { ...period, following: () => week(from, ahead + 1, undefined) } : period
}

/** The first of a period and those that follow it, if they may be meant, in which the day that is looked for is not over. */
export function notOver(
  period: Period | undefined,
  from: string,
  dayOf: (period: Period) => string | undefined,
): string | undefined {
  const date = period && dayOf(period)
  if (!period || date === undefined || date >= from) return date
  return period.following ? notOver(period.following(), from, dayOf) : period.present ? undefined : date
}

/** The last working day of a period, or its first: `-1` and `1`. */
export function workingDayOf({ first, last }: Period, step: 1 | -1): string | undefined {
  for (let date = step > 0 ? first : last; first <= date && date <= last; date = addDays(date, step))
    if (isWorkingDay(date)) return date
  return undefined
}

const yearThen = String.raw`(?:y(\d{4})(?: yil(?:\/of)?)? )?`
const patterns = {
  month: /^(?:(bu|next) )?ay$/,
  named: new RegExp(String.raw`^${yearThen}m(\d\d)(?:\/of)?(?: ay)?(?: y(\d{4})(?: yil)?)?$`),
  year: /^(?:y(\d{4})(?: yil)?|yil)$/,
  week: /^(?:(?:(bu|next|ertesi) )?hafta|(haftaya)|(\d{1,3}) hafta (?:sonra|next))$/,
  part: new RegExp(
    String.raw`^(?:yil\/of )?${yearThen}(?:(#[1-4]|last|bu|next)(?:\/of)? (ceyrek)|(#[12]|last) yari|(#1) 6 ay)(?: y(\d{4}))?$`,
  ),
}

/**
 * A stretch of days that is told from a day on or by its name: `ay`, `next ay`, `m04`, `y2026 m04 ay`, `y2026 yil`,
 * `next hafta`, `#2 ceyrek`. In: tokens (see due-tokens), the day they count from, and the first day that a month without a
 * year may mean. Out: undefined for other words.
 */
export function periodOf(tokens: string, from: string, yearFrom: string): Period | undefined {
  const words = tokens.replace(/\/of$/, '')
  const [year = 0, month = 0] = from.split('-').map(Number)
  const monthWords = patterns.month.exec(words)
  if (monthWords) return thisMonth(year, month + (monthWords[1] === 'next' ? 1 : 0), monthWords[1])
  const named = patterns.named.exec(words)
  if (named) {
    if (named[1] && named[3]) return undefined
    const told = named[1] ?? named[3]
    const number = named[2] ?? ''
    const first = Number(yearFrom.slice(0, 4)) + (number < yearFrom.slice(5, 7) ? 1 : 0)
    return part(told === undefined ? first : Number(told), Number(number), 1, 'month', told === undefined)
  }
  const yearWords = patterns.year.exec(words)
  if (yearWords) return part(Number(yearWords[1] ?? year), 1, 12, 'year', yearWords[1] === undefined)
  const weekWords = patterns.week.exec(words)
  if (weekWords) {
    const [, which, later, count] = weekWords
    const ahead = count ? Number(count) : later || (which && which !== 'bu') ? 1 : 0
    return week(from, ahead, which ?? later ?? count)
  }
  const [, before, inQuarter, quarter, half, months, behind] = patterns.part.exec(words) ?? []
  const place = inQuarter ?? half ?? months
  if (place === undefined || (before && behind)) return undefined
  const count = quarter ? 3 : 6
  const now = Math.ceil(month / count)
  const number =
    place === 'last' ? 12 / count : place === 'bu' ? now : place === 'next' ? now + 1 : Number(place.slice(1))
  const toldYear = before ?? behind
  const rolls = toldYear === undefined && !words.startsWith('yil') && !/^(?:bu|next)$/.test(place)
  return part(Number(toldYear ?? year), (number - 1) * count + 1, count, 'part', rolls)
}

/** Months later, on the same day or the last one of a shorter month. */
export function addMonths(from: string, months: number): string {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number)
  const { last } = monthsFrom(year, month + months, 1)
  return `${last.slice(0, 8)}${two(Math.min(date, Number(last.slice(8))))}`
}
