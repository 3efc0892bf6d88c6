import { expect, it } from 'vitest'
import { periodOf, typedDay } from '../../../renderer/src/features/reports/period'

it.each([
  ['thisMonth', '2024-02-10', '2024-02-01', '2024-02-29'],
  ['lastMonth', '2024-01-31', '2023-12-01', '2023-12-31'],
  ['lastMonth', '2024-03-31', '2024-02-01', '2024-02-29'],
  ['thisYear', '2024-03-31', '2024-01-01', '2024-12-31'],
  ['lastYear', '2024-03-31', '2023-01-01', '2023-12-31'],
] as const)('%s seen on %s', (name, today, from, to) => {
  expect(periodOf(name, today)).toEqual({ from, to })
})

it.each([
  ['kasım 2022', 'from', '2022-11-01'],
  ['kasım 2022', 'to', '2022-11-30'],
  ['2023', 'to', '2023-12-31'],
  ['5 Mayıs 2023', 'to', '2023-05-05'],
  ['nisan', 'from', undefined],
  ['geçen bahar', 'from', undefined],
] as const)('%s as %s', (typed, side, day) => {
  expect(typedDay(typed, side)).toBe(day)
})
