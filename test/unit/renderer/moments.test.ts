import { beforeAll, describe, expect, it } from 'vitest'
import { startI18n } from '../../../shared/i18n/i18n'
import { clockOf, exactMomentOf, momentOf, today } from '../../../renderer/src/ui/moments'

beforeAll(() => startI18n('tr'))

// 21 November 2022, 17.00 in Turkey (UTC+3).
const now = new Date('2022-11-21T14:00:00Z')

it.each([
  ['2022-11-21T13:59:40Z', 'Az önce'],
  ['2022-11-21T13:55:00Z', '5 dakika önce'],
  ['2022-11-21T11:00:00Z', '3 saat önce'],
  // Twenty minutes past midnight is still today, the evening before is not.
  ['2022-11-20T21:20:00Z', '16 saat önce'],
  ['2022-11-20T20:50:00Z', 'Dün 23.50'],
  ['2022-11-19T20:50:00Z', '19.11.2022'],
  ['2021-11-21T14:00:00Z', '21.11.2021'],
])('%s is %s', (iso, words) => {
  expect(momentOf(iso, now)).toBe(words)
})

it.each([
  ['2022-11-21T13:59:40Z', 'Bugün 16.59'],
  ['2022-11-20T20:50:00Z', 'Dün 23.50'],
  ['2022-11-19T20:50:00Z', '19.11.2022 23.50'],
])('%s is exactly %s', (iso, words) => {
  expect(exactMomentOf(iso, now)).toBe(words)
})

it('the clock has the Turkish point', () => {
  expect(clockOf('2022-11-21T06:05:00Z')).toBe('09.05')
})

describe('today', () => {
  it('is a day of this place', () => {
    expect(today()).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    const next = new Date(today(1)).getTime() - new Date(today()).getTime()
    expect(next).toBe(86_400_000)
  })
})
