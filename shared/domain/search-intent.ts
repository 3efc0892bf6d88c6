import { z } from 'zod'
import { eventBounds, partsOf } from '../dates'
import { parseEventRange } from '../dates-parse'
import { dropApostrophes, foldTr } from '../text/turkish'

/** What a query names directly: a decision or meeting by its number, or days in the calendar. */
export const SearchIntent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    /** as typed, without blanks: `45`, `2024/12` */
    number: z.string().regex(/^\d{1,6}(?:\/\d{1,6})?$/),
    of: z.enum(['decision', 'meeting', 'any']),
  }),
  z.strictObject({
    kind: z.literal('dates'),
    /** as far as typed: `2022-11-21`, `2022-11`, `2022` */
    start: z.string().max(10),
    end: z.string().max(10),
    /** first and last day, both included */
    from: z.iso.date(),
    to: z.iso.date(),
  }),
])
export type SearchIntent = z.infer<typeof SearchIntent>

const NUMBER = String.raw`(\d{1,6}(?:\s*/\s*\d{1,6})?)`
const NUMBERED = String.raw`(?:\s+(?:no|nr|numara|numarasi|sayi|sayisi|sayili|nolu|number))?\s*[.:#]*\s*`
const OF = String.raw`(?:\s*\.?\s*(?:nolu|sayili|numarali|numbered))?\s+`
const DECISION = '(?:karar[a-z]{0,10}|decisions?)'
const MEETING = '(?:toplanti[a-z]{0,10}|birlesim[a-z]{0,6}|meetings?)'

const patterns: readonly (readonly [RegExp, 'decision' | 'meeting' | 'any'])[] = [
  [new RegExp(`^${DECISION}${NUMBERED}${NUMBER}$`), 'decision'],
  [new RegExp(`^${NUMBER}${OF}${DECISION}$`), 'decision'],
  [new RegExp(`^${MEETING}${NUMBERED}${NUMBER}$`), 'meeting'],
  [new RegExp(String.raw`^${NUMBER}\s*\.?${OF}${MEETING}$`), 'meeting'],
  [new RegExp(String.raw`^(?:no|sayi|number)\s*[.:]?\s*${NUMBER}$`), 'any'],
  [/^(\d{1,6}\s*\/\s*\d{1,6})$/, 'any'],
]

const LONGEST = 60

function numberIn(text: string): SearchIntent | undefined {
  for (const [pattern, of] of patterns) {
    const number = pattern.exec(text)?.[1]
    if (number !== undefined) return { kind: 'number', number: number.replace(/\s+/g, ''), of }
  }
  return undefined
}

/** A year by itself is one only where years of minutes lie; any other number is a number. */
const isYear = (text: string) => /^(?:19|20)\d\d$/.test(text)

function datesIn(text: string): SearchIntent | undefined {
  if (/^\d+$/.test(text) && !isYear(text)) return undefined
  const range = parseEventRange(text)
  if (!range) return undefined
  const start = range.start.split('T')[0] ?? ''
  const end = range.end?.split('T')[0] ?? start
  const first = eventBounds(start)
  const last = eventBounds(end)
  if (!first || !last || first.from > last.to || partsOf(start).year === undefined) return undefined
  return { kind: 'dates', start, end, from: first.from, to: last.to }
}

/**
 * Reads what a query names directly: `2024/12`, `karar 45`, `45 sayılı karar`, `toplantı 3`, `3. toplantı`,
 * `21.11.2022`, `kasım 2022`, `2022`. Out: undefined when it is words to be searched. Never throws.
 */
export function parseIntent(typed: string): SearchIntent | undefined {
  const text = typed.trim()
  if (text === '' || text.length > LONGEST || !/\d/.test(text)) return undefined
  return numberIn(foldTr(dropApostrophes(text)).replace(/\s+/g, ' ')) ?? datesIn(text)
}

const withoutZeros = (number: string) => number.replace(/\s+/g, '').replace(/(^|\D)0+(?=\d)/g, '$1')

/**
 * Whether a stored number is the one that is meant: `2024/12` is itself; `12` is also the `12` of `2024/12`.
 * Out: 2 for the number itself, 1 for its last part, 0 for another one.
 */
export function numberMatch(stored: string | undefined, meant: string): 0 | 1 | 2 {
  if (stored === undefined) return 0
  const [has, wants] = [withoutZeros(stored), withoutZeros(meant)]
  if (has === wants) return 2
  return !wants.includes('/') && has.split(/[/-]/).at(-1) === wants ? 1 : 0
}
