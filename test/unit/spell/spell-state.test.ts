import { history, undo } from '@tiptap/pm/history'
import { EditorState, Plugin, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import {
  applySpelling,
  misspellingAt,
  misspellingFrom,
  misspellings,
  noSpelling,
  replaced,
  searchFrom,
  spellKey,
  spellMenu,
  type SpellMeta,
} from '../../../renderer/src/features/meeting/editor/spell/spell-state'
import { choicesOf, meantChoice } from '../../../renderer/src/ui/spelling/spell-choices'
import { minutesSchema } from '../../../renderer/src/features/meeting/editor/schema/schema'

const schema = minutesSchema()
const plugin = new Plugin({ key: spellKey, state: { init: () => noSpelling, apply: applySpelling } })

/** Two paragraphs with two marked words: `toplantisi` and, in bold, `karr`. */
function marked(): EditorState {
  const doc = schema.node('doc', null, [
    schema.node('paragraph', null, schema.text('Bir toplantisi oldu')),
    schema.node('paragraph', null, [
      schema.text('Bu '),
      schema.text('karr', [schema.mark('bold')]),
      schema.text(' alındı'),
    ]),
  ])
  const state = EditorState.create({ doc, plugins: [plugin, history()] })
  return told(state, {
    kind: 'marks',
    found: [
      { from: 5, to: 15, word: 'toplantisi' },
      { from: 25, to: 29, word: 'karr' },
    ],
  })
}
const told = (state: EditorState, meta: SpellMeta) => state.apply(state.tr.setMeta(spellKey, meta))
const words = (state: EditorState) =>
  misspellings(state).map(({ from, to }) => state.doc.textBetween(from, to))

describe('marks', () => {
  test('move with the text around them', () => {
    const state = marked()
    expect(words(state.apply(state.tr.insertText('Dün ', 1)))).toEqual(['toplantisi', 'karr'])
    expect(words(state.apply(state.tr.delete(1, 4)))).toEqual(['toplantisi', 'karr'])
  })
  test('go when their word is changed, also at its edges', () => {
    const state = marked()
    expect(words(state.apply(state.tr.insertText('x', 8)))).toEqual(['karr'])
    expect(words(state.apply(state.tr.insertText('x', 15)))).toEqual(['karr'])
    expect(words(state.apply(state.tr.insertText('x', 5)))).toEqual(['karr'])
    expect(words(state.apply(state.tr.delete(26, 27)))).toEqual(['toplantisi'])
  })
  test('are found at the cursor, behind it and round the end', () => {
    const state = marked()
    expect(misspellingAt(state, 5)?.word).toBe('toplantisi')
    expect(misspellingAt(state, 15)?.word).toBe('toplantisi')
    expect(misspellingAt(state, 17)).toBeUndefined()
    expect(misspellingFrom(state, 17)?.word).toBe('karr')
    expect(misspellingFrom(state, 30)?.word).toBe('toplantisi')
  })
})

describe('the list of a word', () => {
  test('opens without suggestions, fills, and closes with the text or the cursor', () => {
    const at = { from: 25, to: 29, word: 'karr' }
    const open = told(marked(), { kind: 'open', at })
    expect(spellMenu(open)).toEqual({ ...at, words: undefined, chosen: 0 })
    expect(spellMenu(told(open, { kind: 'suggested', word: 'other', words: ['x'] }))?.words).toBeUndefined()
    const filled = told(open, { kind: 'suggested', word: 'karr', words: ['karar'] })
    const menu = spellMenu(filled)
    expect(menu && choicesOf(menu.words)).toEqual([
      { kind: 'replace', word: 'karar' },
      { kind: 'add' },
      { kind: 'ignore' },
    ])
    expect(spellMenu(filled.apply(filled.tr.insertText('x', 1)))).toBeUndefined()
    const moved = (to: number) => filled.apply(filled.tr.setSelection(TextSelection.create(filled.doc, to)))
    expect(spellMenu(moved(20))).toBeUndefined()
    expect(spellMenu(moved(27))?.words).toEqual(['karar'])
  })
  test('a line that was gone to stays the chosen one when suggestions come in above it', () => {
    const at = { from: 25, to: 29, word: 'karr' }
    const open = told(marked(), { kind: 'open', at })
    const meant = (state: EditorState) => {
      const menu = spellMenu(state)
      return menu && meantChoice(menu)
    }
    const suggested = { kind: 'suggested', word: 'karr', words: ['karar', 'kara'] } as const
    expect(meant(open)).toBeUndefined()
    expect(meant(told(open, suggested))).toEqual({ kind: 'replace', word: 'karar' })
    for (const [chosen, kind] of [
      [0, 'add'],
      [1, 'ignore'],
    ] as const) {
      const moved = told(open, { kind: 'choose', chosen })
      expect(meant(moved)).toEqual({ kind })
      expect(meant(told(moved, suggested))).toEqual({ kind })
      expect(meant(told(told(moved, suggested), suggested))).toEqual({ kind })
    }
  })
  test('from a list that was closed one goes on to the next word, unless the cursor was moved or something written', () => {
    const at = { from: 5, to: 15, word: 'toplantisi' }
    const cursor = (state: EditorState, pos: number) =>
      state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)))
    const next = (state: EditorState) => misspellingFrom(state, searchFrom(state))?.word
    const there = cursor(marked(), 15)
    expect(next(there)).toBe('toplantisi')
    const open = told(there, { kind: 'open', at })
    expect(next(open)).toBe('karr')
    const left = told(open, { kind: 'close' })
    expect(next(left)).toBe('karr')
    const found = misspellings(left)
    expect(next(told(left, { kind: 'marks', found }))).toBe('karr')
    expect(next(cursor(cursor(left, 3), 15))).toBe('toplantisi')
    expect(next(left.apply(left.tr.insertText('x', 1)))).toBe('toplantisi')
  })
  test.each([
    ['top', 'lann', 'tı', 'toplantı', ['top', 'lan', 'tı']],
    ['', 'lçe', 'de', 'ilçede', ['', 'ilçe', 'de']],
    ['kara', 'rin', '', 'kararın', ['kara', 'rın', '']],
  ])('a word that is bold in part stays so: %s**%s**%s to %s', (start, bold, end, word, pieces) => {
    const { schema } = marked()
    const text = (words: string, ...marks: string[]) =>
      words === ''
        ? []
        : [
            schema.text(
              words,
              marks.map((name) => schema.mark(name)),
            ),
          ]
    const line = schema.node('paragraph', null, [
      ...text('Bu '),
      ...text(start),
      ...text(bold, 'bold'),
      ...text(end),
      ...text(' alındı'),
    ])
    const state = EditorState.create({ doc: schema.node('doc', null, [line]) })
    const put = state.apply(
      replaced(state, { from: 4, to: 4 + (start + bold + end).length, word: start + bold + end }, word),
    )
    const runs = put.doc.child(0).children.map(({ text: words, marks }) => [words, marks.length])
    expect(runs).toEqual([
      [`Bu ${pieces[0]}`, 0],
      [pieces[1], 1],
      [`${pieces[2]} alındı`, 0],
    ])
  })
  test('a replacement keeps the emphasis and is one step of undo', () => {
    const typed = marked()
    const state = typed.apply(typed.tr.insertText('!', 36))
    const [, word] = misspellings(state)
    if (!word) throw new Error('no mark')
    const put = state.apply(replaced(state, word, 'karar'))
    expect(put.doc.child(1).textContent).toBe('Bu karar alındı!')
    expect(
      put.doc
        .child(1)
        .child(1)
        .marks.map(({ type }) => type.name),
    ).toEqual(['bold'])
    expect(put.selection.from).toBe(30)
    expect(words(put)).toEqual(['toplantisi'])
    let undone: EditorState | undefined
    undo(put, (tr) => (undone = put.apply(tr)))
    expect(undone?.doc.child(1).textContent).toBe('Bu karr alındı!')
  })
})
