import { two } from '../dates'
import type { Due } from '../records/blocks'
import { dueTokens, dueWords } from './due-tokens'
import { addDays, addWorkingDays, holidayOn } from './holidays'
import { addMonths, notOver, periodOf, weekdayOf, workingDayOf, type Period } from './periods'

/** A due date that was told, and whether its words leave open on which day until then something is. */
export interface Told {
  due: Due
  open: boolean
}

/** What a text counts from: the day itself, and the first one that a date without a year may mean. */
interface Since {
  from: string
  yearFrom: string
}

const told = (date: string | undefined, open = false): Told | undefined =>
  date === undefined ? undefined : { due: { kind: 'day', date }, open }

const near = new Map([
  ['bugun', 0],
  ['bu gun', 0],
  ['yarin', 1],
  ['ertesi gun', 1],
  ['next gun', 1],
  ['obur gun', 2],
  ['haftaya', 7],
  ['next haftaya', 7],
  ['haftaya bugun', 7],
  ['haftaya bu gun', 7],
])

const amounts = /(\d{1,3}) (isgun|gun|haftaya|hafta|ay|yil)(?: |$)/g
const spans = /^(?:\d{1,3} (?:isgun|gun|haftaya|hafta|ay|yil)(?: |$))+(sonra)?$/

/** So many days, weeks, months: `15 isgun`, `1 ay 10 gun`, `2 hafta sonra`. */
function span(tokens: string, { from }: Since): Told | undefined {
  const match = spans.exec(tokens)
  if (!match) return undefined
  let date = from
  for (const [, count, unit] of tokens.matchAll(amounts)) {
    const amount = Number(count)
    if (amount < 1) return undefined
    if (unit === 'isgun') date = addWorkingDays(date, amount)
    else if (unit === 'gun') date = addDays(date, amount)
    else if (unit === 'ay' || unit === 'yil') date = addMonths(date, unit === 'yil' ? 12 * amount : amount)
    else date = addDays(date, 7 * amount)
  }
  return told(date, match[1] === undefined)
}

/** The day of a week, counted from its Monday. */
const dayOfWeek = (period: Period, weekday: number) => addDays(period.first, (weekday + 6) % 7)

/** A weekday, by itself or of a week: `w5`, `bu w5`, `next hafta w5 gun`, `hafta/of w5`, `w2 gun haftaya`. */
function weekday(tokens: string, { from, yearFrom }: Since): Told | undefined {
  const alone = /^(?:(bu|(?:next )?#1|next) )?w(\d)(?: gun)?$/.exec(tokens)
  if (alone) {
    const ahead = (Number(alone[2]) - weekdayOf(from) + 7) % 7
    return told(addDays(from, ahead === 0 && alone[1] !== 'bu' ? 7 : ahead))
  }
  const [, before, first, second, after] =
    /^(?:(.+) w(\d)(?: gun)?|w(\d)(?: gun)? (haftaya|(?:bu|next) hafta))$/.exec(tokens) ?? []
  const period = periodOf(before ?? after ?? '', from, yearFrom)
  if (period?.kind !== 'week') return undefined
  return told(notOver(period, from, (one) => dayOfWeek(one, Number(first ?? second))))
}

/** The first such weekday of a month, the second and so on; place 0 is the last. */
function nthOf({ first, last }: Period, place: number, wanted: number): string | undefined {
  if (place === 0) return addDays(last, -((weekdayOf(last) - wanted + 7) % 7))
  const date = addDays(first, ((wanted - weekdayOf(first) + 7) % 7) + 7 * (place - 1))
  return date > last ? undefined : date
}

/** A day of a month by its weekday or its number: `next ay/of #1 w1`, `ay/of 15+`, `m03/of 15+`, `15+`. */
function dayOfMonth(tokens: string, { from, yearFrom }: Since): Told | undefined {
  const nth = /^(.+) (?:#(\d)|last) w(\d)(?: gun)?$/.exec(tokens)
  const numbered = /^(?:(.+\/of) (\d{1,2})[+~]?|(m\d\d(?: ay)?) (\d{1,2})\+|(\d{1,2})\+)(?: gun)?$/.exec(
    tokens,
  )
  const [head, number] = nth
    ? [nth[1]]
    : [numbered?.[1] ?? numbered?.[3] ?? 'ay', numbered?.[2] ?? numbered?.[4] ?? numbered?.[5]]
  const period = (nth ?? numbered) ? periodOf(head ?? '', from, yearFrom) : undefined
  if (period?.kind !== 'month') return undefined
  const wanted = (one: Period) => {
    if (nth) return nthOf(one, Number(nth[2] ?? 0), Number(nth[3]))
    const date = `${one.first.slice(0, 8)}${two(Number(number))}`
    return number === '0' || date > one.last ? undefined : date
  }
  return told(period.present ? wanted(period) : notOver(period, from, wanted))
}

/** Where a stretch of days begins or ends: `ay end`, `m04/of last isgun`, `hafta bas`, `y2026 yil/of #2 ceyrek end`. */
function edge(tokens: string, { from, yearFrom }: Since): Told | undefined {
  const [, head = '', which = ''] = /^(.+) (end|bas|(?:last|#1) (?:is)?gun)$/.exec(tokens) ?? []
  const period = periodOf(head, from, yearFrom)
  if (!period) return undefined
  const begins = which === 'bas'
  // What begins today has begun.
  const soonest = begins ? addDays(from, 1) : from
  const date = notOver(period, soonest, (one) => {
    if (which.endsWith('isgun')) return workingDayOf(one, which.startsWith('last') ? -1 : 1)
    return begins || which.startsWith('#') ? one.first : one.last
  })
  return told(date, which === 'end' || begins)
}

/** A stretch of days as such: a month, and the last day of any other; of a year only when something is within it. */
function whole(tokens: string, { from, yearFrom }: Since, within: boolean): Told | undefined {
  if (within && tokens === 'gun') return told(from, true)
  const period = periodOf(tokens, from, yearFrom)
  if (!period || (!within && (period.kind === 'year' || /^(?:ay|hafta)$/.test(tokens)))) return undefined
  if (period.kind === 'month') return { due: { kind: 'month', month: period.first.slice(0, 7) }, open: false }
  return told(
    notOver(period, from, (one) => one.last),
    true,
  )
}

/** Longer than from one feast to the next of its name. */
const FEAST_WITHIN = 400

/** Days that are told by a religious feast: its eve, and the first working day after it. */
function byFeast(tokens: string, { from }: Since): Told | undefined {
  const [, named, eve] =
    /^(ramazan|kurban) bayram(?:(?:\/of)? (arife)|\/from next (?:#1 )?isgun)$/.exec(tokens) ?? []
  if (named === undefined) return undefined
  const name = named === 'ramazan' ? 'ramadan' : 'sacrifice'
  const earliest = eve ? addDays(from, 1) : from
  for (let n = 0; n < FEAST_WITHIN; n += 1) {
    const date = addDays(earliest, n)
    if (holidayOn(date)?.name !== name) continue
    if (!eve) return told(addWorkingDays(date, 1))
    if (holidayOn(addDays(date, -1))?.name !== name) return told(addDays(date, -1))
  }
  return undefined
}

/**
 * A due date that is told from a day on, as officials say it: `yarın`, `cuma günü`, `haftaya salı`, `15 iş günü`, `1 ay 10
 * gün`, `ayın 15'i`, `nisanın son iş günü`, `gelecek ayın ilk pazartesisi`, `ay sonu`, `gelecek ay`, `2026 yılı sonu`,
 * `ikinci çeyrek`. In: words (see due-tokens) without `içinde`, `kadar` and the like; the day they count from
 * (`YYYY-MM-DD`), and the first that a month without a year may mean; whether it is something within them.
 * Out: undefined for other words. Working days leave out weekends and whole public holidays.
 */
export function relativeDue(words: string, from: string, yearFrom = from, within = false): Told | undefined {
  const tokens = dueTokens(words)
  if (tokens === undefined) return undefined
  const since = { from, yearFrom }
  const offset = near.get(tokens)
  if (offset !== undefined) return told(addDays(from, offset))
  if (/^(?:ertesi|next|#1|next #1) isgun$/.test(tokens)) return told(addWorkingDays(from, 1))
  return (
    weekday(tokens, since) ??
    span(tokens, since) ??
    dayOfMonth(tokens, since) ??
    edge(tokens, since) ??
    whole(tokens, since, within) ??
    byFeast(tokens, since)
  )
}

/**
 * A day that has a name of its own: `yarın`, `cuma günü`, `gelecek hafta salı`. In: folded words, the day they count from.
 * Out: undefined for other words.
 */
export function dayByName(words: string, from: string): string | undefined {
  const tokens = dueTokens(dueWords(words)) ?? ''
  const offset = near.get(tokens)
  const due =
    offset === undefined ? weekday(tokens, { from, yearFrom: from })?.due : told(addDays(from, offset))?.due
  return due?.kind === 'day' ? due.date : undefined
}
