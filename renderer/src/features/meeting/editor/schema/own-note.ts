import { Fragment, type Node } from '@tiptap/pm/model'

/** Whether a node of text is the secretary's own note. */
export function isOwnNote(node: Node): boolean {
  return node.attrs.private === true
}

/** Whether a node of text can be one. */
export function canBeOwnNote(node: Node): boolean {
  return 'private' in node.attrs
}

/** A node as an own note, with everything in it: what is taken out of a list or quotation stays one. */
export function asOwnNote(node: Node): Node {
  if (node.isText) return node
  const children = node.children.map(asOwnNote)
  const attrs = canBeOwnNote(node) ? { ...node.attrs, private: true } : node.attrs
  return node.type.create(attrs, Fragment.from(children), node.marks)
}
