import type { JSONContent } from '@tiptap/core'

/** What stands before the words of list items where lists become lines, and how far in what belongs to an item stands. */
export interface LineMarks {
  bullet: string
  number: (place: number) => string
  indent: string
}

const inlineTypes = ['text', 'hardBreak', 'recordLink']

/** The lines of a node that holds words itself; undefined for one that holds other blocks. */
function ownLines(node: JSONContent): JSONContent[][] | undefined {
  const content = node.content ?? []
  if (node.type === 'codeBlock')
    return content
      .map((child) => child.text ?? '')
      .join('')
      .split('\n')
      .map((text) => (text ? [{ type: 'text', text }] : []))
  const holdsWords = content.some((child) => inlineTypes.includes(child.type ?? ''))
  return holdsWords || node.type === 'paragraph' || node.type === 'heading' ? [content] : undefined
}

/**
 * A block as lines of inline nodes, where no blocks can stand: a line a paragraph, list item or line of code. In: the
 * node, how items are marked, what stands before its first line and before the others. Out: the lines; of hard breaks
 * inside paragraphs there may be more.
 */
export function linesOf(node: JSONContent, marks: LineMarks, first = '', others = ''): JSONContent[][] {
  const own = ownLines(node)
  if (own)
    return own.map((line, index) => {
      const lead = index === 0 ? first : others
      return lead ? [{ type: 'text', text: lead }, ...line] : line
    })
  const numbers = node.type === 'orderedList'
  const start = Number(node.attrs?.start ?? 1)
  return (node.content ?? []).flatMap((child, index) => {
    const lead = index === 0 ? first : others
    if (!numbers && node.type !== 'bulletList') return linesOf(child, marks, lead, others)
    const mark = numbers ? marks.number(start + index) : marks.bullet
    return linesOf(child, marks, lead + mark, others + marks.indent)
  })
}

/** Lines as one run of inline nodes, parted by hard breaks. */
export function joinedLines(lines: readonly JSONContent[][]): JSONContent[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'hardBreak' }, ...line]))
}
