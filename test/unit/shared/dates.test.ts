import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  EventDate,
  EventTime,
  eventBounds,
  eventSortKey,
  formatEventRange,
  formatEventTime,
} from '../../../shared/dates'

const accepts = (value: string) => EventTime.safeParse(value).success

describe('event times', () => {
  it.each(['2022', '2022-11', '2022-11-21', '--04', '--04-17', '2022-11-21T14:00', '2024-02-29', '--02-29'])(
    'takes %s',
    (value) => expect(accepts(value)).toBe(true),
  )

  it.each([
    '',
    '22',
    '2022-13',
    '2022-00',
    '2022-02-30',
    '2023-02-29',
    '--13',
    '2022-11T14:00',
    '2022-11-21T24:00',
    '2022-11-21T14:00Z',
    '21.11.2022',
    '2022-11-21T14:00T15:00',
  ])('refuses %s', (value) => expect(accepts(value)).toBe(false))

  it('writes dates as officials do', () => {
    expect(formatEventTime('2022-11-21T10:00', 'full', 'tr')).toBe('21 Kasım 2022 Pazartesi, 10.00')
    expect(formatEventTime('2022-11-21', 'short', 'tr')).toBe('21.11.2022')
    expect(formatEventTime('2022-11-21', 'long', 'tr')).toBe('21 Kasım 2022')
    expect(formatEventTime('--04', 'long', 'tr')).toBe('Nisan')
    expect(formatEventTime('--04-17', 'short', 'tr')).toBe('17 Nisan')
    expect(formatEventTime('2026-04', 'long', 'tr')).toBe('Nisan 2026')
    expect(formatEventTime('2022-11-21', 'full', 'en')).toBe('Monday 21 November 2022')
  })

  it('writes ranges shortly', () => {
    expect(formatEventRange('2022-11-21T10:00', '2022-11-21T12:15', 'full', 'tr')).toBe(
      '21 Kasım 2022 Pazartesi, 10.00–12.15',
    )
    expect(formatEventRange('2018-10-01', '2018-10-03', 'long', 'tr')).toBe('1–3 Ekim 2018')
    expect(formatEventRange('2018-10-01', '2018-10-03', 'short', 'tr')).toBe('01–03.10.2018')
    expect(formatEventRange('2018-09-30', '2018-10-03', 'long', 'tr')).toBe('30 Eylül 2018 – 3 Ekim 2018')
    expect(formatEventRange(undefined, undefined, 'long', 'tr')).toBe('')
  })

  it('sorts as time goes, whatever is known', () => {
    const days = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10))
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(EventDate.safeParse(a).success).toBe(true)
        expect(Math.sign(eventSortKey(a).localeCompare(eventSortKey(b)))).toBe(Math.sign(a.localeCompare(b)))
        expect(eventSortKey(a.slice(0, 7)) < eventSortKey(a)).toBe(true)
      }),
    )
  })

  it('knows the days that a partial date may mean', () => {
    expect(eventBounds('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(eventBounds('2022')).toEqual({ from: '2022-01-01', to: '2022-12-31' })
    expect(eventBounds('2022-11-21T10:00')).toEqual({ from: '2022-11-21', to: '2022-11-21' })
    expect(eventBounds('--04')).toBeUndefined()
  })
})
