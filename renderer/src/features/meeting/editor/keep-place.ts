import type { Node } from '@tiptap/pm/model'
import { AllSelection, NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { sizeOf } from './commands/top-node'

/** A line of text inside a block: where it stands in the document, and its signs, one for each position it holds. */
interface Line {
  start: number
  signs: string
}

/** The signs of a textblock; what is no text (a break, an image) counts as one. */
function signsOf(node: Node): string {
  let signs = ''
  node.forEach((child) => {
    signs += child.isText ? (child.text ?? '') : '\uFFFC'.repeat(child.nodeSize)
  })
  return signs
}

/** All textblocks of some top-level nodes that stand side by side from `start` on. */
function linesOf(nodes: readonly Node[], start: number): Line[] {
  const lines: Line[] = []
  let place = start
  for (const node of nodes) {
    const top = place
    if (node.isTextblock) lines.push({ start: top + 1, signs: signsOf(node) })
    else
      node.descendants((child, pos) => {
        if (child.isTextblock) lines.push({ start: top + 1 + pos + 1, signs: signsOf(child) })
        return !child.isTextblock
      })
    place += node.nodeSize
  }
  return lines
}

const wordSign = /[\p{L}\p{N}]/u

function insideWord(text: string, offset: number): boolean {
  return wordSign.test(text[offset - 1] ?? ' ') && wordSign.test(text[offset] ?? ' ')
}

/**
 * Where a place in one text is in another that grew out of it. It keeps its distance from the beginning or the end that both
 * have in common; between them it stands behind what is new there, and never in the middle of a word that came from elsewhere.
 */
export function followedOffset(before: string, after: string, offset: number): number {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  if (offset < head) return offset
  if (offset > before.length - tail) return after.length - (before.length - offset)
  let place = offset === head ? head : after.length - tail
  if (before !== after) while (insideWord(after, place)) place += 1
  return place
}

/** The top-level nodes that make one block: those around `index` with the same part id. Out: the first and behind the last. */
function blockAround(nodes: readonly Node[], index: number): [from: number, to: number] {
  const id: unknown = nodes[index]?.attrs.partId
  let from = index
  let to = index + 1
  if (typeof id !== 'string') return [from, to]
  while (nodes[from - 1]?.attrs.partId === id) from -= 1
  while (nodes[to]?.attrs.partId === id) to += 1
  return [from, to]
}

/** The same place in another list of nodes, found by part and text. Out: undefined when the part is not there any more. */
function followed(before: Node, after: readonly Node[], place: number): number | undefined {
  const index = before.resolve(place).index(0)
  const node = before.maybeChild(index)
  if (!node) return undefined
  const same = after.indexOf(node)
  if (same >= 0) return sizeOf(after.slice(0, same)) + place - sizeOf(before.children.slice(0, index))
  const id: unknown = node.attrs.partId
  const first = typeof id === 'string' ? after.findIndex((other) => other.attrs.partId === id) : -1
  if (first < 0) return undefined
  const [from, to] = blockAround(before.children, index)
  const old = linesOf(before.children.slice(from, to), sizeOf(before.children.slice(0, from)))
  const now = linesOf(after.slice(...blockAround(after, first)), sizeOf(after.slice(0, first)))
  // Lines are joined by one sign, as the place before and the place behind a line are two.
  let offset = 0
  for (const line of old) {
    if (place <= line.start + line.signs.length) {
      offset += Math.max(0, place - line.start)
      break
    }
    offset += line.signs.length + 1
  }
  const whole = (lines: Line[]) => lines.map(({ signs }) => signs).join('\n')
  let left = followedOffset(whole(old), whole(now), Math.min(offset, whole(old).length))
  for (const line of now) {
    if (left <= line.signs.length) return line.start + left
    left -= line.signs.length + 1
  }
  return undefined
}

/**
 * Leaves the cursor where it was in the words, although their nodes were replaced. In: a transaction that has turned its document's
 * nodes into `after`, with the selection from before it. A part that is gone leaves the cursor at the edge of its neighbour.
 */
export function keepPlace(tr: Transaction, selection: Selection, after: readonly Node[]): void {
  const { anchor, head } = selection
  const touched = [anchor, head].some((place) => tr.mapping.mapResult(place).deleted)
  if (!touched || selection instanceof AllSelection) return
  const [from, to] = [anchor, head].map((place) => followed(tr.before, after, place))
  if (to === undefined) return
  if (selection instanceof NodeSelection && tr.doc.nodeAt(to)?.type === selection.node.type) {
    tr.setSelection(NodeSelection.create(tr.doc, to))
  } else if (selection instanceof TextSelection && from !== undefined) {
    tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)))
  } else tr.setSelection(Selection.near(tr.doc.resolve(to)))
}
