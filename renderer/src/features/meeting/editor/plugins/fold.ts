import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

interface FoldState {
  /** ids of agenda items whose text is hidden */
  folded: ReadonlySet<string>
  hidden: DecorationSet
}

const none: FoldState = { folded: new Set(), hidden: DecorationSet.empty }
interface Meta {
  toggle: string
}

export const foldKey = new PluginKey<FoldState>('fold')

interface Item {
  id: string
  pos: number
  /** end of the heading, and of everything below it */
  head: number
  end: number
}

/** The agenda items of a document with what lies below them. */
function itemsOf(doc: Node): Item[] {
  const items: Item[] = []
  doc.forEach((node, pos) => {
    const end = pos + node.nodeSize
    if (node.type.name === 'agendaHeading') items.push({ id: String(node.attrs.partId), pos, head: end, end })
    else {
      const last = items.at(-1)
      if (last) last.end = end
    }
  })
  return items
}

function drawn(doc: Node, folded: ReadonlySet<string>): FoldState {
  if (folded.size === 0) return none
  const marks: Decoration[] = []
  for (const { id, pos, head, end } of itemsOf(doc)) {
    if (!folded.has(id)) continue
    marks.push(Decoration.node(pos, head, { class: 'tt-folded-head' }))
    for (let at = head; at < end;) {
      const size = doc.nodeAt(at)?.nodeSize ?? end - at
      marks.push(Decoration.node(at, at + size, { class: 'tt-folded' }))
      at += size
    }
  }
  return { folded, hidden: DecorationSet.create(doc, marks) }
}

/** Whether the text of an agenda item is hidden. */
export function isFolded(state: EditorState, id: string): boolean {
  return foldKey.getState(state)?.folded.has(id) ?? false
}

/** Hides the text below agenda items. What the cursor goes to, or is found, shows itself: nothing is written unseen. */
export function foldPlugin(): Plugin<FoldState> {
  return new Plugin<FoldState>({
    key: foldKey,
    state: {
      init: () => none,
      apply(tr, value, _old, { doc }) {
        const meta = tr.getMeta(foldKey) as Meta | undefined
        if (!meta && value.folded.size === 0) return value
        if (!meta && !tr.docChanged && !tr.selectionSet) return value
        const items = itemsOf(doc)
        const folded = new Set(value.folded)
        if (meta && !folded.delete(meta.toggle)) folded.add(meta.toggle)
        const { from, to } = tr.selection
        // Everything selected (Ctrl+A) is no place that one goes to.
        const whole = from <= 1 && to >= doc.content.size - 1
        for (const { id, head, end } of items)
          if (!whole && folded.has(id) && to > head && from < end) folded.delete(id)
        return drawn(doc, folded)
      },
    },
    props: { decorations: (state) => foldKey.getState(state)?.hidden },
  })
}

function cursorToHead(state: EditorState, tr: Transaction, { head, end }: Item): void {
  const { from, to } = state.selection
  if (to > head && from < end) tr.setSelection(TextSelection.create(state.doc, head - 1))
}

/** Folds or unfolds an agenda item, by default the one that holds the cursor; a cursor in its text goes to its heading. */
export function toggleFold(state: EditorState, id?: string): Transaction | undefined {
  const items = itemsOf(state.doc)
  const item =
    id === undefined
      ? items.filter(({ pos }) => pos <= state.selection.from).at(-1)
      : items.find((one) => one.id === id)
  if (!item) return undefined
  const tr = state.tr.setMeta(foldKey, { toggle: item.id } satisfies Meta)
  if (!isFolded(state, item.id)) cursorToHead(state, tr, item)
  return tr.setMeta('addToHistory', false)
}
