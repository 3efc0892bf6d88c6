import type { JSONContent } from '@tiptap/core'

type Mark = NonNullable<JSONContent['marks']>[number]

/** One character (or inline node) with its marks. */
interface Cell {
  char: string
  marks: Mark[]
  node?: JSONContent
}

/** Marks that are written as signs around the words. */
export const emphases = ['bold', 'italic', 'strike']
const isBlank = (cell: Cell | undefined) => !cell || cell.node !== undefined || /\s/u.test(cell.char)
const isSign = (cell: Cell | undefined) => cell !== undefined && /[\p{P}\p{S}]/u.test(cell.char)
const isWord = (cell: Cell | undefined) => !isBlank(cell) && !isSign(cell)
const has = (cell: Cell | undefined, type: string) => cell?.marks.some((mark) => mark.type === type) ?? false

function cellsOf(content: JSONContent[]): Cell[] {
  return content.flatMap((node) =>
    node.type === 'text'
      ? [...(node.text ?? '')].map((char) => ({ char, marks: [...(node.marks ?? [])] }))
      : [{ char: '', marks: [...(node.marks ?? [])], node }],
  )
}

function contentOf(cells: readonly Cell[]): JSONContent[] {
  const content: JSONContent[] = []
  for (const cell of cells) {
    const last = content.at(-1)
    if (cell.node) content.push(cell.node)
    else if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(cell.marks)) {
      last.text = `${last.text ?? ''}${cell.char}`
    } else
      content.push({ type: 'text', text: cell.char, ...(cell.marks.length > 0 ? { marks: cell.marks } : {}) })
  }
  return content
}

/** Takes a mark off the ends of one run where its sign could not open or close there (CommonMark 0.31 §6.2). */
function fitRun(cells: Cell[], type: string, from: number, to: number): void {
  const drop = (index: number) => {
    const cell = cells[index]
    if (cell) cell.marks = cell.marks.filter((mark) => mark.type !== type)
  }
  let start = from
  let end = to
  while (start < end && (isBlank(cells[start]) || (isSign(cells[start]) && isWord(cells[start - 1]))))
    drop(start++)
  while (end > start && (isBlank(cells[end - 1]) || (isSign(cells[end - 1]) && isWord(cells[end]))))
    drop(--end)
}

/** Inline content whose emphasis can be written as Markdown: blanks and signs at the ends of a run may lose it. */
export function fitEmphasis(content: JSONContent[]): JSONContent[] {
  const cells = cellsOf(content)
  for (const type of emphases) {
    let from = 0
    while (from < cells.length) {
      if (!has(cells[from], type)) {
        from += 1
        continue
      }
      let to = from
      while (to < cells.length && has(cells[to], type)) to += 1
      fitRun(cells, type, from, to)
      from = to
    }
  }
  return contentOf(cells)
}

/** Inline content without some kinds of marks, or without any. */
export function withoutMarks(content: JSONContent[], types?: readonly string[]): JSONContent[] {
  const cells = cellsOf(content)
  for (const cell of cells) cell.marks = types ? cell.marks.filter((mark) => !types.includes(mark.type)) : []
  return contentOf(cells)
}

/** Whether any of the content is emphasised or linked. */
export function hasMarks(content: JSONContent[]): boolean {
  return content.some((node) => (node.marks?.length ?? 0) > 0)
}
