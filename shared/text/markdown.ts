import { decodeHTMLStrict } from 'entities'
import type { Token, Tokens } from 'marked'
import { plainText, text, type DocumentBlock, type Inline } from '../documents/document'
import { safeTokens } from './markdown-tokens'

const recordLink = /\[\[((?:meeting|participant|agency|body|note|decision)_[0-9a-f-]{36})(?:\|([^\]]*))?\]\]/g

/** Splits words at `[[id|words]]` links to records. */
function withRecordLinks(words: string): Inline[] {
  const pieces: Inline[] = []
  let last = 0
  for (const match of words.matchAll(recordLink)) {
    if (match.index > last) pieces.push({ kind: 'text', text: words.slice(last, match.index) })
    pieces.push({ kind: 'recordLink', id: match[1] ?? '', text: match[2] ?? match[1] ?? '' })
    last = match.index + match[0].length
  }
  if (last < words.length) pieces.push({ kind: 'text', text: words.slice(last) })
  return pieces
}

/** Soft line breaks and runs of blanks are one blank on paper. */
const flowing = (words: string) => words.replace(/[ \t]*\n[ \t]*/g, ' ')

/** Deeper nesting than any minutes have is read as plain text: the setter of the paper has a bottom. */
const deepest = 8

function inlineOf(tokens: readonly Token[] | undefined, depth = 0): Inline[] {
  return joinText((tokens ?? []).flatMap((token) => inlineToken(token, depth)))
}

function inlineToken(token: Token, depth: number): Inline[] {
  if (depth > deepest && token.type !== 'br') return [{ kind: 'text', text: flowing(token.raw) }]
  const children = () => inlineOf('tokens' in token ? token.tokens : undefined, depth + 1)
  switch (token.type) {
    case 'strong':
      return [{ kind: 'strong', children: children() }]
    case 'em':
      return [{ kind: 'emph', children: children() }]
    case 'del':
      return [{ kind: 'strike', children: children() }]
    case 'underline':
      return [{ kind: 'underline', children: children() }]
    case 'codespan':
      return [{ kind: 'code', text: (token as Tokens.Codespan).text }]
    case 'br':
      return [{ kind: 'lineBreak' }]
    case 'link':
      return [{ kind: 'link', href: (token as Tokens.Link).href, children: children() }]
    case 'checkbox':
      return [{ kind: 'text', text: (token as Tokens.Checkbox).checked ? '☑ ' : '☐ ' }]
    case 'escape':
      return [{ kind: 'text', text: (token as Tokens.Escape).text }]
    case 'text':
      return (token as Tokens.Text).tokens
        ? children()
        : [{ kind: 'text', text: flowing(decodeHTMLStrict((token as Tokens.Text).text)) }]
    default:
      return [{ kind: 'text', text: flowing(token.raw) }]
  }
}

/** Text that marked cut at escapes grows together, so that record links inside it are found. */
function joinText(pieces: Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (piece.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { kind: 'text', text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined.flatMap((piece) => (piece.kind === 'text' ? withRecordLinks(piece.text) : [piece]))
}

/** Share of the width a column gets: by its longest cell, but neither a sliver nor everything. */
function widths(table: Tokens.Table): number[] {
  return table.header.map((head, column) => {
    const cells = [head, ...table.rows.map((row) => row[column])]
    const longest = Math.max(...cells.map((cell) => plainText(inlineOf(cell?.tokens)).length))
    return Math.round(Math.sqrt(Math.min(Math.max(longest, 4), 150)) * 10) / 10
  })
}

function tableOf(table: Tokens.Table): DocumentBlock {
  const shares = widths(table)
  return {
    kind: 'table',
    columns: table.header.map((cell, column) => ({
      head: inlineOf(cell.tokens),
      width: shares[column] ?? 1,
      align: cell.align ?? 'left',
    })),
    rows: table.rows.map((row) => table.header.map((_, column) => inlineOf(row[column]?.tokens))),
  }
}

/** How paragraphs look: `running` (first line in) in the text itself, `plain` inside lists and cells. */
type ParagraphStyle = 'running' | 'plain'

function blockToken(token: Token, style: ParagraphStyle, depth: number): DocumentBlock[] {
  if (depth > deepest) return [{ kind: 'paragraph', style, inline: text(flowing(token.raw)) }]
  switch (token.type) {
    case 'space':
      return []
    case 'heading': {
      const level = Math.min((token as Tokens.Heading).depth, 4) as 1 | 2 | 3 | 4
      return [{ kind: 'heading', level, inline: inlineOf(token.tokens) }]
    }
    case 'list': {
      const list = token as Tokens.List
      const start = list.ordered && list.start !== '' && list.start !== 1 ? { start: list.start } : {}
      const items = list.items.map((item) => blocksOf(item.tokens, 'plain', depth + 1))
      return [{ kind: 'list', ordered: list.ordered, ...start, items }]
    }
    case 'table':
      return [tableOf(token as Tokens.Table)]
    case 'blockquote':
      return [{ kind: 'quote', children: blocksOf((token as Tokens.Blockquote).tokens, 'plain', depth + 1) }]
    case 'code':
      return [{ kind: 'codeBlock', text: (token as Tokens.Code).text }]
    case 'hr':
      return [{ kind: 'rule' }]
    default: {
      const inline = inlineToken({ ...token, type: 'text' } as Token, 0)
      return inline.length > 0 ? [{ kind: 'paragraph', style, inline }] : []
    }
  }
}

function blocksOf(tokens: readonly Token[], style: ParagraphStyle, depth = 0): DocumentBlock[] {
  const blocks: DocumentBlock[] = []
  let open: Inline[] = []
  const close = () => {
    if (open.length > 0) blocks.push({ kind: 'paragraph', style, inline: open })
    open = []
  }
  for (const token of tokens) {
    // A checkbox of a task list and the words after it are one line.
    if (token.type === 'checkbox') open.push(...inlineToken(token, 0))
    else if (open.length > 0 && (token.type === 'text' || token.type === 'paragraph')) {
      open.push(...inlineToken({ ...token, type: 'text' } as Token, 0))
      close()
    } else {
      close()
      blocks.push(...blockToken(token, style, depth))
    }
  }
  close()
  return blocks
}

/** Markdown of minutes or notes as blocks of a document. Headings keep their depth (at most 4). */
export function markdownBlocks(markdown: string): DocumentBlock[] {
  return blocksOf(safeTokens(markdown), 'running')
}

function flatten(block: DocumentBlock, prefix = ''): Inline[][] {
  const lead: Inline[] = prefix ? [{ kind: 'text', text: prefix }] : []
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [[...lead, ...block.inline]]
    case 'list':
      return block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${(block.start ?? 1) + index}. ` : '– '
        return item.flatMap((child, nth) => flatten(child, nth === 0 ? mark : ''))
      })
    case 'quote':
      return block.children.flatMap((child) => flatten(child, prefix))
    case 'table':
      return [block.columns.map((column) => column.head), ...block.rows].map((row) =>
        row.flatMap((cell, index) =>
          index === 0 ? cell : [{ kind: 'text' as const, text: ' · ' }, ...cell],
        ),
      )
    case 'codeBlock':
      return block.text.split('\n').map((line) => [{ kind: 'code' as const, text: line }])
    default:
      return []
  }
}

/** Markdown as one line with line breaks, for table cells. */
export function markdownInline(markdown: string): Inline[] {
  return markdownBlocks(markdown)
    .flatMap((block) => flatten(block))
    .flatMap((line, index) => (index === 0 ? line : [{ kind: 'lineBreak' as const }, ...line]))
}
