import { TextSelection, type Command } from '@tiptap/pm/state'
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

/** Backspace before the first letter of a part makes it a paragraph. */
export const leaveByBackspace: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || $from.parentOffset > 0) return false
  return turnIntoText(state, dispatch)
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
