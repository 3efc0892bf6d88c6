/** What a meeting's number and year tell the next one. */
export interface NumberedMeeting {
  no?: string | undefined
  year?: number | undefined
}

const shape = /^(.*?)(\d+)(\D*)$/su

interface Parts {
  before: string
  count: number
  after: string
}

function partsOf(no: string | undefined): Parts | undefined {
  const match = shape.exec(no?.trim() ?? '')
  return match ? { before: match[1] ?? '', count: Number(match[2]), after: match[3] ?? '' } : undefined
}

/**
 * Number for the next meeting of a body, in the shape of the last one: `12` → `13`, `2025/4` → `2025/5`, in a new year
 * `2026/1`. In: the body's meetings in order, the new meeting's year, and whether counting starts anew each year
 * (terms of a coordination board: *2025 yılı 1. Dönem*). Out: the number; without any numbered meeting they are counted.
 */
export function nextMeetingNumber(
  meetings: readonly NumberedMeeting[],
  year: number,
  yearly: boolean,
): string {
  const counted = yearly ? meetings.filter((meeting) => meeting.year === year) : meetings
  const numbered = counted.flatMap(({ no }) => partsOf(no) ?? [])
  const last = numbered.at(-1)
  if (!last) return String(counted.length + 1)
  const written = /(?:19|20)\d{2}(?!\d)/u.exec(last.before)?.[0]
  const before = written === undefined ? last.before : last.before.replace(written, String(year))
  const alike = numbered.filter((parts) => parts.before === before && parts.after === last.after)
  const highest = Math.max(0, ...alike.map(({ count }) => count))
  return `${before}${highest + 1}${last.after}`
}
