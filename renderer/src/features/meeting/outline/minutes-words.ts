import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { countWords } from '../../../../../shared/text/find'
import { isOwnNote } from '../editor/schema/own-note'

const counted = new WeakMap<Node, number>()

function countIn(block: Node, from: number, to: number): number {
  const whole = from <= 0 && to >= block.content.size
  const known = whole ? counted.get(block) : undefined
  if (known !== undefined) return known
  const text = block.textBetween(Math.max(0, from), Math.min(block.content.size, to), undefined, ' ')
  const count = countWords(text)
  if (whole) counted.set(block, count)
  return count
}

function wordsBetween(doc: Node, from: number, to: number): number {
  let sum = 0
  doc.nodesBetween(from, to, (node, pos) => {
    if (isOwnNote(node)) return false
    if (!node.isTextblock) return true
    sum += countIn(node, from - pos - 1, to - pos - 1)
    return false
  })
  return sum
}

/**
 * How many words the minutes have, and how many of these are selected. The secretary's own notes, which no export contains,
 * are in neither number: what is selected is told as a part of the whole.
 */
export function minutesWords({ doc, selection: { from, to, empty } }: EditorState): {
  all: number
  chosen: number
} {
  return { all: wordsBetween(doc, 0, doc.content.size), chosen: empty ? 0 : wordsBetween(doc, from, to) }
}
