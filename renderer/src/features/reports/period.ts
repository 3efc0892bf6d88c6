import { eventBounds } from '../../../../shared/dates'
import { parseEventTime } from '../../../../shared/dates-parse'

/** First and last day of a period, ISO. */
export interface Period {
  from: string
  to: string
}

export type NamedPeriod = 'thisMonth' | 'lastMonth' | 'thisYear' | 'lastYear'
export const namedPeriods: NamedPeriod[] = ['thisMonth', 'lastMonth', 'thisYear', 'lastYear']

/** The days of a named period. In: its name and the day it is (ISO). */
export function periodOf(name: NamedPeriod, today: string): Period {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const stretch = {
    thisMonth: today.slice(0, 7),
    lastMonth: month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`,
    thisYear: String(year),
    lastYear: String(year - 1),
  }[name]
  const bounds = eventBounds(stretch)
  if (!bounds) throw new Error(`no such period: ${stretch}`)
  return bounds
}

/**
 * The day that a typed beginning or end means: `kasım 2022` begins on the 1st and ends on the 30th.
 * Out: ISO date, or undefined for words that name no day of a year.
 */
export function typedDay(typed: string, side: keyof Period): string | undefined {
  const value = parseEventTime(typed)
  return value === undefined ? undefined : eventBounds(value)?.[side]
}
