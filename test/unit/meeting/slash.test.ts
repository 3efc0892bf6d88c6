import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import {
  slashKey,
  slashMatches,
  slashPlugin,
  slashState,
} from '../../../renderer/src/features/meeting/editor/plugins/slash'
import { schema } from './minutes-state'

function typed(text: string, type = 'paragraph') {
  const doc = schema.node('doc', null, schema.node(type, null, text ? schema.text(text) : undefined))
  const state = EditorState.create({ doc, plugins: [slashPlugin(() => undefined)] })
  return state.apply(state.tr.setSelection(TextSelection.create(doc, doc.content.size - 1)))
}

describe('the slash', () => {
  it('finds by any beginning, with and without Turkish letters', () => {
    expect(slashMatches('karar')).toEqual(['decision'])
    expect(slashMatches('gör')).toEqual(['action'])
    expect(slashMatches('gor')).toEqual(['action'])
    expect(slashMatches('GÜN')).toEqual(['item'])
    expect(slashMatches('')).toHaveLength(9)
    expect(slashMatches('oz')).toEqual(['ownNote'])
    expect(slashMatches('xyz')).toEqual([])
  })

  it('opens only at the beginning of a paragraph', () => {
    expect(slashState(typed('/kar'))).toMatchObject({ query: 'kar', matches: ['decision'], from: 1, to: 5 })
    expect(slashState(typed('ve/veya /kar'))).toBeUndefined()
    expect(slashState(typed('/kar', 'decision'))).toBeUndefined()
    expect(slashState(typed('/2022'))).toBeUndefined()
  })

  it('stays closed after Esc until the slash is gone, and remembers what is chosen while arrows move', () => {
    const state = typed('/')
    const chosen = state.apply(state.tr.setMeta(slashKey, { choose: 3 }))
    expect(slashState(chosen)?.chosen).toBe(3)
    const closed = chosen.apply(chosen.tr.setMeta(slashKey, { close: true }))
    expect(slashState(closed)).toBeUndefined()
    const more = closed.apply(closed.tr.insertText('k'))
    expect(slashState(more)).toBeUndefined()
    const gone = more.apply(more.tr.delete(1, 3))
    const again = gone.apply(gone.tr.insertText('/'))
    expect(slashState(again)).toBeDefined()
  })
})
