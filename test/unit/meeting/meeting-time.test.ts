import { describe, expect, it } from 'vitest'
import {
  endsBefore,
  endsSameDay,
  nextMeetingTyped,
  parseEnd,
  readNext,
  readPublished,
  timeWithStart,
} from '../../../renderer/src/features/meeting/head/meeting-time'

// A Wednesday.
const today = '2026-03-04'
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
    expect(timeWithStart(empty, typed, today)).toEqual(time)
  })

  it('a corrected beginning forgets the words that stood for it, and keeps the end', () => {
    const before = {
      precision: 'month' as const,
      start: '--04',
      asWritten: 'Nisan ayında',
      end: '2022-04-30',
    }
    expect(timeWithStart(before, '17.04.2022', today)).toEqual({
      precision: 'day',
      start: '2022-04-17',
      end: '2022-04-30',
    })
  })

  it('an end on the day of the beginning moves along with it, at every key', () => {
    const before = { precision: 'minute' as const, start: '2026-03-03T14:00', end: '2026-03-03T16:15' }
    const typed = '04.03.2026 14.00'
    for (let length = 1; length < typed.length; length++)
      expect(timeWithStart(before, typed.slice(0, length), today).end).toMatch(/T16:15$/)
    expect(timeWithStart(before, typed, today)).toEqual({
      precision: 'minute',
      start: '2026-03-04T14:00',
      end: '2026-03-04T16:15',
    })
    expect(timeWithStart({ ...before, end: '2026-03-03' }, '04.03.2026', today).end).toBe('2026-03-04')
    expect(timeWithStart({ ...before, end: '2026-03-05T12:00' }, '04.03.2026', today).end).toBe(
      '2026-03-06T12:00',
    )
    expect(timeWithStart(before, 'Mart 2026', today).end).toBe('2026-03-03T16:15')
    expect(timeWithStart(before, '03.03.2026 15.00', today).end).toBe('2026-03-03T16:15')
  })

  it('an end on a later day keeps its distance, over a month too', () => {
    const before = { precision: 'day' as const, start: '2026-03-30', end: '2026-04-01' }
    expect(timeWithStart(before, '31.03.2026', today).end).toBe('2026-04-02')
    expect(timeWithStart(before, '23.03.2026', today).end).toBe('2026-03-25')
    expect(timeWithStart({ ...before, end: '2026-04' }, '31.03.2026', today).end).toBe('2026-04')
  })

  it.each([
    ['yarın', { start: '2026-03-05', precision: 'day' }],
    ['cuma 14.00', { start: '2026-03-06T14:00', precision: 'minute' }],
    ['3 mart', { start: '2027-03-03', precision: 'day' }],
    ['14.00', { start: '2026-03-04T14:00', precision: 'minute' }],
    ['yarın 10.00–12.15', { start: '2026-03-05T10:00', end: '2026-03-05T12:15', precision: 'minute' }],
    ['yarın 12.00-10.15', { precision: 'unknown', asWritten: 'yarın 12.00-10.15' }],
    ['Nisan', { start: '--04', precision: 'month', asWritten: 'Nisan' }],
    ['yarın öğleden sonra 2', { start: '2026-03-05T14:00', precision: 'minute' }],
    ['3 Mart 2026 Salı 10.00', { start: '2026-03-03T10:00', precision: 'minute' }],
    ['3 Mart 2026 Cuma', { precision: 'unknown', asWritten: '3 Mart 2026 Cuma' }],
    ['iki hafta içinde', { precision: 'unknown', asWritten: 'iki hafta içinde' }],
    ['ay sonu', { precision: 'unknown', asWritten: 'ay sonu' }],
  ])('%j is told from today on', (typed, time) => {
    expect(timeWithStart(empty, typed, today)).toEqual(time)
  })

  it('a day without a year is in that of the meeting, an hour alone on its day, other words count from today', () => {
    const before = { precision: 'minute' as const, start: '2022-11-21T10:00' }
    expect(timeWithStart(before, '3 mart 9.30', today).start).toBe('2022-03-03T09:30')
    expect(timeWithStart(before, '3.3', today).start).toBe('2022-03-03')
    expect(timeWithStart(before, 'saat 11', today).start).toBe('2022-11-21T11:00')
    expect(timeWithStart(before, 'yarın', today).start).toBe('2026-03-05')
  })

  it('knows an end before its beginning, as far as both are known', () => {
    expect(endsBefore('2026-03-03T14:00', '2026-03-03T13:00')).toBe(true)
    expect(endsBefore('2026-03-03T14:00', '2026-03-03T14:00')).toBe(false)
    expect(endsBefore('2026-03-03T22:00', '2026-03-04T01:30')).toBe(false)
    expect(endsBefore('2026-03-03T14:00', '2026-03-02')).toBe(true)
    expect(endsBefore('2026-03-03T14:00', '2026-03-03')).toBe(false)
    expect(endsBefore('2026-03', '2026-03-01')).toBe(false)
    expect(endsBefore('--03', '2026-03-01')).toBe(false)
    expect(endsBefore(undefined, '2026-03-01')).toBe(false)
  })

  it('a range that ends before it begins is no time', () => {
    expect(timeWithStart(empty, '21.11.2022 14.00–13.00', today)).toEqual({
      precision: 'unknown',
      asWritten: '21.11.2022 14.00–13.00',
    })
  })

  it('words beside the date of the next meeting leave it alone; words and dates else replace each other', () => {
    const time = { start: '2026-06', precision: 'month' as const }
    const day = { start: '2026-07-15', precision: 'day' as const }
    const both = { time, note: 'Ilıca' }
    const typed = (before: Parameters<typeof nextMeetingTyped>[0], words: string) =>
      nextMeetingTyped(before, words, readNext(empty, words, today))
    expect(typed(both, 'Ilıca, Valilik')).toEqual({ time, note: 'Ilıca, Valilik' })
    expect(typed(both, '15.07.2026')).toEqual({ time: day })
    expect(typed({ time: day }, 'yazın')).toEqual({ note: 'yazın' })
    expect(typed({ note: 'yazın' }, 'güzün')).toEqual({ note: 'güzün' })
    expect(typed(both, ' ')).toBeUndefined()
  })

  // A Monday, long before today.
  const held = { precision: 'minute' as const, start: '2022-11-21T10:00' }

  it.each([
    ['yarın', '2022-11-22'],
    ['cuma 14.00', '2022-11-25T14:00'],
    ['3 mart', '2023-03-03'],
    ['12 aralık saat 9', '2022-12-12T09:00'],
    ['iki hafta sonra', '2022-12-05'],
    ['haftaya salı 10.30', '2022-11-29T10:30'],
    ['gelecek hafta cuma 14', '2022-12-02T14:00'],
    ['gelecek ayın ilk pazartesisi 14.00', '2022-12-05T14:00'],
    ['gelecek ay', '2022-12'],
    ['Nisan', '--04'],
    ['15 Ocak 2023 10.00', '2023-01-15T10:00'],
  ])('the next meeting %j is told from the day of the meeting on', (typed, date) => {
    expect(readNext(held, typed, today)).toBe(date)
  })

  it.each([
    'İki hafta içinde',
    'gelecek hafta',
    'gelecek hafta saat 14',
    'gelecek hafta 14.00',
    'en geç 15 Ocak',
    'ay sonu',
    '14.00',
    'Başkanın çağrısıyla',
    '',
  ])('the next meeting %j is no day that was agreed', (typed) => {
    expect(readNext(held, typed, today)).toBeUndefined()
  })

  it.each([
    ['yarın', '2026-03-05'],
    ['cuma 14.00', '2026-03-06T14:00'],
    ['3 mart', '2022-03-03'],
    ['15 Ocak 2023', '2023-01-15'],
    ['Kasım 2022', '2022-11'],
    ['yarın saat on', '2026-03-05T10:00'],
    ['14.00', undefined],
    ['iki hafta içinde', undefined],
    ['gelecek toplantı', undefined],
    ['yarın sabah', undefined],
  ])('the announcement %j is told from today on, in the year of the meeting', (typed, date) => {
    expect(readPublished(held, typed, today)).toBe(date)
  })

  it('an hour in words is understood or the text is kept as it was written, never without it', () => {
    expect(timeWithStart(empty, '16.12.2026 saat on', today).start).toBe('2026-12-16T10:00')
    expect(timeWithStart(empty, '16.12.2026 on', today).start).toBe('2026-12-16T10:00')
    expect(timeWithStart(empty, '16.12.2026 ona doğru', today)).toEqual({
      precision: 'unknown',
      asWritten: '16.12.2026 ona doğru',
    })
  })

  it('the next meeting of one without a day is told from today on', () => {
    expect(readNext(empty, 'yarın 10.00', today)).toBe('2026-03-05T10:00')
  })

  it.each([
    ['yarın 01.30', '2022-11-22T01:30'],
    ['ertesi gün 01.30', '2022-11-22T01:30'],
    ['çarşamba 17.00', '2022-11-23T17:00'],
    ['3 ocak', '2023-01-03'],
    ['saat 16', '2022-11-21T16:00'],
    ['bugün 9.00', '2022-11-21T09:00'],
    ['13.1', undefined],
    ['10.12', '2022-11-21T10:12'],
    ['bilmem', undefined],
  ])('the end %j is told from the beginning on', (typed, end) => {
    expect(parseEnd(held, typed)).toBe(end)
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
