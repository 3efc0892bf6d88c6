import { styled } from './styles'

/** No table of minutes is larger; what claims to span more does not make it so. */
const longestSpan = 100

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number(cell.getAttribute(name) ?? 1)
  cell.removeAttribute(name)
  return Number.isInteger(span) && span > 1 ? Math.min(span, longestSpan) : 1
}

/** Columns that a spreadsheet hides: the cells are there, but nobody sees them. */
function hiddenColumns(table: HTMLTableElement): number[] {
  const columns = [...table.querySelectorAll('col')].filter((column) => column.closest('table') === table)
  const shown = columns.flatMap((column) => {
    const span = Math.min(Math.max(1, Number(column.getAttribute('span') ?? 1)), longestSpan)
    return Array.from({ length: span }, () => !styled(column, /(?:^|;)\s*display\s*:\s*none/i))
  })
  return shown.flatMap((isShown, n) => (isShown ? [] : [n])).reverse()
}

/** Tables in which a cell that spans others has empty ones in their places, and none stands in a hidden column. */
export function evenCells(root: Document): void {
  for (const table of root.querySelectorAll('table')) {
    const rows = [...table.rows]
    for (const [index, row] of rows.entries()) {
      for (const cell of [...row.cells]) {
        const columns = spanOf(cell, 'colspan')
        const below = rows.slice(index + 1, index + spanOf(cell, 'rowspan'))
        const empty = () => root.createElement(cell.tagName)
        for (const other of below) {
          const next = other.cells.item(cell.cellIndex)
          for (let n = 0; n < columns; n += 1) other.insertBefore(empty(), next)
        }
        for (let n = 1; n < columns; n += 1) cell.after(empty())
      }
    }
    for (const column of hiddenColumns(table)) for (const row of rows) row.cells.item(column)?.remove()
  }
}

function as(cell: Element, name: 'th' | 'td'): void {
  if (cell.localName === name) return
  const other = cell.ownerDocument.createElement(name)
  other.append(...cell.childNodes)
  cell.replaceWith(other)
}

/** Tables as minutes can keep them: the first row is the header, and all rows are as long. */
export function plainTables(root: ParentNode): void {
  for (const table of root.querySelectorAll('table')) {
    const rows = [...table.rows]
    const width = Math.max(0, ...rows.map((row) => row.cells.length))
    for (const row of rows)
      while (row.cells.length < width) row.append(table.ownerDocument.createElement('td'))
    for (const [n, row] of rows.entries()) for (const cell of [...row.cells]) as(cell, n === 0 ? 'th' : 'td')
  }
}
