import { expect, it } from 'vitest'
import { fittingColumns, leastWidth } from '../../../renderer/src/ui/data-list/columns'

const columns = [
  { key: 'date', width: '100px', fixed: true },
  { key: 'title', width: 'minmax(200px, 4fr)', fixed: true },
  { key: 'place', width: 'minmax(100px, 1fr)' },
  { key: 'chair', width: '100px' },
  { key: 'status', width: '100px', weight: 3 },
]
const keys = (width: number, extra: string[] = []) =>
  fittingColumns(columns, width, extra).map(({ key }) => key)

it('counts the least width with gaps and edges', () => {
  expect(leastWidth(['100px', 'minmax(200px, 4fr)'])).toBe(100 + 200 + 16 + 48)
})

it('shows everything where there is room', () => {
  expect(keys(leastWidth(columns.map(({ width }) => width)))).toEqual([
    'date',
    'title',
    'place',
    'chair',
    'status',
  ])
})

it('leaves out light columns first, from the end', () => {
  expect(keys(600)).toEqual(['date', 'title', 'place', 'status'])
  expect(keys(500)).toEqual(['date', 'title', 'status'])
  expect(keys(500, ['112px'])).toEqual(['date', 'title'])
})

it('never leaves out fixed columns', () => {
  expect(keys(10)).toEqual(['date', 'title'])
})
