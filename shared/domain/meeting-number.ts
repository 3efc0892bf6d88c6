import { foldTr } from '../text/turkish'
import { ordinalLike, ordinalOf, ordinalSuffix } from './ordinals'

/** What a meeting's number and year tell the next one. */
export interface NumberedMeeting {
  no?: string | undefined
  year?: number | undefined
}

/** A number taken apart: `2025 yılı 4’üncü Dönem` → `2025 yılı `, `4`, `’üncü Dönem`. */
interface Parts {
  before: string
  written: string
  count: number
  after: string
}

const yearSign = /(?<!\d)(?:19|20)\d{2}(?!\d)/gu
const suffix = /^(['’ ]?)[ıiuü]?nc[ıiuü](?!\p{L})/iu
const twoWords = /(?<!\p{L})(?=(\p{L}+(?:\s\p{L}+)?))/gu

function at(no: string, index: number, written: string, count: number): Parts {
  return { before: no.slice(0, index), written, count, after: no.slice(index + written.length) }
}

/** The count is the last number that is no year, else an ordinal in words, else the last number. */
function partsOf(typed: string | undefined): Parts | undefined {
  const no = typed?.trim() ?? ''
  const digits = [...no.matchAll(/\d+/gu)]
  const counting = digits.findLast(([found]) => !/^(?:19|20)\d{2}$/.test(found))
  if (counting) return at(no, counting.index, counting[0], Number(counting[0]))
  for (const { index, 1: two = '' } of no.matchAll(twoWords)) {
    for (const word of [two, two.split(/\s/)[0] ?? '']) {
      const count = ordinalOf(word)
      if (count !== undefined) return at(no, index, word, count)
    }
  }
  const last = digits.at(-1)
  return last && at(no, last.index, last[0], Number(last[0]))
}

/** The words around a count for another year; a term of several years (`2024-2029 dönemi`) stays as it is. */
function inYear({ before, after }: Parts, to: number): [string, string] {
  const years = [...`${before} ${after}`.matchAll(yearSign)]
  if (years.length !== 1) return [before, after]
  return [before.replace(yearSign, String(to)), after.replace(yearSign, String(to))]
}

/** How numbers of one series agree: by the words around the count, whatever the suffix after it. */
const frameOf = ([before, after]: [string, string]) => foldTr(`${before}#${after.replace(suffix, '')}`)

const isExtraordinary = ({ before, after }: Parts) => foldTr(before + after).includes('olaganustu')

/** The count after the last one, written as that was: with its noughts before it, as a word, with the suffix that it takes. */
function written(count: number, like: Parts, width: number, [before, after]: [string, string]): string {
  if (!/^\d/.test(like.written)) return before + ordinalLike(count, like.written) + after
  const digits = String(count).padStart(width, '0')
  return before + digits + after.replace(suffix, (_all, mark: string) => mark + ordinalSuffix(count))
}

/**
 * Number for the next meeting of a body, in the shape of the last one: `12` → `13`, `2025/4` → `2025/5`, in a new year
 * `2026/1`; `4/2025`, `2025-04`, `4’üncü` and `Dördüncü` likewise. An extraordinary meeting that is counted apart gives
 * no shape. Gaps stay: the number follows the highest one.
 * In: the body's meetings in order, the new meeting's year, and whether counting starts anew each year
 * (terms of a coordination board: *2025 yılı 1. Dönem*). Out: the number; without any numbered meeting they are counted.
 */
export function nextMeetingNumber(
  meetings: readonly NumberedMeeting[],
  year: number,
  yearly: boolean,
): string {
  const counted = yearly ? meetings.filter((meeting) => meeting.year === year) : meetings
  const partsIn = (list: readonly NumberedMeeting[]) => list.flatMap(({ no }) => partsOf(no) ?? [])
  const all = partsIn(meetings)
  const like = all.findLast((parts) => !isExtraordinary(parts)) ?? all.at(-1)
  if (!like) return String(counted.length + 1)
  const around = inYear(like, year)
  const frame = frameOf(around)
  const isAlike = ({ before, after }: Parts) =>
    frameOf([before, after]) === frame ||
    (before === around[0] && isExtraordinary({ ...like, before, after }))
  const numbered = partsIn(counted)
  const alike = numbered.filter(isAlike)
  const highest = Math.max(
    numbered.length > 0 ? 0 : counted.length * Number(yearly),
    ...alike.map(({ count }) => count),
  )
  const padded = all.filter(
    (parts) => parts.written.startsWith('0') && frameOf(inYear(parts, year)) === frame,
  )
  return written(highest + 1, like, Math.max(0, ...padded.map((parts) => parts.written.length)), around)
}

/**
 * A number as it stands in a title that names the year itself: `2025/4`, `4/2025` and `2025 yılı 4. Dönem` → `4`; with its
 * suffix when it has one. Out: as it was typed, when more than year and term are around it.
 */
export function numberInTitle(no: string): string {
  const parts = partsOf(no)
  if (!parts) return no
  const rest = foldTr(
    parts.before.replace(yearSign, '') + parts.after.replace(suffix, '').replace(yearSign, ''),
  )
  if (/[a-z0-9]/.test(rest.replace(/(?<![a-z])(?:yili?|donem|toplanti(?:si)?|olagan)(?![a-z])/g, '')))
    return no
  if (!/^\d/.test(parts.written)) return parts.written
  return `${parts.count}${suffix.exec(parts.after)?.[0] ?? ''}`
}
