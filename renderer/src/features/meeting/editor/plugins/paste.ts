import type { JSONContent } from '@tiptap/core'
import { DOMParser, DOMSerializer, Fragment, Slice, type Node, type ResolvedPos } from '@tiptap/pm/model'
import { Plugin, type EditorState } from '@tiptap/pm/state'
import { inOwnNote } from '../commands/own-note'
import { inlineOfNodes } from '../markdown/inline-markdown'
import { isOwnNote } from '../schema/own-note'
import { cleanHtml } from './clean-html'
import type { DecisionFields } from '../schema/parts'
import { withClosedNotes } from './own-notes'
import { wasHere } from './part-ids'
import { blocksOfText } from './plain-text'

/** A pasted node as one of this document: ids of other documents go, and a copy of a decision has no number yet. */
function ownIdsOnly(node: Node, state: EditorState, present: ReadonlySet<unknown>): Node {
  if (node.isText) return node
  const id: unknown = node.attrs.partId
  const foreign = typeof id === 'string' && !wasHere(state, id)
  const copy = foreign || present.has(id)
  const attrs: Record<string, unknown> = foreign
    ? { ...node.attrs, partId: null, piece: null }
    : { ...node.attrs }
  if (copy && node.type.name === 'decision') {
    attrs.fields = { ...(node.attrs.fields as DecisionFields), number: undefined }
  }
  const children = node.content.content.map((child) => ownIdsOnly(child, state, present))
  return node.type.create(attrs, Fragment.from(children), node.marks)
}

/** What was cut or copied inside one part is words, not the part once more. */
function wordsOfPart(slice: Slice): Slice {
  const { firstChild, childCount } = slice.content
  const inside = childCount === 1 && slice.openStart > 0 && slice.openEnd > 0
  if (!firstChild || !inside || firstChild.attrs.fields === undefined) return slice
  return new Slice(firstChild.content, slice.openStart - 1, slice.openEnd - 1)
}

function knownSlice(pasted: Slice, state: EditorState): Slice {
  const slice = wordsOfPart(pasted)
  const present = new Set<unknown>(state.doc.children.map((node) => node.attrs.partId as unknown))
  const nodes = slice.content.content.map((node) => ownIdsOnly(node, state, present))
  return new Slice(Fragment.from(nodes), slice.openStart, slice.openEnd)
}

const lists = ['bulletList', 'orderedList', 'blockquote']
/** What can be lines of a decision or action item. */
const lines = ['paragraph', ...lists]

/** Whether a node at the end of what is pasted is a list or quotation, and not words that were copied out of one. */
function isWhole(node: Node | null, { content }: Slice): boolean {
  return node !== null && lists.includes(node.type.name) && (content.childCount > 1 || node.childCount > 1)
}

/** Several paragraphs and lists that come into a decision or action item are lines of it, not text behind it. */
function asLines(slice: Slice, { selection, schema }: EditorState): Slice {
  const nodes = slice.content.content
  const { parent } = selection.$from
  const inPart = parent.type.name === 'decision' || parent.type.name === 'action'
  const several = nodes.length > 1 || isWhole(slice.content.firstChild, slice)
  const fits = several && nodes.every((node) => lines.includes(node.type.name) && !isOwnNote(node))
  if (!inPart || !fits || !selection.$from.sameParent(selection.$to)) return slice
  const words = inlineOfNodes(nodes.map((node) => node.toJSON() as JSONContent))
  const startsList = selection.$from.parentOffset > 0 && slice.content.firstChild?.type.name !== 'paragraph'
  const inline = startsList ? [{ type: 'hardBreak' }, ...words] : words
  return new Slice(Fragment.from(inline.map((json) => schema.nodeFromJSON(json))), 0, 0)
}

/** A list or quotation that comes into words stays one: its first item is no end of the line, nor do words go on in its last. */
function wholeLists(slice: Slice, { selection }: EditorState): Slice {
  const { $from, $to } = selection
  const { firstChild, lastChild, childCount } = slice.content
  const inItem = Array.from({ length: $from.depth }, (_, n) => $from.node(n + 1)).some(
    ({ type }) => type.name === 'listItem',
  )
  if (inItem || ($from.parent.type.name === 'paragraph' && $from.parent.content.size === 0)) return slice
  const goesOn = $to.parentOffset < $to.parent.content.size
  const openStart = isWhole(firstChild, slice) ? 0 : slice.openStart
  const openEnd = isWhole(lastChild, slice) && (goesOn || childCount === 1) ? 0 : slice.openEnd
  return new Slice(slice.content, openStart, openEnd)
}

/** A plain text as blocks; its words have the emphasis of the place they come to. */
function readText(text: string, at: ResolvedPos): Slice {
  const { schema } = at.doc.type
  const serializer = DOMSerializer.fromSchema(schema)
  const words = (said: string) => serializer.serializeNode(schema.text(said, at.marks()))
  const blocks = blocksOfText(text, document, words)
  return DOMParser.fromSchema(schema).parseSlice(blocks, { preserveWhitespace: true, context: at })
}

/** Pasted text: only what minutes allow; blocks copied from another meeting come without their ids, notes stay notes. */
export function pastePlugin(): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML: (html) => cleanHtml(html),
      clipboardTextParser: (text, at) => readText(text, at),
      transformPasted: (slice, view) => {
        const whole = view.dragging ? slice : wholeLists(asLines(slice, view.state), view.state)
        const known = knownSlice(whole, view.state)
        // Where something is dragged to is not known yet.
        return withClosedNotes(known, !view.dragging && inOwnNote(view.state) === true)
      },
    },
  })
}
