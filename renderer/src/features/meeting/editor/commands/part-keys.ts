import { Fragment, type Node } from '@tiptap/pm/model'
import { TextSelection, type Command } from '@tiptap/pm/state'
import { isOwnNote } from '../schema/own-note'
import { currentTop } from './top-node'
import { currentKind, turnIntoText } from './turn-into'

/**
 * Enter in a decision, action item or heading goes on with a paragraph: what stands behind the cursor goes along. An empty one
 * becomes a paragraph again, and Enter before its first letter makes room above.
 */
export const leaveByEnter: Command = (state, dispatch) => {
  const top = currentTop(state)
  const { $from, empty } = state.selection
  const { paragraph } = state.schema.nodes
  if (!top || !paragraph || currentKind(state) === undefined) return false
  if (top.node.content.size === 0) return turnIntoText(state, dispatch)
  const tr = state.tr
  if (!empty) tr.deleteSelection()
  const offset = $from.pos - top.pos - 1
  const node = tr.doc.nodeAt(top.pos)
  if (!node) return false
  if (offset === 0) {
    tr.insert(top.pos, paragraph.create())
  } else {
    const rest = node.content.cut(offset)
    const end = top.pos + node.nodeSize
    tr.insert(end, paragraph.create(null, rest))
    if (rest.size > 0) tr.delete(top.pos + 1 + offset, end - 1)
    const behind = tr.mapping.slice(tr.steps.length - (rest.size > 0 ? 1 : 0)).map(end)
    tr.setSelection(TextSelection.create(tr.doc, behind + 1))
  }
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Backspace before the first letter of a part makes it a paragraph; before that of a paragraph below a part see {@link join}. */
export const leaveByBackspace: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || $from.parentOffset > 0) return false
  return turnIntoText(state, dispatch) || join($from.index(0) - 1)(state, dispatch)
}

/** Delete behind the last letter of a part or note, see {@link join}. */
export const leaveByDelete: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || $from.parentOffset < $from.parent.content.size) return false
  return join($from.index(0))(state, dispatch)
}

/** What a part can hold of a paragraph: a heading words only. */
function wordsFor(part: Node, paragraph: Node): Fragment {
  if (part.type.name !== 'agendaHeading') return paragraph.content
  const words = paragraph.textBetween(0, paragraph.content.size, ' ', (leaf) =>
    String(leaf.attrs.words ?? ' '),
  )
  return words === '' ? Fragment.empty : Fragment.from(part.type.schema.text(words))
}

/**
 * Joins the top-level node of this index with the paragraph below it, where the editor would do harm: it would take a part away
 * as a whole and make an own note public. A part takes the words to its own; between a note and the minutes an empty paragraph
 * goes, else the cursor only crosses the border.
 */
function join(index: number): Command {
  return (state, dispatch) => {
    const above = state.doc.maybeChild(index)
    const below = state.doc.maybeChild(index + 1)
    if (!above || below?.type.name !== 'paragraph') return false
    const part = above.attrs.fields !== undefined
    if (!part && (!above.isTextblock || isOwnNote(above) === isOwnNote(below))) return false
    const { $from } = state.selection
    const start = $from.posAtIndex(index, 0)
    const border = start + above.nodeSize
    const tr = state.tr
    let at = $from.index(0) === index ? border + 1 : border - 1
    if (below.content.size === 0 || (part && !isOwnNote(below))) {
      tr.delete(border, border + below.nodeSize).insert(border - 1, wordsFor(above, below))
      at = border - 1
    } else if (above.content.size === 0 && !part) {
      tr.delete(start, border)
      at = start + 1
    }
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at)).scrollIntoView())
    return true
  }
}

/** Shift+Enter in a decision or action item: a new line in it. */
export const lineInPart: Command = (state, dispatch) => {
  const { hardBreak } = state.schema.nodes
  const kind = currentKind(state)
  if (!hardBreak || (kind !== 'decision' && kind !== 'action')) return false
  dispatch?.(state.tr.replaceSelectionWith(hardBreak.create()).scrollIntoView())
  return true
}

/** Goes to a paragraph behind the top-level node at `pos`: the empty one there, or a new one. */
export function continueBehind(pos: number): Command {
  return (state, dispatch) => {
    const node = state.doc.nodeAt(pos)
    const { paragraph } = state.schema.nodes
    if (!node || !paragraph) return false
    const at = pos + node.nodeSize
    const next = state.doc.nodeAt(at)
    const tr = state.tr
    if (next?.type !== paragraph || next.content.size > 0) tr.insert(at, paragraph.create())
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
    return true
  }
}
