import { markdownTable } from '../markdown-writer'
import { MirrorFault } from './fault'
import type { Found, Line } from './sections'

/** A row of a table: its cells by the head of their column, and the id that stands in it as a remark. */
export interface TableRow {
  id?: string
  cells: Map<string, Found>
  line: number
}

const rowId = /(?<!\\)<!-- ((?:attendance|member)_[0-9a-f-]{36}) -->/

/** Writes rows as a table; columns that no row fills are left out, the first never. The ids follow as remarks. */
export function showTable(
  columns: readonly string[],
  rows: readonly { id: string; cells: ReadonlyMap<string, string> }[],
): string {
  const shown = columns.filter((head, index) => index === 0 || rows.some(({ cells }) => cells.get(head)))
  const lines = rows.map(({ id, cells }) =>
    shown.map((head, index) => {
      const words = cells.get(head) ?? ''
      return index < shown.length - 1 ? words : [words, `<!-- ${id} -->`].filter(Boolean).join(' ')
    }),
  )
  return markdownTable(shown, lines)
}

function cellsOf(line: string): string[] {
  const cells: string[] = []
  let cell = ''
  const inner = line.trim().replace(/^\|/, '')
  for (let at = 0; at < inner.length; at += 1) {
    const sign = inner[at] ?? ''
    if (sign === '\\') cell += sign + (inner[(at += 1)] ?? '')
    else if (sign === '|') {
      cells.push(cell.trim())
      cell = ''
    } else cell += sign
  }
  return cell.trim() ? [...cells, cell.trim()] : cells
}

/**
 * Reads a table. In: lines with nothing but a table in them, the heads it may have.
 * Errors: `unreadable-line` for what is no row, `unknown-word` for an unknown head.
 */
export function readTable(lines: readonly Line[], columns: readonly string[]): TableRow[] {
  const rows = lines.filter(({ text }) => text.trim() !== '')
  for (const { text, line } of rows) {
    if (!text.trim().startsWith('|')) throw new MirrorFault('unreadable-line', line, text.trim())
  }
  const [head, , ...body] = rows
  if (!head) return []
  const heads = cellsOf(head.text)
  for (const word of heads) {
    if (!columns.includes(word)) throw new MirrorFault('unknown-word', head.line, word)
  }
  return body.map(({ text, line }) => {
    const id = rowId.exec(text)?.[1]
    const cells = cellsOf(text.replace(rowId, ''))
    return {
      ...(id ? { id } : {}),
      line,
      cells: new Map(heads.map((word, index) => [word, { text: cells[index] ?? '', line }])),
    }
  })
}
