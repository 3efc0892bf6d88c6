import fc from 'fast-check'
import { expect, test } from 'vitest'
import { officeOn, type Office } from '../../../shared/domain/office-of-day'

const offices: Office[] = [
  { title: 'Kaymakam', from: '2019', to: '2021-06' },
  { title: 'Vali Yardımcısı', from: '2021-07-15', to: '2024-02-10' },
  { title: 'Vali', from: '2024-02-11' },
]

test.each([
  ['2018-12-31', undefined],
  ['2019-01-01', 'Kaymakam'],
  ['2021-06-30', 'Kaymakam'],
  ['2021-07-01', undefined],
  ['2021-07-15', 'Vali Yardımcısı'],
  ['2024-02-10', 'Vali Yardımcısı'],
  ['2024-02-11', 'Vali'],
  ['2030-01-01', 'Vali'],
])('on %s the office is %s', (day, title) => {
  expect(officeOn(offices, day)?.title).toBe(title)
})

test('without a day it is the one that has not ended, else the last; an office without dates always counts', () => {
  expect(officeOn(offices, undefined)?.title).toBe('Vali')
  expect(officeOn(offices.slice(0, 2), undefined)?.title).toBe('Vali Yardımcısı')
  expect(officeOn([{ title: 'Muhtar' }], '1990-01-01')?.title).toBe('Muhtar')
  expect(officeOn([], '2024-01-01')).toBeUndefined()
})

test('the office of a day holds on every day between its first and its last', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.array(fc.tuple(day, day), { maxLength: 5 }), day, (spans, asked) => {
      const held = spans.map(([a, b], n) => ({ title: String(n), from: a < b ? a : b, to: a < b ? b : a }))
      const found = officeOn(held, asked)
      const all = held.filter(({ from, to }) => from <= asked && asked <= to)
      expect(found).toBe(all.at(-1))
    }),
  )
})
