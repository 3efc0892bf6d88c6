import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { Plugin, type EditorState } from '@tiptap/pm/state'
import { cleanHtml } from './clean-html'
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

/** Pasted text: only what minutes allow; blocks copied from another meeting come without their ids. */
export function pastePlugin(): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML: (html) => cleanHtml(html),
      transformPasted: (slice, view) =>
        new Slice(childrenOf(slice.content, view.state), slice.openStart, slice.openEnd),
    },
  })
}
