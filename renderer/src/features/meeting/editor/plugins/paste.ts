import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { Plugin, type EditorState } from '@tiptap/pm/state'
import { inOwnNote } from '../commands/own-note'
import { cleanHtml } from './clean-html'
import { withClosedNotes } from './own-notes'
import { wasHere } from './part-ids'

function ownIdsOnly(node: Node, state: EditorState): Node {
  const id: unknown = node.attrs.partId
  const foreign = typeof id === 'string' && !wasHere(state, id)
  const attrs = foreign ? { ...node.attrs, partId: null, piece: null } : node.attrs
  if (node.isText) return node
  return node.type.create(attrs, childrenOf(node.content, state), node.marks)
}

function childrenOf(content: Fragment, state: EditorState): Fragment {
  return Fragment.from(content.content.map((node) => ownIdsOnly(node, state)))
}

/** Pasted text: only what minutes allow; blocks copied from another meeting come without their ids, notes stay notes. */
export function pastePlugin(): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML: (html) => cleanHtml(html),
      transformPasted: (slice, view) => {
        const known = new Slice(childrenOf(slice.content, view.state), slice.openStart, slice.openEnd)
        // Where something is dragged to is not known yet.
        return withClosedNotes(known, !view.dragging && inOwnNote(view.state) === true)
      },
    },
  })
}
