import { closeHistory } from '@tiptap/pm/history'
import { PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { withSuggestions, type SpellOffer } from '../../../../ui/spelling/spell-choices'

/** A misspelt word in the document. */
export interface Misspelling {
  from: number
  to: number
  word: string
}

export type SpellMenuState = Misspelling & SpellOffer

interface SpellState {
  marks: DecorationSet
  menu: SpellMenuState | undefined
  /** The word whose list was closed, while the cursor has stayed behind it. */
  left?: Misspelling | undefined
}

export type SpellMeta =
  | { kind: 'marks'; found: readonly Misspelling[] }
  | { kind: 'open'; at: Misspelling }
  | { kind: 'suggested'; word: string; words: readonly string[] }
  | { kind: 'choose'; chosen: number }
  | { kind: 'close' }

export const spellKey = new PluginKey<SpellState>('spell')

export const noSpelling: SpellState = { marks: DecorationSet.empty, menu: undefined }

function markOf({ from, to, word }: Misspelling): Decoration {
  return Decoration.inline(from, to, { class: 'tt-misspelt' }, { word })
}

/** Marks move with the text; those of words that were changed go at once. */
function moved(marks: DecorationSet, tr: Transaction): DecorationSet {
  if (marks === DecorationSet.empty) return marks
  let kept = marks.map(tr.mapping, tr.doc)
  tr.mapping.maps.forEach((map, index) => {
    const later = tr.mapping.slice(index + 1)
    map.forEach((_from, _to, from, to) => {
      const touched = kept.find(later.map(from, -1), later.map(to, 1))
      if (touched.length > 0) kept = kept.remove(touched)
    })
  })
  return kept
}

function nextMenu(menu: SpellMenuState | undefined, meta: SpellMeta): SpellMenuState | undefined {
  switch (meta.kind) {
    case 'open':
      return { ...meta.at, words: undefined, chosen: 0 }
    case 'suggested':
      return menu?.word === meta.word ? withSuggestions(menu, meta.words) : menu
    case 'choose':
      return menu && { ...menu, chosen: meta.chosen, moved: true }
    case 'close':
      return undefined
    case 'marks':
      return menu
  }
}

/** A list stays open while the cursor stays in its word: the button that opened it is let go later. */
function stillOpen(menu: SpellMenuState | undefined, tr: Transaction): SpellMenuState | undefined {
  const { from, to } = tr.selection
  return menu && !tr.docChanged && menu.from <= from && to <= menu.to ? menu : undefined
}

/** Only where the cursor stands as the list has left it is its word done with. */
function stillLeft(left: Misspelling | undefined, tr: Transaction): Misspelling | undefined {
  return left && !tr.docChanged && tr.selection.empty && tr.selection.head === left.to ? left : undefined
}

/** The state after a transaction. */
export function applySpelling(tr: Transaction, value: SpellState): SpellState {
  const meta = tr.getMeta(spellKey) as SpellMeta | undefined
  if (!meta && !tr.docChanged && !tr.selectionSet) return value
  const marks =
    meta?.kind === 'marks'
      ? DecorationSet.create(tr.doc, meta.found.map(markOf))
      : tr.docChanged
        ? moved(value.marks, tr)
        : value.marks
  return {
    marks,
    menu: meta ? nextMenu(value.menu, meta) : stillOpen(value.menu, tr),
    left: stillLeft(meta?.kind === 'close' ? value.menu : value.left, tr),
  }
}

function misspellingOf(mark: Decoration): Misspelling {
  return { from: mark.from, to: mark.to, word: (mark.spec as { word: string }).word }
}

/** All words marked now, in the order of the text. */
export function misspellings(state: EditorState): Misspelling[] {
  const marks = spellKey.getState(state)?.marks.find() ?? []
  return marks.map(misspellingOf).sort((a, b) => a.from - b.from)
}

/** The marked word at a place, or else the next one behind it, from the top again at the end. */
export function misspellingFrom(state: EditorState, pos: number): Misspelling | undefined {
  const all = misspellings(state)
  return all.find(({ to }) => to >= pos) ?? all[0]
}

/** Where the search for the next word begins: behind that of the list that is open or was left, else at the cursor. */
export function searchFrom(state: EditorState): number {
  const { menu, left } = spellKey.getState(state) ?? noSpelling
  const done = menu ?? left
  return done ? done.to + 1 : state.selection.head
}

/** The marked word at a place. */
export function misspellingAt(state: EditorState, pos: number): Misspelling | undefined {
  return misspellings(state).find(({ from, to }) => from <= pos && pos <= to)
}

/** The list that is open, if one is. */
export function spellMenu(state: EditorState): SpellMenuState | undefined {
  return spellKey.getState(state)?.menu
}

/** How many signs two words have in common at their beginning. */
function commonStart(a: string, b: string): number {
  let count = 0
  while (count < Math.min(a.length, b.length) && a[count] === b[count]) count += 1
  return count
}

/**
 * Puts a word in the place of another as one step of undo; the cursor comes behind it. Only what differs is written anew, so
 * that a word which is bold in part stays so.
 */
export function replaced(state: EditorState, { from, to }: Misspelling, word: string): Transaction {
  const before = state.doc.textBetween(from, to)
  const start = commonStart(before, word)
  const reversed = (text: string) => [...text.slice(start)].reverse().join('')
  // At its beginning a letter alone would take the emphasis of what stands before the word.
  const end = Math.min(
    commonStart(reversed(before), reversed(word)),
    start === 0 ? before.length - 1 : Infinity,
  )
  const tr = closeHistory(state.tr).insertText(word.slice(start, word.length - end), from + start, to - end)
  return tr.setSelection(TextSelection.create(tr.doc, from + word.length)).scrollIntoView()
}
