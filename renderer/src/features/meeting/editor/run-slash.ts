import type { Editor } from '@tiptap/core'
import { toggleOwnNote } from './commands/own-note'
import { turnInto } from './commands/turn-into'
import type { SlashId } from './plugins/slash'

/** Makes what was chosen of the paragraph being written. */
export function runSlash(editor: Editor, id: SlashId): void {
  const chain = editor.chain().focus()
  switch (id) {
    case 'table':
      chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
      return
    case 'bullets':
      chain.toggleBulletList().run()
      return
    case 'numbers':
      chain.toggleOrderedList().run()
      return
    case 'quote':
      chain.toggleBlockquote().run()
      return
    case 'ownNote':
      toggleOwnNote(editor.state, editor.view.dispatch)
      editor.view.focus()
      return
    default:
      turnInto(id)(editor.state, editor.view.dispatch)
      editor.view.focus()
  }
}
