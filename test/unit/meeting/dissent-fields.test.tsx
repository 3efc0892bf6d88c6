// @vitest-environment jsdom
import { act, useState } from 'react'
import { expect, it } from 'vitest'
import { DissentFields } from '../../../renderer/src/features/meeting/editor/fields/dissent-fields'
import type { DecisionBlock } from '../../../shared/records/blocks'
import { pageInMemory } from '../../support/page-in-memory'

function Dissents() {
  const [dissents, setDissents] = useState<DecisionBlock['dissents']>([])
  return <DissentFields dissents={dissents} onDissents={setDissents} />
}

it('an added dissent has the focus in its first field', () => {
  const { box } = pageInMemory(() => <Dissents />)
  const add = () => [...box.querySelectorAll('button')].at(-1)
  for (const count of [1, 2]) {
    act(() => {
      add()?.focus()
      add()?.click()
    })
    const kinds = box.querySelectorAll('select')
    expect(kinds).toHaveLength(count)
    expect(document.activeElement).toBe(kinds[count - 1])
  }
})
