import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { useCommands } from '../../../api/commands'
import { notifyError } from '../../../ui/notify'
import { usePage } from '../session/use-session'
import { moveBlock } from './commands/move-block'
import { toggleOwnNote } from './commands/own-note'
import { turnInto, turnIntoText } from './commands/turn-into'
import { toggleFold } from './plugins/fold'

/** What the commands of writing do in this editor. From elsewhere on the page the first key only leads into the text. */
export function useWritingCommands(editor: Editor): void {
  const { session } = usePage()
  const run = (command: Command) => () => {
    const { view } = editor
    if (!view.hasFocus()) {
      // At once, and not with the next frame: the next key is meant for the text already.
      view.focus()
      view.dispatch(view.state.tr.scrollIntoView())
      return
    }
    command(view.state, view.dispatch)
  }
  useCommands({
    'write.decision': run(turnInto('decision')),
    'write.action': run(turnInto('action')),
    'write.item': run(turnInto('item')),
    'write.session': run(turnInto('session')),
    'write.ownNote': run(toggleOwnNote),
    'write.text': run(turnIntoText),
    'write.up': run(moveBlock(-1)),
    'write.down': run(moveBlock(1)),
    // Outside of text fields too: what was done before this meeting was opened is not taken back from here.
    'edit.undo': () => {
      if (document.activeElement?.closest('#meeting-roll')) {
        if (!session.undoAttendance()) notifyError({ code: 'nothing-to-undo' })
      } else if (editor.commands.undo()) editor.view.focus()
      else notifyError({ code: 'nothing-to-undo' })
    },
    'write.fold': () => {
      const tr = toggleFold(editor.state)
      if (tr) editor.view.dispatch(tr)
    },
  })
}
