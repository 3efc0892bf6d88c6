import fc from 'fast-check'
import { expect, test } from 'vitest'
import { largest } from '../../../electron/services/search/facets'

const empty = { types: {}, years: {}, agencies: {}, bodies: {}, kinds: {}, statuses: {} }
const counts = fc.dictionary(
  fc.integer({ min: 0, max: 999 }).map((n) => `agency_${n}`),
  fc.integer({ min: 1, max: 50 }),
  { maxKeys: 250, size: 'max' },
)

test('of many agencies those with the most hits are told, and those that are set', () => {
  fc.assert(
    fc.property(counts, fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: 4 }), (agencies, numbers) => {
      const set = numbers.map((n) => `agency_${n}`)
      const told = largest({ ...empty, agencies }, { agencies: set }).agencies
      for (const [id, count] of Object.entries(told)) expect(count).toBe(agencies[id])
      for (const id of set) expect(told[id]).toBe(agencies[id])
      const left = Object.keys(agencies).filter((id) => !(id in told))
      if (left.length === 0) return
      expect(Object.keys(told).length).toBeGreaterThanOrEqual(100)
      const most = Math.max(...left.map((id) => agencies[id]!))
      const firsts = Object.entries(told).filter(([id]) => !set.includes(id))
      for (const [, count] of firsts) expect(count).toBeGreaterThanOrEqual(most)
    }),
  )
})
