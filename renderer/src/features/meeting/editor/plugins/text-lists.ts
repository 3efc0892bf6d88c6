import { bulletSign } from './plain-blocks'
import { ListStack } from './word-lists'

/** A line that somebody wrote as an item of a list. */
interface ItemLine {
  element: Element
  indent: number
  /** Length of what stands before the words. */
  sign: number
  /** Its number, where it has one. */
  number: number | undefined
  /** Whether the sign alone makes it an item; a dash or a number may begin a sentence. */
  sure: boolean
}

const dash = /^\s*(?:[-–*]|o(?=\t))\s+/
const number = /^\s*\(?(\d{1,3})[.)]\s+/

function itemLine(element: Element, indent: number | undefined): ItemLine | undefined {
  if (element.localName !== 'p') return undefined
  const words = element.textContent
  const sign = bulletSign.exec(words)
  if (sign) return { element, indent: indent ?? 0, sign: sign[0].length, number: undefined, sure: true }
  if (indent === undefined) return undefined
  const counted = number.exec(words)
  const found = counted ?? dash.exec(words)
  const value = counted ? Number(counted[1]) : undefined
  return found ? { element, indent, sign: found[0].length, number: value, sure: false } : undefined
}

/** Whether another line beside this one makes it an item: the next number, another dash. */
function isBacked(line: ItemLine, others: readonly ItemLine[]): boolean {
  if (line.sure) return true
  return others.some((other) => {
    if (other === line) return false
    if (line.number === undefined) return other.number === undefined || other.indent < line.indent
    return other.indent === line.indent && Math.abs((other.number ?? Number.NaN) - line.number) === 1
  })
}

/** Takes the first letters of an element out. */
function cutStart(element: Element, length: number): void {
  const texts = element.ownerDocument.createTreeWalker(element, 4)
  for (let left = length; left > 0;) {
    const text = texts.nextNode() as Text | null
    if (!text) return
    const cut = Math.min(left, text.data.length)
    text.data = text.data.slice(cut)
    left -= cut
  }
  const next = texts.currentNode as Text
  next.data = next.data.trimStart()
}

/**
 * Makes lists of paragraphs that begin with the signs of lists. In: what holds them; how far in each stands, where they are
 * lines of a plain text: only there dashes and numbers are signs, if more than one line has them.
 */
export function textLists(holder: Element, indents?: ReadonlyMap<Element, number>): void {
  const stack = new ListStack()
  let run: ItemLine[] = []
  const finish = () => {
    const items = run.filter((line, _n, all) => isBacked(line, all))
    for (const { element, indent, sign, number: value } of items) {
      cutStart(element, sign)
      stack.put(element, element, indent + 1, value === undefined ? undefined : [value])
    }
    run = []
  }
  for (const element of [...holder.children]) {
    const line = itemLine(element, indents ? (indents.get(element) ?? 0) : undefined)
    if (line) run.push(line)
    else finish()
  }
  finish()
}
