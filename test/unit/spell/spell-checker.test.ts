import { EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { minutesSchema } from '../../../renderer/src/features/meeting/editor/schema/schema'
import { SpellChecker } from '../../../renderer/src/features/meeting/editor/spell/spell-checker'
import {
  applySpelling,
  misspellings,
  noSpelling,
  spellKey,
} from '../../../renderer/src/features/meeting/editor/spell/spell-state'

const schema = minutesSchema()
const plugin = new Plugin({ key: spellKey, state: { init: () => noSpelling, apply: applySpelling } })

/** A view without a page: the checker reads its state and dispatches. Words that begin with `x` are wrong. */
function desk(texts: string[], { on = true, editable = true } = {}) {
  const asked: string[][] = []
  let again: () => void = () => undefined
  const doc = schema.node(
    'doc',
    null,
    texts.map((text) => schema.node('paragraph', null, text ? schema.text(text) : undefined)),
  )
  const view = {
    state: EditorState.create({ doc, plugins: [plugin] }),
    editable,
    dispatched: 0,
    domObserver: { flush: () => undefined },
    dispatch(tr: Transaction) {
      this.dispatched += 1
      this.state = this.state.apply(tr)
    },
  }
  const switched = { on }
  const checker = new SpellChecker(view as unknown as EditorView, {
    isOn: () => switched.on,
    check: async (words) => {
      asked.push(words)
      return words.filter((word) => word.startsWith('x'))
    },
    suggest: async () => [],
    add: () => undefined,
    ignore: () => undefined,
    onNone: () => undefined,
    onChanged: (listener) => {
      again = listener
      return () => undefined
    },
  })
  const change = (tr: Transaction) => {
    const before = view.state.doc
    view.dispatch(tr)
    checker.changed(view.state.doc !== before)
  }
  const words = () => misspellings(view.state).map(({ word }) => word)
  return { view, checker, asked, change, words, again: () => again(), switched }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const quiet = () => vi.advanceTimersByTimeAsync(2_000)

describe('behind the typing', () => {
  test('every word is asked once, in pieces; a changed block brings only its new words', async () => {
    const letters = 'abcdefghijklmnoprstuvyz'
    const spelt = (n: number) =>
      `k${letters[n % 23]}${letters[Math.floor(n / 23) % 23]}${letters[Math.floor(n / 529)]}`
    const texts = Array.from({ length: 300 }, (_, n) => `${spelt(n)} ${spelt(n)} ortak`)
    const { asked, change, view } = desk(texts)
    expect(asked).toEqual([])
    await quiet()
    expect(asked.map(({ length }) => length)).toEqual([200, 101])
    change(view.state.tr.insertText('yeni ', 1))
    expect(asked).toHaveLength(2)
    await quiet()
    expect(asked.slice(2)).toEqual([['yeni']])
    change(view.state.tr.insertText('ortak ', 1))
    await quiet()
    expect(asked).toHaveLength(3)
  })
  test('nothing is asked while keys go on, nor dispatched when nothing is new', async () => {
    const { asked, change, view } = desk(['ilk söz'])
    await quiet()
    const before = view.dispatched
    for (let key = 0; key < 20; key += 1) {
      change(view.state.tr.insertText('a', 1))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(asked).toHaveLength(1)
    await quiet()
    expect(asked).toHaveLength(2)
    expect(view.dispatched - before).toBe(20)
  })
  test('a step of the cursor that the page has not told of yet is not put back by the marks', async () => {
    const { view, words } = desk(['xyl bir'])
    view.domObserver.flush = () => {
      view.state = view.state.apply(view.state.tr.setSelection(TextSelection.create(view.state.doc, 5, 8)))
    }
    await quiet()
    expect(words()).toEqual(['xyl'])
    expect([view.state.selection.anchor, view.state.selection.head]).toEqual([5, 8])
  })
  test('the word being typed is marked when the cursor leaves it, or when it is asked for', async () => {
    const { change, words, view, checker } = desk(['bir '])
    const type = (text: string) => {
      const at = view.state.doc.content.size - 1
      const tr = view.state.tr.insertText(text, at)
      change(tr.setSelection(TextSelection.create(tr.doc, at + text.length)))
    }
    type('xyl')
    await quiet()
    expect(words()).toEqual([])
    change(view.state.tr.setSelection(TextSelection.create(view.state.doc, 1)))
    await quiet()
    expect(words()).toEqual(['xyl'])
    type('ofon')
    await quiet()
    expect(words()).toEqual([])
    await checker.now()
    expect(words()).toEqual(['xylofon'])
  })
})

describe('what is left alone', () => {
  test('code, texts that cannot be changed, and everything while it is off', async () => {
    const code = desk([''])
    const { view } = code
    view.dispatch(view.state.tr.insert(0, schema.node('codeBlock', null, schema.text('xcode'))))
    const inline = schema.node('paragraph', null, [
      schema.text('xa '),
      schema.text('xb', [schema.mark('code')]),
    ])
    view.dispatch(view.state.tr.insert(0, inline))
    await quiet()
    expect(code.words()).toEqual(['xa'])
    const final = desk(['xa'], { editable: false })
    await quiet()
    expect(final.asked).toEqual([])
    const off = desk(['xa'], { on: false })
    await quiet()
    expect(off.asked).toEqual([])
    off.switched.on = true
    off.again()
    await quiet()
    expect(off.words()).toEqual(['xa'])
    off.switched.on = false
    off.again()
    await quiet()
    expect(off.words()).toEqual([])
  })
})
