import type { JSONContent } from '@tiptap/core'
import { nodesOfMarkdown } from './text-markdown'

const lineBreak: JSONContent = { type: 'hardBreak' }

/** Lines of a node: its own words, or those of its children; list items keep their marker as text. */
function linesOf(node: JSONContent, marker = ''): JSONContent[][] {
  const content = node.content ?? []
  if (
    node.type === 'codeBlock' ||
    content.some((child) => ['text', 'hardBreak', 'recordLink'].includes(child.type ?? ''))
  ) {
    return [marker ? [{ type: 'text', text: marker }, ...content] : content]
  }
  const start = Number(node.attrs?.start ?? 1)
  return content.flatMap((child, index) => {
    if (node.type === 'orderedList') return linesOf(child, `${start + index}) `)
    if (node.type === 'bulletList') return linesOf(child, '– ')
    return linesOf(child, index === 0 ? marker : '')
  })
}

/** Markdown of a decision or action item as inline nodes (JSON); several blocks become lines parted by hard breaks. */
export function inlineOfMarkdown(markdown: string): JSONContent[] {
  if (markdown.trim() === '') return []
  return nodesOfMarkdown(markdown)
    .flatMap((node) => linesOf(node))
    .flatMap((line, index) => (index === 0 ? line : [lineBreak, ...line]))
}
