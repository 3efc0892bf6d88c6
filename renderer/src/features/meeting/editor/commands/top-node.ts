import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'

/** A top-level node with its place in the document. */
export interface TopNode {
  node: Node
  pos: number
  index: number
}

/** The top-level node that holds the cursor (the beginning of the selection). */
export function currentTop(state: EditorState): TopNode | undefined {
  const { $from } = state.selection
  const index = $from.index(0)
  const node = state.doc.maybeChild(index)
  return node ? { node, index, pos: $from.posAtIndex(index, 0) } : undefined
}

/** The top-level node with an id. */
export function topById(doc: Node, id: string): TopNode | undefined {
  let found: TopNode | undefined
  doc.forEach((node, pos, index) => {
    if (node.attrs.partId === id) found ??= { node, pos, index }
  })
  return found
}

/** How many places nodes that stand side by side take up in the document. */
export function sizeOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + node.nodeSize, 0)
}
