import { expect, test } from 'vitest'
import { parseStart } from '../../../shared/domain/start-parse'

// A Wednesday.
const today = '2025-06-04'

test.each([
  ['yarın 10.30', '2025-06-05T10:30'],
  ['YARIN', '2025-06-05'],
  ['bugün 9.00', '2025-06-04T09:00'],
  ['cuma 14:00', '2025-06-06T14:00'],
  ['15 ağustos 14.00', '2025-08-15T14:00'],
  ['15 Ağustos 2024, saat 14.00', '2024-08-15T14:00'],
  ['21.11.2022 10.00', '2022-11-21T10:00'],
  ['21.11.2022', '2022-11-21'],
  ['15.12', '2025-12-15'],
  ['15:12', '2025-06-04T15:12'],
  ['14.00', '2025-06-04T14:00'],
  ['saat 14.30', '2025-06-04T14:30'],
  ['3 mart 2026 saat 14', '2026-03-03T14:00'],
  ['yarın saat 9', '2025-06-05T09:00'],
  ["cuma günü saat 14'te", '2025-06-06T14:00'],
  ["yarın 10.30'da", '2025-06-05T10:30'],
  ['saat 14', '2025-06-04T14:00'],
  ['saat 25', undefined],
  ['yarın saat on', '2025-06-05T10:00'],
  ['cuma günü saat on dört buçukta', '2025-06-06T14:30'],
  ['saat dokuzda', '2025-06-04T09:00'],
  ['yarın saat on gibi', undefined],
  ['cuma 14', '2025-06-06T14:00'],
  ["cuma günü 14'te", '2025-06-06T14:00'],
  ['Yarın 9', '2025-06-05T09:00'],
  ['gelecek hafta salı 11', '2025-06-10T11:00'],
  ['gelecek hafta salı 10.30', '2025-06-10T10:30'],
  ['21.11.2022 14', '2022-11-21T14:00'],
  ['cuma 24', undefined],
  ['cuma 6', undefined],
  ['3 mart 14', undefined],
  ['3 mart 27', '2027-03-03'],
  ['21.11.22 10.00', '2022-11-21T10:00'],
  ['2026 nisan', '2026-04'],
  ['', undefined],
  ['25.00', undefined],
  ['salonda', undefined],
  ['gelecek toplantı', undefined],
])('%s', (typed, start) => {
  expect(parseStart(typed, today)).toBe(start)
})

test('a day without an hour gets the usual one, a month does not, a typed hour stays', () => {
  expect(parseStart('yarın', today, '10:30')).toBe('2025-06-05T10:30')
  expect(parseStart('nisan 2026', today, '10:30')).toBe('2026-04')
  expect(parseStart('yarın 9.15', today, '10:30')).toBe('2025-06-05T09:15')
})
