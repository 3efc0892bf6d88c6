import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { expect, test } from 'vitest'
import { pastePlugin } from '../../../renderer/src/features/meeting/editor/plugins/paste'
import {
  emptyDecision,
  type DecisionFields,
} from '../../../renderer/src/features/meeting/editor/schema/parts'
import { newId } from '../../../shared/ids'
import { stateOf } from './minutes-state'

const start = stateOf('◆ Yolun onarılması', 'Sonra|')
const state = start.apply(start.tr.setNodeAttribute(0, 'fields', { ...emptyDecision, number: '2026/7' }))
const decision = state.doc.child(0)

function pasted(slice: Slice): readonly Node[] {
  const plugin = pastePlugin()
  const view = { state, dragging: null } as unknown as EditorView
  return plugin.props.transformPasted?.call(plugin, slice, view, false).content.content ?? []
}

const numberOf = (node: Node | undefined) => (node?.attrs.fields as DecisionFields).number

test('a decision that stands in the minutes already is pasted without its number, one from another meeting too', () => {
  const foreign = decision.type.create({ ...decision.attrs, partId: newId('decision') }, decision.content)
  const both = pasted(new Slice(Fragment.from([decision, foreign]), 0, 0))
  expect(both.map(numberOf)).toEqual([undefined, undefined])
  expect(both[1]?.attrs.partId).toBeNull()
})

test('words cut inside a decision are words', () => {
  const [words] = pasted(new Slice(Fragment.from(decision.cut(1, 5)), 1, 1))
  expect(words?.text).toBe('olun')
})
