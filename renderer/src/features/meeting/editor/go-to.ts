import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { topById } from './commands/top-node'

/** How long (ms) a spot that was jumped to stays marked. */
const markedFor = 2_000

function scrollTo(element: HTMLElement): void {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
}

/** Puts the cursor at the end of a block or heading and shows it; an empty id means the beginning. Out: whether it exists. */
export function goTo(editor: Editor, id: string): boolean {
  const { view, state } = editor
  const top = id === '' ? undefined : topById(state.doc, id)
  if (id !== '' && !top) return false
  const end = top ? top.pos + top.node.nodeSize - 1 : 1
  view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(end), -1)))
  const dom = view.nodeDOM(top?.pos ?? 0)
  view.focus()
  if (dom instanceof HTMLElement) scrollTo(dom)
  return true
}

/** How long (ms) the minutes may still grow after opening: the fields of parts come when they are near. */
const settling = 1_500

/** Keeps a block in the middle at once and while what stands above it still grows; any sign of the user ends it. */
function holdInView(minutes: HTMLElement, element: HTMLElement): void {
  const show = () => element.scrollIntoView({ block: 'center', behavior: 'instant' })
  const watch = new ResizeObserver(show)
  const signs = ['wheel', 'keydown', 'pointerdown'] as const
  const end = () => {
    watch.disconnect()
    clearTimeout(timer)
    for (const sign of signs) window.removeEventListener(sign, end, true)
  }
  const timer = setTimeout(end, settling)
  for (const sign of signs) window.addEventListener(sign, end, true)
  show()
  watch.observe(minutes)
}

/** Shows a block and marks it for a moment: what a search or a link led to. */
export function showSpot(editor: Editor, id: string): boolean {
  if (!goTo(editor, id)) return false
  const top = topById(editor.state.doc, id)
  const dom = top && editor.view.nodeDOM(top.pos)
  if (!(dom instanceof HTMLElement)) return false
  holdInView(editor.view.dom, dom)
  // An animation of its own: a class on the element would be undone by the editor's next drawing.
  dom.animate([{ backgroundColor: 'var(--tt-mark)' }, { backgroundColor: 'transparent' }], {
    duration: markedFor,
    easing: 'ease-in',
  })
  return true
}
