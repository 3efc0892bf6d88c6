import { Fragment, type Node } from '@tiptap/pm/model'
import { TextSelection, type Command } from '@tiptap/pm/state'
import { ownStep } from './own-step'
import { currentTop, sizeOf } from './top-node'

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

/** Indices of the blocks that a selection touches, agenda items in it with their text. */
function chosenSpan(children: readonly Node[], first: number, last: number): Span {
  let to = first
  for (let index = first; index <= last; index += 1) to = Math.max(to, spanAt(children, index).to)
  return { from: first, to }
}

/**
 * Moves the block that holds the cursor, or all that the selection touches, past its neighbour; an agenda item with all
 * its text past the next item. Ids, and the selection inside the blocks, stay.
 */
export function moveBlock(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const top = currentTop(state)
    if (!top) return false
    const { children } = state.doc
    const { $to, anchor, head } = state.selection
    const span = chosenSpan(children, top.index, Math.max(top.index, $to.index(0)))
    const mate = neighbour(children, span, direction)
    if (!mate) return false
    const first = direction === 1 ? span : mate
    const second = direction === 1 ? mate : span
    const start = sizeOf(children.slice(0, first.from))
    const above = children.slice(first.from, first.to)
    const below = children.slice(second.from, second.to)
    const tr = state.tr.replaceWith(
      start,
      start + sizeOf(above) + sizeOf(below),
      Fragment.from([...below, ...above]),
    )
    const shift = direction === 1 ? sizeOf(below) : -sizeOf(above)
    tr.setSelection(TextSelection.between(tr.doc.resolve(anchor + shift), tr.doc.resolve(head + shift)))
    dispatch?.(ownStep(tr).scrollIntoView())
    return true
  }
}
