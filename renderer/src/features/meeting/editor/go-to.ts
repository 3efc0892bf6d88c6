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

/** Shows a block and marks it for a moment: what a search or a link led to. */
export function showSpot(editor: Editor, id: string): boolean {
  if (!goTo(editor, id)) return false
  const top = topById(editor.state.doc, id)
  const dom = top && editor.view.nodeDOM(top.pos)
  if (!(dom instanceof HTMLElement)) return false
  // An animation of its own: a class on the element would be undone by the editor's next drawing.
  dom.animate([{ backgroundColor: 'var(--tt-mark)' }, { backgroundColor: 'transparent' }], {
    duration: markedFor,
    easing: 'ease-in',
  })
  return true
}
