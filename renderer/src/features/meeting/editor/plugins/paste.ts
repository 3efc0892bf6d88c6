import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { Plugin, type EditorState } from '@tiptap/pm/state'
import { inOwnNote } from '../commands/own-note'
import { cleanHtml } from './clean-html'
import type { DecisionFields } from '../schema/parts'
import { withClosedNotes } from './own-notes'
import { wasHere } from './part-ids'

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

/** Pasted text: only what minutes allow; blocks copied from another meeting come without their ids, notes stay notes. */
export function pastePlugin(): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML: (html) => cleanHtml(html),
      transformPasted: (slice, view) => {
        const known = knownSlice(slice, view.state)
        // Where something is dragged to is not known yet.
        return withClosedNotes(known, !view.dragging && inOwnNote(view.state) === true)
      },
    },
  })
}
