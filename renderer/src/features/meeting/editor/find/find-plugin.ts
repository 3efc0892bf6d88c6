import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { sameValue } from '../../../../../../shared/domain/same-value'
import { findInText, type FindOptions } from '../../../../../../shared/text/find'
import { fieldWords, withFieldWords } from './field-words'

export interface FindQuery extends FindOptions {
  words: string
}

export interface FindMatch {
  from: number
  to: number
}

export interface FindState {
  query: FindQuery | undefined
  matches: readonly FindMatch[]
  /** so many more places in fields of decisions, action items and headings */
  inFields: number
  /** number of the match that is gone to; -1 for none */
  current: number
  marks: DecorationSet
}

const none: FindState = {
  query: undefined,
  matches: [],
  inFields: 0,
  current: -1,
  marks: DecorationSet.empty,
}
type Meta = { query: FindQuery | undefined; near?: number } | { current: number }

export const findKey = new PluginKey<FindState>('find')

/** What is looked for and found now. */
export function findState(state: EditorState): FindState {
  return findKey.getState(state) ?? none
}

/** Finds in all text of the document; what was found in an unchanged piece is kept for the same query. */
class Finder {
  private key = ''
  private known = new WeakMap<Node, [number, number][]>()
  private fields = new WeakMap<object, number>()

  /** Places in the fields of parts. */
  countInFields(doc: Node, query: FindQuery): number {
    let sum = 0
    doc.forEach((node) => {
      const fields = node.attrs.fields as object | undefined
      if (!fields) return
      const count =
        this.fields.get(fields) ??
        fieldWords(node).reduce((all, words) => all + findInText(words, query.words, query).length, 0)
      this.fields.set(fields, count)
      sum += count
    })
    return sum
  }

  find(doc: Node, query: FindQuery): FindMatch[] {
    const key = JSON.stringify(query)
    if (key !== this.key) {
      this.key = key
      this.known = new WeakMap()
      this.fields = new WeakMap()
    }
    const matches: FindMatch[] = []
    doc.descendants((node, pos) => {
      if (!node.isTextblock) return true
      let found = this.known.get(node)
      if (!found) {
        // Pieces that are no text (links to records, line breaks) take one place, as in the document.
        const text = node.textBetween(0, node.content.size, undefined, '\uFFFC')
        found = findInText(text, query.words, query)
        this.known.set(node, found)
      }
      for (const [from, to] of found) matches.push({ from: pos + 1 + from, to: pos + 1 + to })
      return false
    })
    return matches
  }
}

function marked(doc: Node, matches: readonly FindMatch[], current: number): DecorationSet {
  return DecorationSet.create(
    doc,
    matches.map(({ from, to }, index) =>
      Decoration.inline(from, to, { class: index === current ? 'tt-found tt-found-current' : 'tt-found' }),
    ),
  )
}

/** The first match from a position on, from the beginning again behind the last. */
function nearest(matches: readonly FindMatch[], near: number): number {
  const index = matches.findIndex(({ from }) => from >= near)
  return index < 0 ? (matches.length > 0 ? 0 : -1) : index
}

/** Marks all places of the words that are looked for; nothing is done while nothing is. */
export function findPlugin(): Plugin<FindState> {
  const finder = new Finder()
  return new Plugin<FindState>({
    key: findKey,
    state: {
      init: () => none,
      apply(tr, value, _old, { doc }) {
        const meta = tr.getMeta(findKey) as Meta | undefined
        if (meta && 'current' in meta)
          return { ...value, current: meta.current, marks: marked(doc, value.matches, meta.current) }
        const query = meta ? meta.query : value.query
        if (!query || query.words === '') return meta ? { ...none, query } : value
        if (!meta && !tr.docChanged) return value
        const matches = finder.find(doc, query)
        const before = value.matches[value.current]
        const near = meta?.near ?? (before ? tr.mapping.map(before.from, -1) : tr.selection.from)
        const current = nearest(matches, near)
        const inFields = finder.countInFields(doc, query)
        return { query, matches, inFields, current, marks: marked(doc, matches, current) }
      },
    },
    props: { decorations: (state) => findState(state).marks },
  })
}

/** Looks for other words, or for none; goes to the first place from the cursor on. */
export function lookFor(state: EditorState, query: FindQuery | undefined): Transaction {
  return state.tr.setMeta(findKey, { query, near: state.selection.from } satisfies Meta)
}

/** Goes some places on or back and selects what stands there; undefined when nothing is found. */
export function goOn(state: EditorState, by: number): Transaction | undefined {
  const { matches, current } = findState(state)
  if (matches.length === 0) return undefined
  const index = (current + by + matches.length) % matches.length
  const match = matches[index]
  if (!match) return undefined
  const selection = TextSelection.create(state.doc, match.from, match.to)
  return state.tr.setSelection(selection).setMeta(findKey, { current: index } satisfies Meta)
}

function put(tr: Transaction, { from, to }: FindMatch, words: string): void {
  if (words === '') tr.delete(from, to)
  else tr.replaceWith(from, to, tr.doc.type.schema.text(words, tr.doc.resolve(from + 1).marks()))
}

/** Puts other words in the place of the current match; undefined when there is none. */
export function replaceCurrent(state: EditorState, words: string): Transaction | undefined {
  const { matches, current, query } = findState(state)
  const match = matches[current]
  if (!match) return undefined
  const { tr } = state
  put(tr, match, words)
  return tr.setMeta(findKey, { query, near: match.from + words.length } satisfies Meta)
}

function replacedIn(text: string, query: FindQuery, words: string): string {
  let replaced = text
  for (const [from, to] of findInText(text, query.words, query).reverse())
    replaced = replaced.slice(0, from) + words + replaced.slice(to)
  return replaced
}

/** Puts other words in all places, those in fields of parts too, as one step. Out: also how many. */
export function replaceAll(state: EditorState, words: string): { tr: Transaction; count: number } {
  const { matches, inFields, query } = findState(state)
  const { tr } = state
  if (query && inFields > 0) {
    state.doc.forEach((node, pos) => {
      const fields = withFieldWords(node, (text) => replacedIn(text, query, words))
      if (fields !== undefined && !sameValue(fields, node.attrs.fields))
        tr.setNodeAttribute(pos, 'fields', fields)
    })
  }
  // From the end, so that places before do not move.
  for (const match of [...matches].reverse()) put(tr, match, words)
  return { tr, count: matches.length + inFields }
}
