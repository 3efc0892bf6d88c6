import { formatEventTime, partsOf, two, type Language } from '../dates'
import { parseEventTime } from '../dates-parse'
import type { Due } from '../records/blocks'
import { foldTr } from '../text/turkish'
import { dueWords } from './due-tokens'
import { relativeDue, type Told } from './relative-days'

const next = '(?:sonraki|gelecek|onumuzdeki|next)'
/** `gelecek toplantıya`, `bir sonraki toplantı gününde`, `gelecek toplantıdan önce`. */
const nextMeeting = new RegExp(
  `^(?:${next}|(?:the )?(?:yapilacak )?(?:${next}|muteakip|izleyen|ilk) (?:toplanti|oturum|birlesim|meeting)` +
    '(?:(?:[iu]?m[iu]z)?(?:y?[ae]|[dt][ae])?|[dt]an once| oncesi(?:n[ae]|nde)?| (?:tarihi|gunu)(?:n[ae]|nd[ae])?))$',
)

/** The first day or month on or after `from` that a date without year may mean. */
function withYear(month: number, day: number | undefined, from: string): string {
  const year = Number(from.slice(0, 4))
  const rest = day === undefined ? two(month) : `${two(month)}-${two(day)}`
  return `${from.slice(5, 5 + rest.length) <= rest ? year : year + 1}-${rest}`
}

/** Words around a date that make it a last day: `en geç … kadar`, `… içinde`. */
const before = /^(?:en gec|en fazla|azami|son (?:gun|tarih)\b:?|by|within|in|until|no later than) /
const behind = /(?:(?:^| )(?:kadar|dek|degin|icinde|icerisinde|zarfinda|itibariyl[ae]|en gec))+$/
const within = /(?:^| )(?:icinde|icerisinde|zarfinda)(?: en gec)?$/
/** The end of a day is no hour of it. */
const dayEnd =
  /(?:^| )(?:mesai(?: saati| saatleri| gunu)?(?:n?in)? (?:bitimi|bitisi|sonu)|gun(?:un)? sonu|aksam[ai]?)(?:n[ae]|nd[ae])?$/

/** Days that are written shorter than a date: `3.3`, `15/12 Salı`, `15.12.26`. */
function shortDate(text: string, from: string): Due | undefined {
  const [written, before = '', date, month, year] =
    /(^|\s)(\d{1,2})[./](\d{1,2})(?:[./](\d{2}))?(?:y?[aei]|[dt][ae]|u)?(?=\s|$)/.exec(text) ?? []
  if (written === undefined) return undefined
  const [whole] =
    year === undefined
      ? withYear(Number(month), Number(date), from).split('-')
      : [String(2000 + Number(year))]
  const day = parseEventTime(text.replace(written, `${before}${date}.${month}.${whole}`))
  return day?.length === 10 ? { kind: 'day', date: day } : undefined
}

/** Up to here two digits behind a day may be an hour as well as a year. */
const LAST_HOUR = 23

/** A short year behind a day and a month in words: `3 mart 27`. What may be an hour is left as it is. */
function wholeYear(text: string): string {
  const [, day = '', year = '', rest = ''] =
    /^(\d{1,2}\.? [a-z]+\.?) (\d{2})(y?[aei]|[dt][ae]|u)?$/.exec(text) ?? []
  return day === '' || Number(year) <= LAST_HOUR ? text : `${day} 20${year}${rest}`
}

function parseDated(text: string, from: string): Due | undefined {
  // From a day on is not on it.
  if (/[dt][ae]n(?= |$)/.test(text)) return undefined
  const dated = wholeYear(text)
  const found = parseEventTime(dated)
  // A due date has no hour; leaving out one that was typed would keep something else than what was written.
  if (found === undefined || found.includes('T')) return undefined
  const { year, month, day } = partsOf(found)
  if (month === undefined) return undefined
  const date = year === undefined ? withYear(month, day, from) : found
  // Without a year 29 February was possible, and any weekday; in the year it came to they must be, too.
  if (year === undefined && parseEventTime(`${dated} ${date.slice(0, 4)}`) !== date) return undefined
  return day === undefined ? { kind: 'month', month: date } : { kind: 'day', date }
}

/** From the meeting on, which a due date is counted from anyhow: `toplantı tarihinden itibaren`, `toplantıyı izleyen`. */
const fromMeeting =
  /^(?:bugunden|(?:bu )?(?:toplanti|karar)(?:(?:nin)? (?:tarihi|gunu)n)?[dt][ae]n|(?:bu )?(?:toplantiyi|karari|(?:toplanti|karar)(?:nin)? tarihini) (?:izleyen|sonraki))$/

/** A day that is counted from another one which is told, too: `1 nisandan itibaren 15 gün`, `toplantıdan 10 gün sonra`. */
function countedFrom(words: string, from: string, yearFrom: string): Told | undefined {
  const [, head = '', rest = ''] =
    /^(.+[dt][ae]n(?= )|.+i (?:izleyen|sonraki)(?= \d))(?: itibaren| baslayarak)? ((?:\d|sonraki ).+)$/.exec(
      words,
    ) ?? []
  if (head === '') return undefined
  if (fromMeeting.test(head)) return relativeDue(rest, from, yearFrom)
  const bases = [head.replace(/[dt][ae]n$/, ''), head.replace(/n[dt][ae]n$/, '')]
  const base = bases
    .filter((one) => one !== head)
    .map((one) => datedOrRelative(one, from, yearFrom))
    .find((one) => one !== undefined)
  return base?.due.kind === 'day' ? relativeDue(rest, base.due.date) : undefined
}

function datedOrRelative(words: string, from: string, yearFrom: string, inside = false): Told | undefined {
  const relative = relativeDue(words, from, yearFrom, inside)
  if (relative) return relative
  const due = shortDate(words, yearFrom) ?? parseDated(words, yearFrom)
  return due && { due, open: false }
}

/** What {@link parseDue} reads, and whether the words only say until when (`en geç 3 mart`, `iki hafta`, `ay sonu`). */
export function readDue(typed: string, from: string, yearFrom = from): Told | undefined {
  const folded = foldTr(typed)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.,;!]+$/, '')
  let words = dueWords(folded.replace(before, ''))
  const thisYear = Number(from.slice(0, 4))
  words = words.replace(
    /\b(bu|this|gelecek|onumuzdeki|sonraki|next) yil(?:[iu]?n?[iu]n|[iu])?(?= |$)/,
    (_, which: string) => String(which === 'bu' || which === 'this' ? thisYear : thisYear + 1),
  )
  const inside = within.test(words)
  const bare = words.replace(behind, '')
  if (bare === '') return undefined
  if (nextMeeting.test(bare)) return { due: { kind: 'next-meeting' }, open: true }
  const whole = bare.replace(dayEnd, '')
  const found =
    whole === '' || whole === 'bu'
      ? relativeDue('bugun', from)
      : (countedFrom(whole, from, yearFrom) ?? datedOrRelative(whole, from, yearFrom, inside))
  if (!found) return undefined
  // The evening of a month is none.
  if (whole !== bare && found.due.kind !== 'day') return undefined
  return { ...found, open: found.open || whole !== bare || bare !== words || before.test(folded) }
}

/**
 * When an action is due, as officials type it: `15.12.2022`, `3 mart`, `15/12`, `2026 Nisan`, `nisan sonuna kadar`,
 * `3 mart 27`, `04/2027`, `gelecek toplantı`, or from a day on: `yarın`, `gelecek hafta cuma`, `15’ine kadar`,
 * `15 iş günü içinde`, `iki hafta`, `ay sonu`, `gelecek ayın ilk pazartesisi`, `1 nisandan itibaren 15 gün`.
 * In: the typed text, the day it counts from (`YYYY-MM-DD`: the meeting's, else today), and the first day that a date
 * without a year may mean. Out: what the whole text says; undefined when it is none of these.
 */
export function parseDue(typed: string, from: string, yearFrom = from): Due | undefined {
  return readDue(typed, from, yearFrom)?.due
}

/** A due date for people: `15.12.2022`, `Nisan 2026`, or the words for the next meeting. */
export function dueText(due: Due, lang: Language, nextMeetingWords: string): string {
  if (due.kind === 'next-meeting') return nextMeetingWords
  return formatEventTime(due.kind === 'day' ? due.date : due.month, 'short', lang)
}
