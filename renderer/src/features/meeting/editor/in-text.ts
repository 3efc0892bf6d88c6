import type { ChainedCommands, Editor } from '@tiptap/core'

/**
 * Gives the text the focus at once, and begins a change of it. The chain's own `focus` comes with the next frame, and letters
 * typed before it would go elsewhere.
 */
export function inText(editor: Editor): ChainedCommands {
  editor.view.focus()
  return editor.chain()
}
