import { describe, expect, it } from 'vitest'
import {
  endsSameDay,
  parseEnd,
  timeWithStart,
} from '../../../renderer/src/features/meeting/head/meeting-time'

const empty = { precision: 'unknown' as const }

describe('the time of a meeting as it is typed', () => {
  it.each([
    ['21.11.2022 10.00', { start: '2022-11-21T10:00', precision: 'minute' }],
    ['21 Kasım 2022', { start: '2022-11-21', precision: 'day' }],
    ['Kasım 2022', { start: '2022-11', precision: 'month' }],
    ['Nisan ayında', { start: '--04', precision: 'month', asWritten: 'Nisan ayında' }],
    ['2025 yılı 1. Dönem', { precision: 'unknown', asWritten: '2025 yılı 1. Dönem' }],
    ['21.11.2022 10.00–12.15', { start: '2022-11-21T10:00', end: '2022-11-21T12:15', precision: 'minute' }],
    ['', { precision: 'unknown' }],
  ])('%j', (typed, time) => {
    expect(timeWithStart(empty, typed)).toEqual(time)
  })

  it('a corrected beginning forgets the words that stood for it, and keeps the end', () => {
    const before = {
      precision: 'month' as const,
      start: '--04',
      asWritten: 'Nisan ayında',
      end: '2022-04-30',
    }
    expect(timeWithStart(before, '17.04.2022')).toEqual({
      precision: 'day',
      start: '2022-04-17',
      end: '2022-04-30',
    })
  })

  it('the end is a time of the same day or a date of its own', () => {
    const time = { precision: 'minute' as const, start: '2022-11-21T10:00' }
    expect(parseEnd(time, '12.15')).toBe('2022-11-21T12:15')
    expect(parseEnd(time, '9:05')).toBe('2022-11-21T09:05')
    expect(parseEnd(time, '25.00')).toBeUndefined()
    expect(parseEnd(time, '22.11.2022 17.00')).toBe('2022-11-22T17:00')
    expect(parseEnd(empty, '12.15')).toBeUndefined()
    expect(endsSameDay({ ...time, end: '2022-11-21T12:15' })).toBe(true)
    expect(endsSameDay({ ...time, end: '2022-11-22T12:15' })).toBe(false)
  })
})
