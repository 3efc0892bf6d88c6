import type { Editor, Range } from '@tiptap/core'
import { PluginKey, type Plugin } from '@tiptap/pm/state'
import { Suggestion, exitSuggestion, type SuggestionProps } from '@tiptap/suggestion'
import { createFromName } from '../../../../api/create-record'
import { notifyError } from '../../../../ui/notify'
import { linkWords } from '../schema/record-link'
import type { LinkList, LinkOption } from './link-list'
import { anyRecord, peopleAndAgencies } from './link-options'

const triggers = [
  { char: '@', items: peopleAndAgencies, prefixes: [' ', '('] },
  { char: '[[', items: anyRecord, prefixes: null },
] as const

function insertLink(editor: Editor, range: Range, id: string, label: string): void {
  const { schema, tr } = editor.state
  const link = schema.nodes.recordLink?.create({ id, words: linkWords(label) })
  if (link) editor.view.dispatch(tr.replaceWith(range.from, range.to, link).scrollIntoView())
}

/** Makes a record of what was typed; the words stay plain text when that fails or they have changed meanwhile. */
async function createAndLink(
  editor: Editor,
  range: Range,
  key: PluginKey,
  option: LinkOption & { kind: 'create' },
) {
  const typed = editor.state.doc.textBetween(range.from, range.to)
  exitSuggestion(editor.view, key)
  const made = await createFromName(option.type, option.name)
  if (!made.ok) return notifyError(made.error)
  if (editor.isDestroyed || range.to > editor.state.doc.content.size) return
  if (editor.state.doc.textBetween(range.from, range.to) !== typed) return
  insertLink(editor, range, made.value.id, [made.value.prefix, made.value.label].filter(Boolean).join(' '))
}

/** Breaks the line behind words that were typed before what stands there now. */
function breakAt(editor: Editor, at: number): void {
  const { selection, doc } = editor.state
  const ahead = selection.head - at
  if (!selection.empty || ahead < 0 || !selection.$head.sameParent(doc.resolve(at))) return
  editor.commands.setTextSelection(at)
  editor.commands.enter()
  editor.commands.setTextSelection(editor.state.selection.head + ahead)
}

/**
 * Takes the first that the words find, when Enter or Tab came before the answer. What is typed behind them meanwhile belongs
 * no more to them; where they find nothing, Enter breaks the line there.
 */
async function takeAhead(
  { editor, range, query, command }: SuggestionProps<LinkOption, LinkOption>,
  key: string,
  pluginKey: PluginKey,
  items: (query: string) => Promise<LinkOption[]>,
) {
  const words = () =>
    range.to > editor.state.doc.content.size ? undefined : editor.state.doc.textBetween(range.from, range.to)
  const typed = words()
  exitSuggestion(editor.view, pluginKey)
  const [first] = await items(query)
  if (editor.isDestroyed || words() !== typed) return
  if (first) command(first)
  else if (key === 'Enter') breakAt(editor, range.to)
}

/** `@` finds people and agencies, `[[` everything; the chosen one stands in the text as a link. */
export function linkSuggestions(editor: Editor, list: LinkList): Plugin[] {
  return triggers.map(({ char, items, prefixes }) => {
    const pluginKey = new PluginKey(`link${char}`)
    return Suggestion<LinkOption, LinkOption>({
      editor,
      pluginKey,
      char,
      allowSpaces: true,
      allowedPrefixes: prefixes ? [...prefixes] : null,
      decorationClass: 'tt-link-typing',
      allow: ({ state }) => {
        const { type } = state.selection.$from.parent
        return type.name !== 'agendaHeading' && !type.spec.code
      },
      items: ({ query }) => items(query),
      command: ({ editor: now, range, props }) => {
        if (props.kind === 'create') void createAndLink(now, range, pluginKey, props)
        else insertLink(now, range, props.id, props.label)
      },
      render: () => list.render((props, key) => void takeAhead(props, key, pluginKey, items)),
    })
  })
}
