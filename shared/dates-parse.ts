import { EventTime, formatEventTime, partsOf, two } from './dates'
import { apart, monthOfWord, weekdayOfWord } from './date-words'
import { clockHours } from './spoken-hours'
import { figures } from './spoken-numbers'
import { foldTr } from './text/turkish'

/** Words that stand around dates and say nothing about them. */
const noise = new Set(
  (
    'gun gunu gunune gununde gunde saat saatleri tarih tarihi tarihinde tarihine tarihli ayinda ayina ayi yilinda yilina ' +
    'yili at of the'
  ).split(' '),
)

const suffix = "(?:['’‘`]?(?:da|de|ta|te|dan|den|tan|ten|a|e|ya|ye|i|u|in|un)?)"
const clockPattern = new RegExp(`^(\\d{1,2})[.:](\\d{2})${suffix}$`)
const numeric = new RegExp(`^(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})${suffix}$`)
/** With a short year; not with hyphens, where the year may stand first. */
const short = new RegExp(`^(\\d{1,2})[./](\\d{1,2})[./](\\d{2})${suffix}$`)
/** The first year that two digits mean: `69` is 2069, `70` is 1970. */
const FIRST_SHORT_YEAR = 1970

interface Found {
  year?: number
  month?: number
  day?: number
  clock?: string
  weekday?: number
  /** the month is English: a day may follow it */
  english?: boolean
}

/** Whether a weekday that was told may be that of the date; without a year it cannot be known. */
function weekdayFits({ year, month, day, weekday }: Found): boolean {
  if (weekday === undefined) return true
  if (month === undefined || day === undefined) return false
  return year === undefined || new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday
}

function write(found: Found): string | undefined {
  const { year, month, day, clock } = found
  // The first numeral of a year is none to leave out: `0026` is a slip.
  if (!weekdayFits(found) || (year !== undefined && year < 1000)) return undefined
  if (month === undefined) return year === undefined || day !== undefined || clock ? undefined : String(year)
  const date = `${year === undefined ? '-' : String(year).padStart(4, '0')}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`
  const text = clock ? `${date}T${clock}` : date
  return EventTime.safeParse(text).success ? text : undefined
}

function clockOf(word: string): string | undefined {
  const match = clockPattern.exec(word)
  if (!match) return undefined
  const hour = Number(match[1])
  const minute = Number(match[2])
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : undefined
}

/** Takes one word into what was found so far; false when the word does not belong to a date. */
function take(word: string, found: Found): boolean {
  const full = numeric.exec(word) ?? short.exec(word)
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(word)
  if (full && found.month === undefined) {
    found.day = Number(full[1])
    found.month = Number(full[2])
    const year = Number(full[3])
    const century = year + 1900 < FIRST_SHORT_YEAR ? 2000 : 1900
    found.year = full[3]?.length === 2 ? century + year : year
    return true
  }
  if (iso && found.month === undefined) {
    found.year = Number(iso[1])
    found.month = Number(iso[2])
    if (iso[3]) found.day = Number(iso[3])
    return true
  }
  const year = new RegExp(`^(\\d{4})${suffix}$`).exec(word)
  if (year && found.year === undefined) {
    found.year = Number(year[1])
    return true
  }
  const month = monthOfWord(word)
  if (month !== undefined && found.month === undefined) {
    found.month = month.meaning
    found.english = month.english
    return true
  }
  const weekday = weekdayOfWord(word)?.meaning
  if (weekday !== undefined && found.weekday === undefined) {
    found.weekday = weekday
    return true
  }
  const clock = clockOf(word)
  if (clock !== undefined && found.clock === undefined) {
    found.clock = clock
    return true
  }
  const day = /^(\d{1,2})(?:\.|st|nd|rd|th)?$/.exec(word)
  if (day && found.day === undefined && (found.month === undefined || found.english)) {
    found.day = Number(day[1])
    return true
  }
  return false
}

function words(text: string): string[] {
  return apart(figures(clockHours(foldTr(text)).trim()))
    .replace(/saat\s*:/g, 'saat ')
    .replace(/([.:]\d{2}) (?=[dt][ae](?: |$))/g, '$1')
    .replace(/(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{4})/g, '$1.$2.$3')
    .replace(/^(\d{1,2}) (\d{1,2}) (\d{4})(?!\d)/, '$1.$2.$3')
    .split(/[\s,()]+/)
    .filter((word) => word !== '' && !/^[-–—]$/.test(word))
}

/**
 * Reads a date or time as officials type it: `21.11.2022`, `21.11.22`, `21 kasım 2022 saat 14`, `kasım 2022`,
 * `Nisan ayında`, `17 Nisan Çarşamba`. Out: an {@link EventTime} (without year when none is written), or
 * undefined when the text is something else, and when a weekday stands with a date that is on another.
 */
export function parseEventTime(text: string): string | undefined {
  const found: Found = {}
  let dated = false
  for (const word of words(text)) {
    const bare = word.replace(/['’‘`].*$/, '').replace(/[.:]$/, '')
    if (noise.has(bare)) continue
    if (!take(word, found)) return undefined
    dated = true
  }
  return dated ? write(found) : undefined
}

/**
 * Reads a stretch: `21.11.2022 10.00–12.15`, `01-03 Ekim 2018`, `30 Kasım – 2 Aralık 2022`, or a single time.
 * Out: start and, when one is written, end; undefined when the text is no date.
 */
export function parseEventRange(text: string): { start: string; end?: string } | undefined {
  const single = parseEventTime(text)
  if (single !== undefined) return { start: single }
  const clocks = /^(.*?)(\d{1,2}[.:]\d{2})\s*[-–—]\s*(\d{1,2}[.:]\d{2})\s*$/u.exec(text)
  if (clocks) {
    const start = parseEventTime(`${clocks[1] ?? ''} ${clocks[2] ?? ''}`)
    const until = clockOf(clocks[3] ?? '')
    if (start?.includes('T') && until !== undefined) return { start, end: `${start.slice(0, 10)}T${until}` }
  }
  const days = /^\s*(\d{1,2})\.?\s*[-–—]\s*(\d{1,2})\.?\s+(\S.*)$/u.exec(text)
  if (days) {
    const start = parseEventTime(`${days[1] ?? ''} ${days[3] ?? ''}`)
    const end = parseEventTime(`${days[2] ?? ''} ${days[3] ?? ''}`)
    if (start !== undefined && end !== undefined) return { start, end }
  }
  for (const dash of text.matchAll(/\s[-–—]\s|[–—]/gu)) {
    const end = parseEventTime(text.slice(dash.index + dash[0].length))
    const head = text.slice(0, dash.index)
    const start = parseEventTime(head) ?? undefined
    if (start === undefined || end === undefined) continue
    const year = partsOf(end).year
    const dated = start.startsWith('--') && year !== undefined ? `${year}${start.slice(1)}` : start
    return { start: dated, end }
  }
  return undefined
}

/** Writes an event time the way it would be typed into a field, so that parsing gives the same value back. */
export function typedEventTime(value: string, lang: 'tr' | 'en'): string {
  return formatEventTime(value, 'short', lang)
}
