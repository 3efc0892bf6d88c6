import { plainText, type DocumentBlock, type DocumentTree } from './document'

type Heading = Extract<DocumentBlock, { kind: 'heading' }>

/** Headings inside lists, quotations and decisions are bold lines: they are no parts of the document's outline. */
function withoutHeadings(block: DocumentBlock): DocumentBlock {
  switch (block.kind) {
    case 'heading':
      return { kind: 'paragraph', style: 'plain', inline: [{ kind: 'strong', children: block.inline }] }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(withoutHeadings)) }
    case 'quote':
    case 'decision':
      return { ...block, children: block.children.map(withoutHeadings) }
    default:
      return block
  }
}

/**
 * Brings headings to levels without jumps (1, 2, 3 – never 1, 3), as accessible PDF asks; empty ones go, those inside
 * other blocks become bold lines.
 */
export function withoutJumps(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  let last = 0
  return blocks.flatMap((block) => {
    if (block.kind !== 'heading') return [withoutHeadings(block)]
    if (plainText(block.inline).trim() === '') return []
    last = Math.min(block.level, last + 1)
    return [{ ...block, level: last as Heading['level'] }]
  })
}

/**
 * Whether a document keeps what PDF/UA-1 (ISO 14289-1) asks of its author: a title, headings that have words and
 * make no jumps, tables with a head to every column. (Pictures with alternative text: documents have none.)
 */
export function isAccessible(tree: DocumentTree): boolean {
  let last = 0
  const good = (block: DocumentBlock): boolean => {
    switch (block.kind) {
      case 'heading': {
        const fits = block.level <= last + 1 && plainText(block.inline).trim() !== ''
        last = block.level
        return fits
      }
      case 'table':
        return block.columns.every((column) => plainText(column.head).trim() !== '')
      case 'list':
        return block.items.flat().every(good)
      case 'quote':
      case 'decision':
        return block.children.every(good)
      default:
        return true
    }
  }
  return tree.meta.title.trim() !== '' && tree.blocks.every(good)
}
