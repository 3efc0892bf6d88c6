import type { NodeType } from '@tiptap/pm/model'
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import { emptyAction, emptyDecision, emptyHeading, type HeadingFields } from '../schema/parts'
import { ownStep } from './own-step'
import { currentTop, type TopNode } from './top-node'

/** What a paragraph can become. */
export type PartKind = 'decision' | 'action' | 'item' | 'session'

function target(
  state: EditorState,
  kind: PartKind,
): { type: NodeType; attrs: Record<string, unknown> } | undefined {
  const { agendaHeading, decision, action } = state.schema.nodes
  if (kind === 'decision') return decision && { type: decision, attrs: { fields: emptyDecision } }
  if (kind === 'action') return action && { type: action, attrs: { fields: emptyAction } }
  const fields: HeadingFields = { ...emptyHeading, kind }
  return agendaHeading && { type: agendaHeading, attrs: { fields } }
}

/** The kind of the part that holds the cursor; undefined in running text. */
export function currentKind(state: EditorState): PartKind | undefined {
  const top = currentTop(state)?.node
  if (top?.type.name === 'decision' || top?.type.name === 'action') return top.type.name
  return top?.type.name === 'agendaHeading' ? (top.attrs.fields as HeadingFields).kind : undefined
}

/** Puts an empty part behind a list, quote or table and goes there. */
function insertBehind(
  tr: Transaction,
  top: TopNode,
  type: NodeType,
  attrs: Record<string, unknown>,
): Transaction {
  const at = top.pos + top.node.nodeSize
  tr.insert(at, type.create(attrs))
  return tr.setSelection(TextSelection.create(tr.doc, at + 1))
}

/**
 * Turns the paragraph being written into a decision, action item, agenda item or session, keeping its words; the same again
 * turns it back into a paragraph. Inside lists, quotes and tables a new part is opened behind them.
 */
export function turnInto(kind: PartKind): Command {
  return (state, dispatch) => {
    const top = currentTop(state)
    const wanted = target(state, kind)
    const { paragraph } = state.schema.nodes
    if (!top || !wanted || !paragraph) return false
    const tr = state.tr
    const within = top.pos + 1
    if (!top.node.isTextblock) insertBehind(tr, top, wanted.type, wanted.attrs)
    else if (currentKind(state) === kind) tr.setBlockType(within, within, paragraph)
    else if (top.node.type === wanted.type) {
      const fields = { ...(top.node.attrs.fields as HeadingFields), kind }
      tr.setNodeAttribute(top.pos, 'fields', fields)
    } else tr.setBlockType(within, within, wanted.type, wanted.attrs)
    dispatch?.(ownStep(tr).scrollIntoView())
    return true
  }
}

/** Turns the part that holds the cursor back into a paragraph. */
export const turnIntoText: Command = (state, dispatch) => {
  const top = currentTop(state)
  const { paragraph } = state.schema.nodes
  if (!top || !paragraph || currentKind(state) === undefined) return false
  dispatch?.(ownStep(state.tr.setBlockType(top.pos + 1, top.pos + 1, paragraph)))
  return true
}
