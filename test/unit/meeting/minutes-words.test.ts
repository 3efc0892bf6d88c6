import { TextSelection, type EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { toggleOwnNote } from '../../../renderer/src/features/meeting/editor/commands/own-note'
import { minutesWords } from '../../../renderer/src/features/meeting/outline/minutes-words'
import { after, stateOf } from './minutes-state'

function selected(state: EditorState, from: number, to: number): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
}

test('words of titles, decisions, lists and paragraphs are counted, and those that are selected', () => {
  const state = stateOf('# Yol yapımı', 'Keşif yapıldı.', '◆ Onarılmasına', '- bir iki')
  expect(minutesWords(state)).toEqual({ all: 7, chosen: 0 })
  expect(minutesWords(selected(state, 1, state.doc.content.size - 3))).toEqual({ all: 7, chosen: 7 })
  expect(minutesWords(selected(state, 5, state.doc.child(0).nodeSize + 6))).toEqual({ all: 7, chosen: 2 })
})

test.each(['gizli not bu|', '- gizli not bu|'])('own notes are no words of the minutes: %s', (note) => {
  const state = after(stateOf('Keşif yapıldı.', note, 'Bitti.'), toggleOwnNote)
  expect(minutesWords(state).all).toBe(3)
  expect(minutesWords(selected(state, 1, state.doc.content.size - 1))).toEqual({ all: 3, chosen: 3 })
  const within = state.doc.child(0).nodeSize + 3
  expect(minutesWords(selected(state, within, within + 6))).toEqual({ all: 3, chosen: 0 })
  expect(minutesWords(after(state, toggleOwnNote)).all).toBe(6)
})
