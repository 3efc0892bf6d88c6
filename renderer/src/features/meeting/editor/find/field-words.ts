import type { Node } from '@tiptap/pm/model'

/** Fields of a part that hold sentences: grounds, basis, closing and the reasons of dissents. */
const sentences = new Set(['grounds', 'basis', 'formula', 'reason'])

function changed(value: unknown, change: (words: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => changed(one, change))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]: [string, unknown]) => [
    key,
    typeof inner === 'string' && sentences.has(key) ? change(inner) : changed(inner, change),
  ])
  return Object.fromEntries(entries)
}

/** The fields of a decision, action item or heading with other sentences in them; undefined for nodes without fields. */
export function withFieldWords(node: Node, change: (words: string) => string): unknown {
  return node.attrs.fields === undefined ? undefined : changed(node.attrs.fields, change)
}

/** All sentences in the fields of a node. */
export function fieldWords(node: Node): string[] {
  const found: string[] = []
  withFieldWords(node, (words) => {
    found.push(words)
    return words
  })
  return found
}
