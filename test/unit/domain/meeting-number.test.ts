import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextMeetingNumber, numberInTitle } from '../../../shared/domain/meeting-number'
import { ordinalLike, ordinalOf, ordinalSuffix } from '../../../shared/domain/ordinals'
import { fillTitle } from '../../../shared/domain/templates'

const after = (numbers: string[], from: number, to: number, yearly = false) =>
  nextMeetingNumber(
    numbers.map((no) => ({ no, year: from })),
    to,
    yearly,
  )

describe('the next number is written as the last one was', () => {
  test.each([
    ['2026-03', '2026-04', '2027-01'],
    ['2026/009', '2026/010', '2027/001'],
    ['2026/99', '2026/100', '2027/1'],
    ['3/2026', '4/2026', '1/2027'],
    ['2026 / 3', '2026 / 4', '2027 / 1'],
    ['03', '04', '04'],
    ['3. Dönem', '4. Dönem', '4. Dönem'],
    ['2026 yılı 4. Dönem', '2026 yılı 5. Dönem', '2027 yılı 1. Dönem'],
    ['2024-2029 dönemi 5', '2024-2029 dönemi 6', '2024-2029 dönemi 6'],
    ['5’inci', '6’ncı', '6’ncı'],
    ["8'inci Olağan", "9'uncu Olağan", "9'uncu Olağan"],
    ['Birinci', 'İkinci', 'İkinci'],
    ['2026 yılı Birinci Dönem', '2026 yılı İkinci Dönem', '2027 yılı Birinci Dönem'],
    ['ON İKİNCİ', 'ON ÜÇÜNCÜ', 'ON ÜÇÜNCÜ'],
    ['dokuzuncu', 'onuncu', 'onuncu'],
  ])('%s', (last, next, nextYear) => {
    expect(after([last], 2026, 2026)).toBe(next)
    expect(after([last], 2026, 2027)).toBe(nextYear)
  })

  test('when counting starts anew each year, in its shape too', () => {
    expect(after(['3. Dönem', '4. Dönem'], 2025, 2026, true)).toBe('1. Dönem')
    expect(after(['4’üncü'], 2025, 2026, true)).toBe('1’inci')
    expect(after(['2025 yılı 4. Dönem'], 2025, 2026, true)).toBe('2026 yılı 1. Dönem')
    expect(after(['2025/9'], 2025, 2026, true)).toBe('2026/1')
    const unnumbered = [{ no: '4. Dönem', year: 2025 }, { year: 2026 }, { year: 2026 }]
    expect(nextMeetingNumber(unnumbered, 2026, true)).toBe('3. Dönem')
  })

  test('gaps and what was deleted change nothing below the highest; the order of writing does not count', () => {
    expect(after(['2026/1', '2026/4', '2026/2'], 2026, 2026)).toBe('2026/5')
    expect(after(['2026-09', '2026-10'], 2026, 2027)).toBe('2027-01')
    const meetings = [
      { no: '3/2026', year: 2026 },
      { no: '12/2025', year: 2025 },
    ]
    expect(nextMeetingNumber(meetings, 2026, false)).toBe('4/2026')
  })

  test('an extraordinary meeting counts where it stands in the series, and gives no shape', () => {
    expect(after(['10', '11', 'Olağanüstü 1'], 2026, 2026)).toBe('12')
    expect(after(['2026/1', '2026/2 (olağanüstü)'], 2026, 2026)).toBe('2026/3')
    expect(after(['Olağanüstü 1'], 2026, 2026)).toBe('Olağanüstü 2')
  })

  test('every number follows the one before it', () => {
    const shapes = [
      (n: number) => String(n),
      (n: number) => `2026/${n}`,
      (n: number) => `${n}/2026`,
      (n: number) => `2026-${String(n).padStart(2, '0')}`,
      (n: number) => `${n}’${ordinalSuffix(n)} Dönem`,
      (n: number) => (n < 99 ? ordinalLike(n, 'Ab') : `${n}.`),
    ]
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1500 }), fc.constantFrom(...shapes), (n, shape) => {
        expect(after([shape(n)], 2026, 2026)).toBe(shape(n + 1))
      }),
    )
  })
})

test.each([
  [1, 'inci', 'birinci'],
  [2, 'nci', 'ikinci'],
  [3, 'üncü', 'üçüncü'],
  [4, 'üncü', 'dördüncü'],
  [6, 'ncı', 'altıncı'],
  [9, 'uncu', 'dokuzuncu'],
  [10, 'uncu', 'onuncu'],
  [20, 'nci', 'yirminci'],
  [30, 'uncu', 'otuzuncu'],
  [40, 'ıncı', 'kırkıncı'],
  [60, 'ıncı', 'altmışıncı'],
  [90, 'ıncı', 'doksanıncı'],
])('the ordinal of %i', (n, suffix, word) => {
  expect(ordinalSuffix(n)).toBe(suffix)
  expect(ordinalLike(n, 'x')).toBe(word)
  expect(ordinalOf(word)).toBe(n)
})

test('large numbers take the suffix of their last word', () => {
  expect([100, 1000, 110, 2006, 1_000_000].map(ordinalSuffix)).toEqual([
    'üncü',
    'inci',
    'uncu',
    'ncı',
    'uncu',
  ])
})

test.each([
  ['2025/4', 'Kurul 4. Toplantısı'],
  ['2025-04', 'Kurul 4. Toplantısı'],
  ['4/2025', 'Kurul 4. Toplantısı'],
  ['2025 yılı 4. Dönem', 'Kurul 4. Toplantısı'],
  ['4’üncü', 'Kurul 4’üncü Toplantısı'],
  ['Dördüncü', 'Kurul Dördüncü Toplantısı'],
  ['12', 'Kurul 12. Toplantısı'],
  ['A-3', 'Kurul A-3. Toplantısı'],
])('%s in a title', (no, title) => {
  expect(fillTitle('{kurul} {no}. Toplantısı', { body: 'Kurul', no: numberInTitle(no) })).toBe(title)
})
