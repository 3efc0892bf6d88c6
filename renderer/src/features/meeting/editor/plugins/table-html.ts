/** No table of minutes is larger; what claims to span more does not make it so. */
const longestSpan = 100

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number(cell.getAttribute(name) ?? 1)
  cell.removeAttribute(name)
  return Number.isInteger(span) && span > 1 ? Math.min(span, longestSpan) : 1
}

/**
 * Tables as minutes can keep them: the first row is the header, and a cell that spans others has empty ones in their places.
 */
export function plainTables(root: Document): void {
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
    if (table.querySelector('th')) continue
    for (const cell of [...(rows[0]?.cells ?? [])]) {
      const header = root.createElement('th')
      header.append(...cell.childNodes)
      cell.replaceWith(header)
    }
  }
}
