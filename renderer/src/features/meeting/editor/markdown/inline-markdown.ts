import type { JSONContent } from '@tiptap/core'
import { joinedLines, linesOf, type LineMarks } from './lines'
import { nodesOfMarkdown } from './text-markdown'

const marks: LineMarks = { bullet: '– ', number: (place) => `${place}) `, indent: '' }

/** Blocks as inline nodes (JSON), for where no blocks can be: lines parted by hard breaks. */
export function inlineOfNodes(nodes: readonly JSONContent[]): JSONContent[] {
  const lines = nodes.flatMap((node) => linesOf(node, marks))
  return joinedLines(lines.filter((line) => line.length > 0))
}

/** Markdown of a decision or action item as inline nodes (JSON); several blocks become lines parted by hard breaks. */
export function inlineOfMarkdown(markdown: string): JSONContent[] {
  return markdown.trim() === '' ? [] : inlineOfNodes(nodesOfMarkdown(markdown))
}
