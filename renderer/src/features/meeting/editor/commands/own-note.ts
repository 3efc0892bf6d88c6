import type { Node } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import { openingNotes } from '../plugins/own-notes'
import { canBeOwnNote, isOwnNote } from '../schema/own-note'
import { ownStep } from './own-step'
import { currentTop } from './top-node'

/** Whether what holds the cursor is the secretary's own note; undefined where there can be none (decisions, headings). */
export function inOwnNote(state: EditorState): boolean | undefined {
  const node = currentTop(state)?.node
  return node && canBeOwnNote(node) ? isOwnNote(node) : undefined
}

/** The selected top-level nodes that may be notes, with the other pieces of their blocks. */
function selectedTexts(state: EditorState): { node: Node; pos: number }[] {
  const { from, to } = state.selection
  const all: { node: Node; pos: number }[] = []
  state.doc.forEach((node, pos) => all.push({ node, pos }))
  const touched = all.filter(({ node, pos }) => pos + node.nodeSize > from && pos < Math.max(to, from + 1))
  const ids = new Set(touched.map(({ node }) => node.attrs.partId as string | null))
  return all.filter(
    (one) =>
      canBeOwnNote(one.node) &&
      (touched.includes(one) || (ids.has(one.node.attrs.partId as string) && one.node.attrs.piece !== null)),
  )
}

/**
 * Makes the selected paragraphs (lists, tables, quotes) the secretary's own note, or text of the minutes again when they all
 * are. Their ids stay.
 */
export const toggleOwnNote: Command = (state, dispatch) => {
  const texts = selectedTexts(state)
  if (texts.length === 0) return false
  const own = texts.every(({ node }) => isOwnNote(node)) ? null : true
  const tr = openingNotes(state.tr)
  for (const { node, pos } of texts) {
    tr.setNodeAttribute(pos, 'private', own)
    node.descendants((inner, offset) => {
      if (canBeOwnNote(inner)) tr.setNodeAttribute(pos + 1 + offset, 'private', own)
      return !inner.isTextblock
    })
  }
  dispatch?.(ownStep(tr).scrollIntoView())
  return true
}

/** Enter in an empty own note goes back to the minutes. */
export const leaveNoteByEnter: Command = (state, dispatch) => {
  const top = currentTop(state)
  if (!top || !state.selection.empty || top.node.type.name !== 'paragraph' || top.node.content.size > 0)
    return false
  return isOwnNote(top.node) ? toggleOwnNote(state, dispatch) : false
}
