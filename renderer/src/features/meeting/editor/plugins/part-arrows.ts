import type { ResolvedPos } from '@tiptap/pm/model'
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

type Direction = -1 | 1
const directions: Record<string, Direction> = { ArrowUp: -1, ArrowDown: 1 }

/** Whether the cursor stands in the first (up) or last (down) line of its block. */
function onEdge(view: EditorView, $head: ResolvedPos, direction: Direction): boolean {
  const here = view.coordsAtPos($head.pos)
  const edge = view.coordsAtPos(direction < 0 ? $head.start() : $head.end())
  return direction < 0 ? here.top < edge.bottom : here.bottom > edge.top
}

/** The nearest place for a cursor beyond the top-level node of another one; what is folded is passed over. */
function beyond(view: EditorView, $head: ResolvedPos, direction: Direction): Selection | undefined {
  const { doc } = view.state
  const next = $head.index(0) + direction
  for (let index = next; index >= 0 && index < doc.childCount; index += direction) {
    const pos = $head.posAtIndex(index, 0)
    const dom = view.nodeDOM(pos)
    if (!(dom instanceof HTMLElement) || dom.getClientRects().length === 0) continue
    // Between two parts there is a cursor of its own.
    if (index === next && doc.child(index).attrs.fields !== undefined) return undefined
    const edge = direction < 0 ? pos + doc.child(index).nodeSize : pos
    return Selection.findFrom(doc.resolve(edge), direction, true) ?? undefined
  }
  return undefined
}

/** The place in the line of `near` that stands at `x`, where that line is on the screen. */
function inLine(view: EditorView, near: Selection, x: number): number | undefined {
  const { top, bottom } = view.coordsAtPos(near.head)
  const dom = view.nodeDOM(near.$head.before(1))
  if (!(dom instanceof HTMLElement)) return undefined
  const box = dom.getBoundingClientRect()
  const left = Math.min(Math.max(x, box.left + 1), box.right - 1)
  const found = view.posAtCoords({ left, top: (top + bottom) / 2 })
  if (!found) return undefined
  const $found = view.state.doc.resolve(found.pos)
  return $found.parent.inlineContent && $found.index(0) === near.$head.index(0) ? found.pos : undefined
}

function go(view: EditorView, head: number, extend: boolean): void {
  const { doc, selection, tr } = view.state
  view.dispatch(
    tr.setSelection(TextSelection.create(doc, extend ? selection.anchor : head, head)).scrollIntoView(),
  )
}

/**
 * Arrow Up and Down out of a decision, action item or heading. Number, badge and fields beside the text, which cannot be written
 * in, keep the browser in the line (up from the first column of a heading) or make it pass over one (down from a decision).
 */
export function partArrowsPlugin(): Plugin {
  /** Where the cursor stood across when the first of several arrows was pressed. */
  let column: number | undefined
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousedown() {
          column = undefined
          return false
        },
      },
      handleKeyDown(view, event) {
        const direction = directions[event.key]
        const { selection } = view.state
        if (!direction || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
          if (event.key !== 'Shift') column = undefined
          return false
        }
        if (!(selection instanceof TextSelection)) return false
        const { $head, empty } = selection
        column ??= view.coordsAtPos($head.pos).left
        if ($head.depth !== 1 || $head.parent.attrs.fields === undefined) return false
        if ((!empty && !event.shiftKey) || !onEdge(view, $head, direction)) return false
        const near = beyond(view, $head, direction)
        if (!near) return false
        const found = inLine(view, near, column)
        go(view, found ?? near.head, event.shiftKey)
        // A line that was not on the screen is now.
        const shown = found ?? inLine(view, near, column)
        if (shown !== undefined && shown !== found) go(view, shown, event.shiftKey)
        return true
      },
    },
  })
}
