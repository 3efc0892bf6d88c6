import { Extension, type Editor, type Extensions } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import { Plugin, type Command } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { moveBlock } from './commands/move-block'
import { leaveByBackspace, leaveByEnter } from './commands/part-keys'
import { currentTop } from './commands/top-node'
import { currentKind, turnInto, turnIntoText } from './commands/turn-into'
import { editorKeys } from './editor-keys'
import { partIdsPlugin } from './plugins/part-ids'
import { pastePlugin } from './plugins/paste'
import { slashPlugin } from './plugins/slash'
import { runSlash } from './run-slash'
import { Action, AgendaHeading, Decision, MeetingDocument, PartIds } from './schema/parts'
import { textExtensions } from './schema/text-extensions'
import { ActionView } from './views/action-view'
import { DecisionView } from './views/decision-view'
import { HeadingView } from './views/heading-view'

/** Tab in the text of a part goes to its first field; hidden fields open. */
function toFirstField(editor: Editor): boolean {
  const top = currentTop(editor.state)
  if (!top || currentKind(editor.state) === undefined) return false
  const dom = editor.view.nodeDOM(top.pos)
  if (!(dom instanceof HTMLElement)) return false
  const fields = '[class*="fields" i] :is(input, select, textarea)'
  const focus = () => {
    const field = dom.querySelector<HTMLElement>(fields)
    field?.focus()
    return field !== null
  }
  if (focus()) return true
  dom.querySelector<HTMLButtonElement>('button[aria-expanded="false"]')?.click()
  requestAnimationFrame(focus)
  return true
}

const PartKeys = Extension.create({
  name: 'partKeys',
  priority: 1_000,
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    return {
      [editorKeys.decision]: run(turnInto('decision')),
      [editorKeys.action]: run(turnInto('action')),
      [editorKeys.item]: run(turnInto('item')),
      [editorKeys.session]: run(turnInto('session')),
      [editorKeys.paragraph]: run(turnIntoText),
      [editorKeys.up]: run(moveBlock(-1)),
      [editorKeys.down]: run(moveBlock(1)),
      Enter: run(leaveByEnter),
      Backspace: run(leaveByBackspace),
      Tab: () => toFirstField(this.editor),
    }
  },
})

/** Says in the empty line that is being written what a slash does. */
function hintPlugin(hint: string): Plugin {
  return new Plugin({
    props: {
      decorations: (state) => {
        const { $from, empty } = state.selection
        const { parent } = $from
        if (!empty || $from.depth !== 1 || parent.type.name !== 'paragraph' || parent.content.size > 0)
          return null
        const attrs = { class: 'tt-hint', 'data-hint': hint }
        return DecorationSet.create(state.doc, [Decoration.node($from.before(), $from.after(), attrs)])
      },
    },
  })
}

/** Shift+Enter in a heading goes on below: a heading is one line. */
const headingLine: Command = (state, dispatch) =>
  currentTop(state)?.node.type.name === 'agendaHeading' ? leaveByEnter(state, dispatch) : false

/** Everything the editor of minutes is made of. `hint` stands in the empty line being written. */
export function editorExtensions(hint: string): Extensions {
  return [
    MeetingDocument,
    ...textExtensions,
    AgendaHeading.extend({ addNodeView: () => ReactNodeViewRenderer(HeadingView) }),
    Decision.extend({ addNodeView: () => ReactNodeViewRenderer(DecisionView) }),
    Action.extend({ addNodeView: () => ReactNodeViewRenderer(ActionView) }),
    PartIds,
    PartKeys,
    Extension.create({
      name: 'minutesPlugins',
      addProseMirrorPlugins() {
        const { editor } = this
        return [
          partIdsPlugin(),
          slashPlugin((id) => runSlash(editor, id)),
          pastePlugin(),
          hintPlugin(hint),
          keymap({ 'Shift-Enter': headingLine }),
        ]
      },
    }),
  ]
}
