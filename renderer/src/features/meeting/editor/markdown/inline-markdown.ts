import type { JSONContent } from '@tiptap/core'
import { joinedLines, linesOf, type LineMarks } from './lines'
import { nodesOfMarkdown } from './text-markdown'

const marks: LineMarks = { bullet: '– ', number: (place) => `${place}) `, indent: '' }

/** Markdown of a decision or action item as inline nodes (JSON); several blocks become lines parted by hard breaks. */
export function inlineOfMarkdown(markdown: string): JSONContent[] {
  if (markdown.trim() === '') return []
  const lines = nodesOfMarkdown(markdown).flatMap((node) => linesOf(node, marks))
  return joinedLines(lines.filter((line) => line.length > 0))
}
