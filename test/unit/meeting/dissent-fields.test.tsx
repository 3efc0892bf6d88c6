// @vitest-environment jsdom
import { act, useState } from 'react'
import { expect, it } from 'vitest'
import { DissentFields } from '../../../renderer/src/features/meeting/editor/fields/dissent-fields'
import type { DecisionBlock } from '../../../shared/records/blocks'
import { sampleMeeting } from '../../support/sample-meeting'
import { pageInMemory, typeInto } from '../../support/page-in-memory'

// jsdom draws nothing that could be scrolled.
Element.prototype.scrollIntoView = () => undefined

let kept: DecisionBlock['dissents'] = []
function Dissents() {
  const [dissents, setDissents] = useState<DecisionBlock['dissents']>([])
  kept = dissents
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

it.each([
  ['ip', 'Enter', 'İpek Özgür'],
  ['ozg', 'Enter', 'İpek Özgür'],
  ['su', 'Enter', 'Dr. Öğr. Üyesi Şükrü Ağaoğlu'],
  // Nobody is taken before anything is typed.
  ['', 'Enter', ''],
  ['Satı Kaya', 'Enter', 'Satı Kaya'],
  // Who is not meant is not taken: Tab leaves what was typed.
  ['İpek', 'Tab', 'İpek'],
])('the name of a dissent: %s and %s give %s', (typed, key, name) => {
  const { box } = pageInMemory(() => <Dissents />)
  act(() => [...box.querySelectorAll('button')].at(-1)?.click())
  const field = box.querySelector<HTMLInputElement>('input[aria-label="Karşı oy ya da şerh sahibi"]')
  if (!field) throw new Error('no field')
  typeInto(field, typed)
  act(() => void field.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true })))
  expect(kept.map((row) => row.name)).toEqual([name])
  const known = sampleMeeting.attendance
    .filter((row) => row.name)
    .find((row) => [row.prefix, row.name].filter(Boolean).join(' ') === name)
  expect(kept.map((row) => row.attendanceId)).toEqual([known?.id])
})
