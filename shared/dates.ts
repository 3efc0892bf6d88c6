import { z } from 'zod'

export type Language = 'tr' | 'en'

const day = /^(\d{4})-(\d{2})-(\d{2})$/
const partial = /^(?:(\d{4})|-)-(\d{2})(?:-(\d{2}))?$/
const clock = /^([01]\d|2[0-3]):[0-5]\d$/

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function isDate(text: string): boolean {
  if (/^\d{4}$/.test(text)) return true
  const match = partial.exec(text)
  if (!match) return false
  const month = Number(match[2])
  if (month < 1 || month > 12) return false
  // Without a year 29 February must stay possible, hence a leap year.
  return (
    match[3] === undefined ||
    (Number(match[3]) >= 1 && Number(match[3]) <= daysIn(Number(match[1] ?? 2000), month))
  )
}

/** A date as it was on the wall: `2022`, `2022-11`, `2022-11-21`, or without year `--04`, `--04-17` (after ISO 8601:2000). */
export const EventDate = z.string().refine(isDate, { message: 'not a date' })

/** An {@link EventDate}, or a full day with a wall-clock time `2022-11-21T14:00`; never a time zone. */
export const EventTime = z.string().refine(
  (text) => {
    const [date = '', time, ...rest] = text.split('T')
    return rest.length === 0 && isDate(date) && (time === undefined || (day.test(date) && clock.test(time)))
  },
  { message: 'not a date or time' },
)

/** The day a moment falls on at this computer (`YYYY-MM-DD`). */
export function localDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** The parts of an event time; missing ones are undefined. */
export interface EventParts {
  year?: number
  month?: number
  day?: number
  /** `HH:MM` */
  clock?: string
}

/** Splits an event time into its parts. In: a valid {@link EventTime}. */
export function partsOf(value: string): EventParts {
  const [date = '', time] = value.split('T')
  const parts: EventParts = time ? { clock: time } : {}
  if (/^\d{4}$/.test(date)) return { ...parts, year: Number(date) }
  const match = partial.exec(date)
  if (!match) return parts
  return {
    ...parts,
    ...(match[1] ? { year: Number(match[1]) } : {}),
    month: Number(match[2]),
    ...(match[3] ? { day: Number(match[3]) } : {}),
  }
}

const locales = { tr: 'tr-TR', en: 'en-GB' } as const

function monthName(month: number, lang: Language): string {
  return new Intl.DateTimeFormat(locales[lang], { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, month - 1, 1),
  )
}

function weekday(year: number, month: number, date: number, lang: Language): string {
  return new Intl.DateTimeFormat(locales[lang], { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, date),
  )
}

/** A number of at least two digits, as clocks and dates write it: `7` → `07`. */
export const two = (value: number) => String(value).padStart(2, '0')

/**
 * Writes an event time for people: `long` = `21 Kasım 2022`, `full` = `21 Kasım 2022 Pazartesi, 10.00`,
 * `short` = `21.11.2022` (tables). Partial dates are written as far as they go (`Nisan`, `Kasım 2022`).
 * The Turkish point between hour and minute follows the official writing (10.00).
 */
export function formatEventTime(value: string, style: 'short' | 'long' | 'full', lang: Language): string {
  const { year, month, day: date, clock: time } = partsOf(value)
  const at = time ? (lang === 'tr' ? time.replace(':', '.') : time) : ''
  let text: string
  if (month === undefined) text = year === undefined ? value : String(year)
  else if (date === undefined) text = [monthName(month, lang), year].filter(Boolean).join(' ')
  else if (style === 'short' && year !== undefined) text = `${two(date)}.${two(month)}.${year}`
  else text = [date, monthName(month, lang), year].filter(Boolean).join(' ')
  if (style === 'full' && year !== undefined && month !== undefined && date !== undefined) {
    const name = weekday(year, month, date, lang)
    text = lang === 'tr' ? `${text} ${name}` : `${name} ${text}`
  }
  return at ? `${text}${style === 'full' ? ', ' : ' '}${at}` : text
}

/** Writes a beginning and an end together: `21 Kasım 2022 Pazartesi, 10.00–12.15`, `1–3 Ekim 2018`, else `a – b`. */
export function formatEventRange(
  start: string | undefined,
  end: string | undefined,
  style: 'short' | 'long' | 'full',
  lang: Language,
): string {
  if (!start) return end ? formatEventTime(end, style, lang) : ''
  if (!end || end === start) return formatEventTime(start, style, lang)
  const a = partsOf(start)
  const b = partsOf(end)
  const sameMonth = a.year === b.year && a.month === b.month
  if (sameMonth && a.day === b.day && b.clock) {
    const until = lang === 'tr' ? b.clock.replace(':', '.') : b.clock
    return `${formatEventTime(start, style, lang)}–${until}`
  }
  if (sameMonth && a.day && b.day && !a.clock && !b.clock && style !== 'full') {
    const rest = formatEventTime(end, style, lang)
    return style === 'short' ? `${two(a.day)}–${rest}` : `${a.day}–${rest}`
  }
  return `${formatEventTime(start, style, lang)} – ${formatEventTime(end, style, lang)}`
}

/**
 * A key that sorts event times by when they were: unknown parts come before known ones of the same stretch.
 * Dates without year sort before all others.
 */
export function eventSortKey(value: string | undefined): string {
  if (!value) return ''
  const { year, month, day: date, clock: time } = partsOf(value)
  return [
    year === undefined ? '0000' : String(year).padStart(4, '0'),
    two(month ?? 0),
    two(date ?? 0),
    time ?? '00:00',
  ].join('-')
}

/** The first and last day (ISO) that an event time may mean, or undefined without a year. */
export function eventBounds(value: string): { from: string; to: string } | undefined {
  const { year, month, day: date } = partsOf(value)
  if (year === undefined) return undefined
  const y = String(year).padStart(4, '0')
  if (month === undefined) return { from: `${y}-01-01`, to: `${y}-12-31` }
  if (date === undefined)
    return { from: `${y}-${two(month)}-01`, to: `${y}-${two(month)}-${two(daysIn(year, month))}` }
  const iso = `${y}-${two(month)}-${two(date)}`
  return { from: iso, to: iso }
}
