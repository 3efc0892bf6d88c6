import { beforeAll, describe, expect, it } from 'vitest'
import { bundleProgram } from '../../../support/bundle-program'
import { killRuns } from '../../../support/faults/kill-run'

let program = ''
beforeAll(async () => {
  program = await bundleProgram('test/support/faults/kill-program.ts', 'kill-program')
})

describe('a program killed at any step or moment', () => {
  // 60 runs in all; the benchmark makes a thousand.
  it.each([0, 1, 2, 3, 4, 5])(
    'leaves an archive that opens with everything acknowledged (part %i)',
    async (part) => {
      const seeds = Array.from({ length: 10 }, (_, n) => part * 10 + n + 1)
      const figures = await killRuns(program, seeds)
      expect(figures).toMatchObject({ runs: 10, violations: [] })
      expect(figures.acknowledged).toBeGreaterThan(20)
    },
  )
})
