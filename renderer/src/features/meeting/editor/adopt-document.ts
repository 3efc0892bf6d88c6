import { Fragment, type Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { newId } from '../../../../../shared/ids'
import { sizeOf } from './commands/top-node'
import { keepPlace } from './keep-place'

interface Pair {
  before: number
  after: number
}

/** The nodes that stand in both lists in the same order, as many as there can be. Nodes are told apart by identity. */
function keptNodes(before: readonly Node[], after: readonly Node[]): Pair[] {
  const places = new Map(before.map((node, index) => [node, index]))
  const shared = after.flatMap((node, index): Pair[] => {
    const place = places.get(node)
    return place === undefined ? [] : [{ before: place, after: index }]
  })
  // The longest rising run: ends[n] is the pair with the lowest place that ends a run of n + 1.
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  shared.forEach((pair, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((shared[ends[middle] ?? 0]?.before ?? 0) < pair.before) low = middle + 1
      else high = middle
    }
    previous[index] = ends[low - 1]
    ends[low] = index
  })
  const run: Pair[] = []
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) {
    const pair = shared[at]
    if (pair) run.unshift(pair)
  }
  return run
}

/** The empty line that is being written, which stands in no record yet; or one in place of the written block that others removed. */
function ownLine(state: EditorState, after: readonly Node[], writing: boolean): Node | undefined {
  const line = state.doc.maybeChild(state.selection.$head.index(0))
  const known = (node: Node) => after.some(({ attrs }) => attrs.partId === node.attrs.partId)
  if (!line || after.includes(line) || known(line)) return undefined
  if (line.type.name === 'paragraph' && line.content.size === 0) return line
  if (!writing) return undefined
  return state.schema.node('paragraph', { partId: newId('text') })
}

/** The nodes with the own line among them: it stays behind what it was behind. */
function withOwnLine(state: EditorState, after: readonly Node[], line: Node): readonly Node[] {
  const place = new Map(after.map((node, at) => [node.attrs.partId as unknown, at]))
  for (let above = state.selection.$head.index(0) - 1; above >= 0; above -= 1) {
    const at = place.get(state.doc.child(above).attrs.partId)
    if (at !== undefined) return [...after.slice(0, at + 1), line, ...after.slice(at + 1)]
  }
  return [line, ...after]
}

/**
 * Puts another document into the editor: what was joined with others' changes. Nodes that stand in both are not touched, so that what
 * can be undone there stays; the change itself cannot be undone. The cursor stays in its part, at its words. `writing` says that
 * the next key comes here: where others removed the very block, it gets a line of its own, so that no words run into another's.
 * Out: undefined when nothing differs.
 */
export function adoptDocument(state: EditorState, doc: Node, writing = false): Transaction | undefined {
  const before = state.doc.children
  const line = ownLine(state, doc.children, writing)
  const after = line ? withOwnLine(state, doc.children, line) : doc.children
  const bounds = [...keptNodes(before, after), { before: before.length, after: after.length }]
  const { tr } = state
  let last: Pair = { before: -1, after: -1 }
  const gaps = bounds.map((next) => {
    const gap = { out: [last.before + 1, next.before] as const, into: [last.after + 1, next.after] as const }
    last = next
    return gap
  })
  // From the end, so that places before do not move.
  for (const { out, into } of gaps.reverse()) {
    const fresh = Fragment.from(after.slice(...into))
    const from = sizeOf(before.slice(0, out[0]))
    const to = from + sizeOf(before.slice(...out))
    if (from < to || fresh.size > 0) tr.replaceWith(from, to, fresh)
  }
  if (!tr.docChanged) return undefined
  keepPlace(tr, state.selection, after)
  if (line && !before.includes(line)) {
    tr.setSelection(TextSelection.create(tr.doc, sizeOf(after.slice(0, after.indexOf(line))) + 1))
  }
  return tr.setMeta('addToHistory', false)
}
