import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useSyncExternalStore, type KeyboardEvent } from 'react'
import { continueBehind } from '../commands/part-keys'
import { withFields } from '../commands/with-fields'
import type { PartEntry } from './part-registry'

export interface PartProps {
  entry: PartEntry
  editor: Editor
}

/** What the fields of a part need from its place in the document. */
export interface Part<F> {
  fields: F
  editor: Editor
  /**
   * Changes some fields as they are by then, which may be later than they were drawn; one undoable step, or with `further`
   * part of the one before.
   */
  set: (patch: Partial<F> | ((now: F) => Partial<F>), further?: boolean) => void
  /** Keys that all fields share; put on the element around them. */
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** Visible fields of a part, in the order of Tab. */
function fieldsOf(container: Element): HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>('input, select, textarea, button')].filter(
    (element) => element.tabIndex >= 0 && !element.hasAttribute('disabled') && element.offsetParent !== null,
  )
}

/**
 * A decision, action item or heading in the document, seen from its fields. Enter in a field goes on writing below, Esc goes back
 * into the text, and Tab leaves the last field into the paragraph below.
 */
export function usePart<F>({ entry, editor }: PartProps): Part<F> {
  const fields = useSyncExternalStore(entry.subscribe, entry.current).fields as F
  const place = () => entry.getPos() ?? 0
  const toText = () => {
    const { view, state } = editor
    const node = state.doc.nodeAt(place())
    if (!node) return
    const end = TextSelection.near(state.doc.resolve(place() + 1 + node.content.size), -1)
    view.dispatch(state.tr.setSelection(end).scrollIntoView())
    view.focus()
  }
  const below = () => {
    const { view } = editor
    continueBehind(place())(view.state, view.dispatch)
    view.focus()
  }
  return {
    fields,
    editor,
    set: (patch, further = false) => {
      // A record that was made for a field may come when the part or the page is gone.
      const at = entry.getPos()
      if (at === undefined || editor.isDestroyed) return
      const now = entry.current().fields as F
      const changes = typeof patch === 'function' ? patch(now) : patch
      editor.view.dispatch(withFields(editor.state.tr, at, { ...now, ...changes }, further))
    },
    onKeyDown: (event) => {
      if (event.defaultPrevented || event.nativeEvent.isComposing) return
      const target = event.target as HTMLElement
      // An open list of a picker takes Enter and Esc for itself.
      const listed = target.getAttribute('aria-expanded') === 'true' && target.tagName === 'INPUT'
      if (listed && event.key !== 'Tab') return
      const multiline = target.tagName === 'TEXTAREA' && !event.ctrlKey
      if (event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
        toText()
      } else if (event.key === 'Enter' && !multiline && target.tagName !== 'BUTTON') {
        event.preventDefault()
        below()
      } else if (event.key === 'Tab') {
        const all = fieldsOf(event.currentTarget)
        const leaving = event.shiftKey ? all[0] === target : all.at(-1) === target
        if (!leaving) return
        event.preventDefault()
        if (event.shiftKey) toText()
        else below()
      }
    },
  }
}
