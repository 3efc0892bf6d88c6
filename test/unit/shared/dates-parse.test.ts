import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EventTime } from '../../../shared/dates'
import { parseEventRange, parseEventTime, typedEventTime } from '../../../shared/dates-parse'

describe('a date as officials type it', () => {
  it.each([
    ['21.11.2022', '2022-11-21'],
    ['1.2.2023', '2023-02-01'],
    ['17/01/2023', '2023-01-17'],
    ['21 kasım 2022', '2022-11-21'],
    ['21 KASIM 2022', '2022-11-21'],
    ['07 Eylül 2018', '2018-09-07'],
    ['25 Nisan 2017 Salı günü', '2017-04-25'],
    ['21.11.2022 14.00', '2022-11-21T14:00'],
    ['21 Kasım 2022 Pazartesi, 10.00', '2022-11-21T10:00'],
    ["22.08.2011 saat 10:30'da", '2011-08-22T10:30'],
    ['05.10.2018 – 14.00', '2018-10-05T14:00'],
    ['05.10.2018 saat:14:00’da', '2018-10-05T14:00'],
    ['kasım 2022', '2022-11'],
    ['2026 Nisan ayında', '2026-04'],
    ['nisan', '--04'],
    ['Nisan ayında', '--04'],
    ['17 nisan', '--04-17'],
    ['17 Nisan Çarşamba', '--04-17'],
    ['14 Ekim’de', '--10-14'],
    ['29 şubat', '--02-29'],
    ['2022', '2022'],
    ['2022-11-21', '2022-11-21'],
    ['3 mart 2026 saat 14', '2026-03-03T14:00'],
    ["3 Mart 2026, saat: 14'te", '2026-03-03T14:00'],
    ['21.11.22 10.00', '2022-11-21T10:00'],
    ['21/11/98', '1998-11-21'],
    ['12 Aralık 2024 9:05', '2024-12-12T09:05'],
    ['16.12.2026 saat on', '2026-12-16T10:00'],
    ['16.12.2026 saat on dörtte', '2026-12-16T14:00'],
    ["16.12.2026, saat on beş'te", '2026-12-16T15:00'],
    ['16.12.2026 saat ON BUÇUK', '2026-12-16T10:30'],
    ['16.12.2026 saat on dört otuz', '2026-12-16T14:30'],
    ['16.12.2026 saat 14 buçukta', '2026-12-16T14:30'],
    ['on 21 November 2022', '2022-11-21'],
    ['16.12.2026 öğleden sonra 2', '2026-12-16T14:00'],
    ['16.12.2026 sabah dokuz buçukta', '2026-12-16T09:30'],
    ['16.12.2026 saat yarımda', '2026-12-16T12:30'],
    ['16.12.2026 14.00 te', '2026-12-16T14:00'],
    ['on mart 2026', '2026-03-10'],
    ['yirmi bir kasım iki bin yirmi iki', '2022-11-21'],
    ['21.11.2022 (Pazartesi)', '2022-11-21'],
    ['Pazartesi 21 Kasım 2022', '2022-11-21'],
    ['21 Kas. 2022 Pzt', '2022-11-21'],
    ['21-kasım-2022', '2022-11-21'],
    ['21kasım2022', '2022-11-21'],
    ['21.11.2022de', '2022-11-21'],
    ['15 ağustosda', '--08-15'],
    ['2022/11/21', '2022-11-21'],
    ['2022.11.21', '2022-11-21'],
    ['2022/11', '2022-11'],
    ['21 11 2022', '2022-11-21'],
    ['November 21st, 2022', '2022-11-21'],
    ['the 21st of November 2022', '2022-11-21'],
    ['on Monday 21 November 2022', '2022-11-21'],
  ])('%s is %s', (typed, value) => {
    expect(parseEventTime(typed)).toBe(value)
  })

  it.each([
    '',
    '   ',
    '31.02.2022',
    '29 Şubat 2023',
    '32 Ocak 2022',
    'bugün',
    '2025 yılı 1. Dönem',
    '14.00',
    'saat',
    '21.13.2022',
    '16.12.2026 on',
    '16.12.2026 saat ona çeyrek var',
    '16.12.2026 saat yirmi beş',
    '21 Kasım 2022 Salı',
    '21.11.2022 Cuma',
    'Kasım 2022 Pazartesi',
    'bir ara',
    '2 arada',
    '3 mart 5',
    '3 mart 0026',
    '16.12.2026 sabah 14',
    '16.12.2026 gece 1',
    '16.12.2026 öğleden sonra',
    'mart 5',
  ])('%j is no date', (typed) => {
    expect(parseEventTime(typed)).toBeUndefined()
  })

  it('never answers with something that is not an event time', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9./: kasımniş-]{0,24}$/)), (typed) => {
        const value = parseEventTime(typed)
        expect(value === undefined || EventTime.safeParse(value).success).toBe(true)
      }),
    )
  })

  it('reads back what it writes', () => {
    const value = fc
      .tuple(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .chain(([y, m, d]) => {
        const month = String(m).padStart(2, '0')
        const day = `${month}-${String(d).padStart(2, '0')}`
        return fc.constantFrom(
          `${y}-${day}T14:05`,
          `${y}-${day}`,
          `${y}-${month}`,
          `--${day}`,
          `--${month}`,
          String(y),
        )
      })
    fc.assert(
      fc.property(value, fc.constantFrom('tr' as const, 'en' as const), (time, lang) => {
        expect(parseEventTime(typedEventTime(time, lang))).toBe(time)
      }),
    )
  })
})

describe('a stretch of time', () => {
  it.each([
    ['21.11.2022 10.00–12.15', { start: '2022-11-21T10:00', end: '2022-11-21T12:15' }],
    ['21 Kasım 2022 10:00 - 12:15', { start: '2022-11-21T10:00', end: '2022-11-21T12:15' }],
    ['01-03 Ekim 2018', { start: '2018-10-01', end: '2018-10-03' }],
    ['03–04 Eylül 2018', { start: '2018-09-03', end: '2018-09-04' }],
    ['30 Kasım – 2 Aralık 2022', { start: '2022-11-30', end: '2022-12-02' }],
    ['21.11.2022', { start: '2022-11-21' }],
    ['nisan', { start: '--04' }],
  ])('%s', (typed, stretch) => {
    expect(parseEventRange(typed)).toEqual(stretch)
  })

  it('leaves other words alone', () => {
    expect(parseEventRange('sonbahar dönemi – ilk toplantı')).toBeUndefined()
  })
})
