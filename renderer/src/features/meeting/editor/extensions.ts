import { Extension, type Editor, type Extensions, type NodeViewRenderer } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import { Plugin, type Command } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { flushSync } from 'react-dom'
import { runCommandKey } from '../../../api/commands'
import type { LinkList } from './links/link-list'
import { linkSuggestions } from './links/suggestions'
import { leaveByBackspace, leaveByDelete, leaveByEnter, lineInPart } from './commands/part-keys'
import { leaveNoteByEnter } from './commands/own-note'
import { ownStepPlugin } from './commands/own-step'
import { currentTop } from './commands/top-node'
import { currentKind } from './commands/turn-into'
import { foldPlugin } from './plugins/fold'
import { ownNotesPlugin } from './plugins/own-notes'
import { partArrowsPlugin } from './plugins/part-arrows'
import { partIdsPlugin } from './plugins/part-ids'
import { pastePlugin } from './plugins/paste'
import { slashPlugin } from './plugins/slash'
import { typedLetterPlugin } from './plugins/typed-letter'
import { runSlash } from './run-slash'
import { Action, AgendaHeading, Decision, MeetingDocument, PartIds } from './schema/parts'
import { textExtensions } from './schema/text-extensions'
import { spellPlugin } from './spell/spell-plugin'
import { spellPorts } from '../../../ui/spelling/spell-ports'
import type { PartRegistry } from './views/part-registry'
import { PartView } from './views/part-view'

/** Tab in the text of a part goes to its first field; hidden fields open. */
function toFirstField(editor: Editor, registry: PartRegistry): boolean {
  const top = currentTop(editor.state)
  if (!top || currentKind(editor.state) === undefined) return false
  const dom = editor.view.nodeDOM(top.pos)
  const fields = dom instanceof HTMLElement ? dom.querySelector('[data-fields-of]') : null
  if (!(dom instanceof HTMLElement) || !fields) return false
  // Fields may only now be made or opened: they are in the page after React has drawn.
  flushSync(() => registry.wake(fields))
  const focus = () => {
    const field = fields.querySelector<HTMLElement>('input:not([disabled]), select:not([disabled])')
    field?.focus()
    return field !== null
  }
  if (focus()) return true
  const toggle = dom.querySelector<HTMLButtonElement>('button[aria-expanded="false"]')
  flushSync(() => toggle?.click())
  return focus()
}

/** Takes keys that mean nothing in a decision, action item or heading. */
const inPart: Command = (state) => currentKind(state) !== undefined

const partKeys = (registry: PartRegistry) =>
  Extension.create({
    name: 'partKeys',
    priority: 1_000,
    addKeyboardShortcuts() {
      const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
      return {
        Enter: () => run(leaveNoteByEnter)() || run(leaveByEnter)(),
        Backspace: run(leaveByBackspace),
        Delete: run(leaveByDelete),
        'Shift-Enter': run(lineInPart),
        // Lists and quotations are made of paragraphs; a part would lose what it is.
        'Mod-Shift-7': run(inPart),
        'Mod-Shift-8': run(inPart),
        'Mod-Shift-b': run(inPart),
        Tab: () => toFirstField(this.editor, registry),
      }
    },
    // Keys of commands come before those of the text, some of which would take them.
    addProseMirrorPlugins: () => [
      new Plugin({
        props: { handleKeyDown: (_view, event) => !event.isComposing && runCommandKey(event) },
      }),
    ],
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

/** Everything the editor of minutes is made of. `hint` stands in the empty line being written; `links` shows what `@` finds. */
export function editorExtensions(hint: string, registry: PartRegistry, links: LinkList): Extensions {
  const drawn = (): NodeViewRenderer => (props) =>
    new PartView(props.node, props.view, props.getPos, registry)
  return [
    MeetingDocument,
    ...textExtensions,
    AgendaHeading.extend({ addNodeView: drawn }),
    Decision.extend({ addNodeView: drawn }),
    Action.extend({ addNodeView: drawn }),
    PartIds,
    partKeys(registry),
    Extension.create({
      name: 'linkSuggestions',
      // An open list takes Enter and Tab before the part does.
      priority: 1_100,
      addProseMirrorPlugins() {
        return linkSuggestions(this.editor, links)
      },
    }),
    Extension.create({
      name: 'minutesPlugins',
      // The key that Turkish Q keyboards name I gives an ı, on Linux without the number of an i.
      addKeyboardShortcuts: () => ({
        'Mod-ı': ({ editor }) => editor.commands.toggleItalic(),
      }),
      addProseMirrorPlugins() {
        const { editor } = this
        return [
          partIdsPlugin(),
          ownStepPlugin(),
          ownNotesPlugin(),
          slashPlugin((id) => runSlash(editor, id)),
          pastePlugin(),
          foldPlugin(),
          partArrowsPlugin(),
          spellPlugin(spellPorts),
          hintPlugin(hint),
          keymap({ 'Shift-Enter': headingLine }),
          typedLetterPlugin(),
        ]
      },
    }),
  ]
}
