import { plainText, type DocumentBlock } from '../documents/document'
import { markdownBlocks } from './markdown'

function wordsOf(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [plainText(block.inline)]
    case 'list':
      return block.items.flatMap((item) => item.flatMap(wordsOf))
    case 'quote':
      return block.children.flatMap(wordsOf)
    case 'codeBlock':
      return [block.text]
    case 'table': {
      const rows = [block.columns.map(({ head }) => head), ...block.rows]
      return rows.map((row) => row.map((cell) => plainText(cell)).join(' · '))
    }
    default:
      return []
  }
}

/** The words of a Markdown text without its marks, a line a paragraph: what search indexes and snippets show. */
export function plainTextOf(markdown: string): string {
  return markdownBlocks(markdown).flatMap(wordsOf).join('\n')
}
