// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { QuorumField } from '../../../renderer/src/features/bodies/quorum-field'
import { pageInMemory } from '../../support/page-in-memory'

it.each([
  [5, 3, true],
  [3, 3, false],
  [4, 5, false],
])('a quorum of %i/%i is told to be out of reach: %s', (numerator, denominator, told) => {
  const rule = { kind: 'fraction', numerator, denominator } as const
  const { box } = pageInMemory(() => (
    <QuorumField label="Yeter sayı" rule={rule} disabled={false} onSave={() => undefined} />
  ))
  expect(box.querySelector('[role="alert"]')?.textContent.includes('hiç sağlanamaz') ?? false).toBe(told)
})
