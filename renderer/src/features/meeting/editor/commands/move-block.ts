import { Fragment, type Node } from '@tiptap/pm/model'
import { TextSelection, type Command } from '@tiptap/pm/state'
import { currentTop } from './top-node'

interface Span {
  from: number
  to: number
}

const isHeading = (node: Node | undefined) => node?.type.name === 'agendaHeading'

/** Indices of what moves together: an agenda heading takes its text along. */
function spanAt(children: readonly Node[], index: number): Span {
  if (!isHeading(children[index])) return { from: index, to: index + 1 }
  let to = index + 1
  while (to < children.length && !isHeading(children[to])) to += 1
  return { from: index, to }
}

/** Indices of what it changes places with. */
function neighbour(children: readonly Node[], span: Span, direction: -1 | 1): Span | undefined {
  if (direction === 1) return span.to < children.length ? spanOfMate(children, span, span.to) : undefined
  if (span.from === 0) return undefined
  if (!isHeading(children[span.from])) return { from: span.from - 1, to: span.from }
  let from = span.from - 1
  while (from > 0 && !isHeading(children[from])) from -= 1
  return isHeading(children[from]) ? { from, to: span.from } : undefined
}

function spanOfMate(children: readonly Node[], span: Span, index: number): Span {
  return isHeading(children[span.from]) ? spanAt(children, index) : { from: index, to: index + 1 }
}

const sizeOf = (nodes: readonly Node[]) => nodes.reduce((sum, node) => sum + node.nodeSize, 0)

/**
 * Moves the block that holds the cursor past its neighbour, an agenda item with all its text past the next item.
 * Ids, and the cursor inside the block, stay.
 */
export function moveBlock(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const top = currentTop(state)
    if (!top) return false
    const { children } = state.doc
    const span = spanAt(children, top.index)
    const mate = neighbour(children, span, direction)
    if (!mate) return false
    const first = direction === 1 ? span : mate
    const second = direction === 1 ? mate : span
    const start = sizeOf(children.slice(0, first.from))
    const above = children.slice(first.from, first.to)
    const below = children.slice(second.from, second.to)
    const offset = state.selection.from - sizeOf(children.slice(0, span.from))
    const tr = state.tr.replaceWith(
      start,
      start + sizeOf(above) + sizeOf(below),
      Fragment.from([...below, ...above]),
    )
    const place = direction === 1 ? start + sizeOf(below) : start
    tr.setSelection(TextSelection.near(tr.doc.resolve(place + offset)))
    dispatch?.(tr.scrollIntoView())
    return true
  }
}
