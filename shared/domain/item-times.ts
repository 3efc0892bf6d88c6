import { two } from '../dates'
import type { AgendaItemHead, MeetingBreak } from '../records/meeting'

type Times = Pick<AgendaItemHead, 'startedAt' | 'endedAt'>

/** Whether an item is being discussed now. */
export function isRunning({ startedAt, endedAt }: Times): boolean {
  return startedAt !== undefined && endedAt === undefined
}

/**
 * What one key does to an item's stamps: begins it, ends it, or takes it up again after its end.
 * In: the stamps, now (UTC ISO). Out: new stamps.
 */
export function stamped({ startedAt, endedAt }: Times, now: string): Times {
  if (startedAt === undefined) return { startedAt: now, endedAt: undefined }
  return { startedAt, endedAt: endedAt === undefined ? now : undefined }
}

/** The break that goes on now, if one does. */
export function openBreak(breaks: readonly MeetingBreak[]): MeetingBreak | undefined {
  return breaks.find(({ to }) => to === undefined)
}

/**
 * How long an item has been discussed, without the breaks of the sitting. In: its stamps, all breaks, now (ms since 1970).
 * Out: milliseconds; 0 for an item that has not begun.
 */
export function spentOn({ startedAt, endedAt }: Times, breaks: readonly MeetingBreak[], now: number): number {
  if (startedAt === undefined) return 0
  const from = Date.parse(startedAt)
  const to = endedAt === undefined ? now : Date.parse(endedAt)
  // Breaks may overlap when two windows were open; an hour is taken off once.
  const pauses = breaks
    .map((pause): [number, number] => [
      Math.max(from, Date.parse(pause.from)),
      Math.min(to, pause.to === undefined ? now : Date.parse(pause.to)),
    ])
    .filter(([begin, end]) => end > begin)
    .sort(([a], [b]) => a - b)
  let rest = Math.max(0, to - from)
  let counted = from
  for (const [begin, end] of pauses) {
    rest -= Math.max(0, end - Math.max(begin, counted))
    counted = Math.max(counted, end)
  }
  return Math.max(0, rest)
}

/** A length of time for a clock: `7:05`, `1:02:09`. In: milliseconds. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** The wall-clock time of a stamp on this computer, as officials write it: `10.45`, in English `10:45`. */
export function stampClock(stamp: string, lang: 'tr' | 'en'): string {
  const date = new Date(stamp)
  return `${two(date.getHours())}${lang === 'tr' ? '.' : ':'}${two(date.getMinutes())}`
}
