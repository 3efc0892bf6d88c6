import { beforeAll, describe, expect, it } from 'vitest'
import { bundleProgram } from '../../../support/bundle-program'
import { killRuns } from '../../../support/faults/kill-run'

let program = ''
beforeAll(async () => {
  program = await bundleProgram('test/support/faults/kill-program.ts', 'kill-program')
})

describe('a program killed at any step or moment', () => {
  it('leaves an archive that opens with everything acknowledged, in 60 seeded runs', async () => {
    const figures = await killRuns(
      program,
      Array.from({ length: 60 }, (_, n) => n + 1),
    )
    expect(figures).toMatchObject({ runs: 60, violations: [] })
    expect(figures.acknowledged).toBeGreaterThan(300)
  })
})
