import type { EditorView } from '@tiptap/pm/view'

/**
 * Takes over where the cursor and the selection are on the page. To be called before the program draws something by itself
 * (marks, others' words): the browser moves the cursor at once but tells of it a moment later, and what is drawn in between
 * would put it back, so that the next words would stand where nobody meant them.
 */
export function readCursor(view: EditorView): void {
  // The editor has no public way to ask for it.
  ;(view as unknown as { domObserver: { flush(): void } }).domObserver.flush()
}
