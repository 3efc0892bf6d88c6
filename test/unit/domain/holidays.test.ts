import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addWorkingDays, holidayOn, isWorkingDay } from '../../../shared/domain/holidays'

/** First days of Ramazan and Kurban Bayramı as they were kept or are announced (Diyanet). */
const feasts: [year: number, ramadan: string, sacrifice: string][] = [
  [2014, '07-28', '10-04'],
  [2015, '07-17', '09-24'],
  [2016, '07-05', '09-12'],
  [2017, '06-25', '09-01'],
  [2018, '06-15', '08-21'],
  [2019, '06-04', '08-11'],
  [2020, '05-24', '07-31'],
  [2021, '05-13', '07-20'],
  [2024, '04-10', '06-16'],
  [2025, '03-30', '06-06'],
  [2026, '03-20', '05-27'],
]
const anyDay = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('public holidays of Turkey', () => {
  it.each(feasts)('%i: the feasts with their eves', (year, ramadan, sacrifice) => {
    const on = (date: string, after: number) => holidayOn(addDays(`${year}-${date}`, after))
    expect([-2, -1, 0, 1, 2, 3].map((n) => on(ramadan, n)?.name)).toEqual([
      undefined,
      'ramadan-eve',
      'ramadan',
      'ramadan',
      'ramadan',
      undefined,
    ])
    expect(on(ramadan, -1)?.half).toBe(true)
    expect([-1, 0, 3].map((n) => on(sacrifice, n)?.name)).toEqual(['sacrifice-eve', 'sacrifice', 'sacrifice'])
    expect(on(sacrifice, 4)?.name).not.toBe('sacrifice')
  })

  it.each([
    [2022, '05-02', '07-09'],
    [2023, '04-21', '06-28'],
    [2027, '03-09', '05-16'],
    [2028, '02-26', '05-05'],
    [2029, '02-14', '04-24'],
    [2030, '02-04', '04-13'],
  ])('%i: the feasts, also where another holiday lies in them', (year, ramadan, sacrifice) => {
    for (const [first, name, days] of [
      [`${year}-${ramadan}`, 'ramadan', 3],
      [`${year}-${sacrifice}`, 'sacrifice', 4],
    ] as const) {
      expect(holidayOn(first)).toEqual({ name, half: false })
      expect(holidayOn(addDays(first, -2))?.name).not.toBe(name)
      for (let n = 0; n < days; n += 1) expect(holidayOn(addDays(first, n))?.half).toBe(false)
      expect(holidayOn(addDays(first, days))?.name).not.toBe(name)
    }
  })

  it('fixed days, from the year the law has them', () => {
    expect(holidayOn('2026-10-29')).toEqual({ name: 'republic', half: false })
    expect(holidayOn('2026-10-28')).toEqual({ name: 'republic-eve', half: true })
    expect(holidayOn('2016-07-15')).toBeUndefined()
    expect(holidayOn('2017-07-15')?.name).toBe('democracy')
    expect(holidayOn('2008-05-01')).toBeUndefined()
    expect(holidayOn('2026-11-10')).toBeUndefined()
  })

  it('working days leave out weekends and whole holidays; half days count', () => {
    expect(isWorkingDay('2026-10-28')).toBe(true)
    expect(isWorkingDay('2026-10-29')).toBe(false)
    expect(isWorkingDay('2026-10-31')).toBe(false)
    expect(addWorkingDays('2026-10-27', 2)).toBe('2026-10-30')
    // 27–30 May are Kurban Bayramı, 1 May lies before.
    expect(addWorkingDays('2026-05-25', 3)).toBe('2026-06-02')
  })

  it('so many working days on, there are so many of them in between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (from, count) => {
        const end = addWorkingDays(from, count)
        let working = 0
        for (let date = addDays(from, 1); date <= end; date = addDays(date, 1))
          if (isWorkingDay(date)) working += 1
        expect(working).toBe(count)
        expect(isWorkingDay(end)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
