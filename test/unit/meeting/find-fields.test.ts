import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import {
  findPlugin,
  findState,
  lookFor,
  replaceAll,
} from '../../../renderer/src/features/meeting/editor/find/find-plugin'
import {
  emptyDecision,
  type DecisionFields,
} from '../../../renderer/src/features/meeting/editor/schema/parts'
import { schema } from './minutes-state'

test('grounds, basis, closing and reasons of dissents are found and replaced with the text; names and states are not', () => {
  const fields: DecisionFields = {
    ...emptyDecision,
    number: 'ışık 1',
    grounds: 'IŞIK köyünün isteği; Işık yolu',
    formula: 'Işık için karar verildi.',
    dissents: [{ id: 'dissent_1', kind: 'dissent', name: 'Işık Kaya', reason: 'ışık yetmez' }],
  }
  const decision = schema.node('decision', { fields }, schema.text('Işık köyüne'))
  const doc = schema.node('doc', null, [decision, schema.node('paragraph', null, schema.text('ışık'))])
  const start = EditorState.create({ doc, plugins: [findPlugin()] })
  const state = start.apply(lookFor(start, { words: 'isik' }))
  expect(findState(state)).toMatchObject({ inFields: 4, current: 0 })
  expect(findState(state).matches).toHaveLength(2)

  const { tr, count } = replaceAll(state, 'Aydın')
  const after = state.apply(tr)
  expect(count).toBe(6)
  expect(after.doc.textContent).toBe('Aydın köyüneAydın')
  expect(after.doc.firstChild?.attrs.fields).toEqual({
    ...fields,
    grounds: 'Aydın köyünün isteği; Aydın yolu',
    formula: 'Aydın için karar verildi.',
    dissents: [{ id: 'dissent_1', kind: 'dissent', name: 'Işık Kaya', reason: 'Aydın yetmez' }],
  })
  expect(findState(after)).toMatchObject({ inFields: 0, matches: [] })
})
