import type { Node, NodeType } from '@tiptap/pm/model'
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state'
import {
  emptyAction,
  emptyDecision,
  emptyHeading,
  type FormerParts,
  type HeadingFields,
} from '../schema/parts'
import { isOwnNote } from '../schema/own-note'
import { ownStep } from './own-step'
import { currentTop, type TopNode } from './top-node'

/** What a paragraph can become. */
export type PartKind = 'decision' | 'action' | 'item' | 'session'

/** What a node has been, itself included. A paragraph that is an own note (or not) says so for the way back. */
function formerOf(node: Node): FormerParts | null {
  const was = (node.attrs.was ?? null) as FormerParts | null
  if (isOwnNote(node)) return { ...was, ownNote: { partId: null, fields: null } }
  if (node.attrs.fields === undefined) {
    const { ownNote: _no, ...others } = was ?? {}
    return was && others
  }
  return {
    ...was,
    [node.type.name]: { partId: node.attrs.partId as string | null, fields: node.attrs.fields },
  }
}

/** The node type of a kind and its attributes: those it had when it was one before, else empty ones. */
function target(
  state: EditorState,
  kind: PartKind,
  former: FormerParts | null,
): { type: NodeType; attrs: Record<string, unknown> } | undefined {
  const { agendaHeading, decision, action } = state.schema.nodes
  const made = (type: NodeType | undefined, empty: object, more: object = {}) => {
    const known = type && former?.[type.name]
    const fields = { ...empty, ...(known?.fields as object | undefined), ...more }
    return type && { type, attrs: { fields, partId: known?.partId ?? null, was: former } }
  }
  if (kind === 'decision') return made(decision, emptyDecision)
  if (kind === 'action') return made(action, emptyAction)
  return made(agendaHeading, emptyHeading, { kind })
}

/** Makes a paragraph of a part, which can become again what it was; what was an own note is one again. */
function intoParagraph(tr: Transaction, top: TopNode, paragraph: NodeType): Transaction {
  const was = formerOf(top.node)
  const attrs = { was, ...(was?.ownNote ? { private: true } : {}) }
  return tr.setBlockType(top.pos + 1, top.pos + 1, paragraph, attrs)
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
    const { paragraph } = state.schema.nodes
    if (!top || !paragraph) return false
    const wanted = target(state, kind, formerOf(top.node))
    if (!wanted) return false
    const tr = state.tr
    const within = top.pos + 1
    if (!top.node.isTextblock) insertBehind(tr, top, wanted.type, wanted.attrs)
    else if (currentKind(state) === kind) intoParagraph(tr, top, paragraph)
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
  dispatch?.(ownStep(intoParagraph(state.tr, top, paragraph)))
  return true
}
