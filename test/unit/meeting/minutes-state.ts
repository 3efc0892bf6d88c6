import { EditorState, TextSelection, type Command } from '@tiptap/pm/state'
import { history } from '@tiptap/pm/history'
import { partIdsPlugin } from '../../../renderer/src/features/meeting/editor/plugins/part-ids'
import { minutesSchema } from '../../../renderer/src/features/meeting/editor/schema/schema'

export const schema = minutesSchema()

/** A document of lines: `# title`, `§ session`, `◆ decision`, `◇ action`, `- list item`, else a paragraph; `|` is the cursor. */
export function stateOf(...lines: string[]): EditorState {
  const nodes = lines.map((line) => {
    const text = line.replace('|', '')
    const words = (cut: number) => (text.length > cut ? schema.text(text.slice(cut)) : undefined)
    if (text.startsWith('# ')) return schema.node('agendaHeading', null, words(2))
    if (text.startsWith('◆ ')) return schema.node('decision', null, words(2))
    if (text.startsWith('◇ ')) return schema.node('action', null, words(2))
    if (text.startsWith('- ')) {
      const item = schema.node('listItem', null, schema.node('paragraph', null, words(2)))
      return schema.node('bulletList', null, item)
    }
    return schema.node('paragraph', null, words(0))
  })
  const doc = schema.node('doc', null, nodes)
  const row = Math.max(
    0,
    lines.findIndex((line) => line.includes('|')),
  )
  const line = lines[row] ?? ''
  const lead = /^(?:[#◆◇-] )?/.exec(line)?.[0].length ?? 0
  const at = line.includes('|') ? line.indexOf('|') - lead : 0
  const before = doc.children.slice(0, row).reduce((sum, node) => sum + node.nodeSize, 0)
  const inside = line.startsWith('- ') ? 3 : 1
  const state = EditorState.create({ doc, plugins: [partIdsPlugin(), history({ newGroupDelay: 0 })] })
  const tr = state.tr.setSelection(TextSelection.create(doc, before + inside + at))
  return state.apply(tr)
}

/** The document in the same notation, cursor included. */
export function linesOf(state: EditorState): string[] {
  const marks: Record<string, string> = {
    agendaHeading: '# ',
    decision: '◆ ',
    action: '◇ ',
    bulletList: '- ',
  }
  return state.doc.children.map((node, index) => {
    let text = node.textContent
    if (index === state.selection.$from.index(0)) {
      const at = state.selection.$from.parentOffset
      text = `${text.slice(0, at)}|${text.slice(at)}`
    }
    return (marks[node.type.name] ?? '') + text
  })
}

/** The state after a command; throws when the command was not possible. */
export function after(state: EditorState, command: Command): EditorState {
  let next: EditorState | undefined
  const possible = command(state, (tr) => {
    next = state.apply(tr)
  })
  if (!possible || !next) throw new Error('command not possible')
  return next
}
