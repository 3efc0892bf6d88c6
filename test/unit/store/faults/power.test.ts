import { describe, expect, it } from 'vitest'
import { searchTrace, traceWork } from '../../../support/faults/power-run'
import { wrongDisks } from '../../../support/faults/wrong-files'

describe('a power cut', () => {
  it.each([1, 2, 3, 4])(
    'leaves an archive that opens with everything acknowledged (seed %i)',
    async (seed) => {
      const trace = await traceWork({ seed, work: 16, kills: seed % 3 })
      const figures = await searchTrace(trace, { seed, cuts: 0.2, statesPerCut: 5 })
      expect(figures.states).toBeGreaterThan(50)
      expect(figures.violations.slice(0, 3)).toEqual([])
    },
  )
})

describe('the search for violations', () => {
  it.each(Object.entries(wrongDisks))('notices a store that %s', async (_name, wrong) => {
    const trace = await traceWork({ seed: 11, work: 12, wrong })
    const figures = await searchTrace(trace, { seed: 11, cuts: 0.3, statesPerCut: 6, use: 0 })
    expect(figures.violations.length).toBeGreaterThan(0)
  })
})
