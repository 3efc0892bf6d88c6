import type { DocumentBlock, DocumentTree, Inline } from '../../../shared/documents/document'

/**
 * Places where a word that fits no line may break. Turkish minutes are set without hyphenation; addresses, file names
 * and words without blanks would otherwise run over the margin or into the next column.
 */

/** Letters a line of the page, or of a narrow column, surely holds. */
const inText = 60
const inCell = 24
const piece = 10
const breakHere = '\u200b'

function broken(words: string, longest: number): string {
  return words.replace(new RegExp(`[^\\s\\u00a0]{${longest + 1},}`, 'gu'), (word) =>
    [...word].map((letter, at) => (at > 0 && at % piece === 0 ? breakHere + letter : letter)).join(''),
  )
}

function inline(pieces: readonly Inline[], longest: number): Inline[] {
  return pieces.map((part) => {
    if (part.kind === 'lineBreak') return part
    if (part.kind === 'text' || part.kind === 'code' || part.kind === 'recordLink')
      return { ...part, text: broken(part.text, longest) }
    return { ...part, children: inline(part.children, longest) }
  })
}

function inBlock(block: DocumentBlock): DocumentBlock {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'title':
      return { ...block, inline: inline(block.inline, inText) }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(inBlock)) }
    case 'numbered':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, inline: inline(item.inline, inText) })),
      }
    case 'quote':
    case 'decision':
      return { ...block, children: block.children.map(inBlock) }
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, head: inline(column.head, inCell) })),
        rows: block.rows.map((row) => row.map((cell) => inline(cell, inCell))),
      }
    case 'fields':
      return { ...block, rows: block.rows.map((row) => ({ ...row, value: inline(row.value, inText) })) }
    case 'codeBlock':
      return { ...block, text: broken(block.text, inText) }
    case 'signatures': {
      const signer = <T extends { name: string; lines: string[] }>(person: T): T => ({
        ...person,
        name: broken(person.name, inCell),
        lines: person.lines.map((line) => broken(line, inCell)),
      })
      return {
        ...block,
        ...(block.chair ? { chair: signer(block.chair) } : {}),
        members: block.members.map(signer),
        ...(block.last ? { last: signer(block.last) } : {}),
      }
    }
    default:
      return block
  }
}

/** A document in which every word finds a place to break before it leaves its line. */
export function withBreaks(tree: DocumentTree): DocumentTree {
  return { ...tree, blocks: tree.blocks.map(inBlock) }
}
