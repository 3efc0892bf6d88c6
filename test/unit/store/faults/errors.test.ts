import { describe, expect, it } from 'vitest'
import { errorRun, refusals, type ErrorFigures } from '../../../support/faults/error-run'

describe.each(refusals)('a disk that answers $errno', (refusal) => {
  it('is reported by its name, changes nothing that was saved, and work goes on when it ends', async () => {
    const figures: ErrorFigures = { runs: 0, refused: 0, failed: 0, violations: [] }
    for (let seed = 1; seed <= 12; seed += 1) await errorRun(seed, refusal, figures)
    expect(figures.violations.slice(0, 5)).toEqual([])
    expect(figures.refused).toBeGreaterThan(0)
    expect(figures.failed).toBeGreaterThan(0)
  })
})
