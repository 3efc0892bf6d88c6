import type { JSONContent } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { markdownOfNodes } from '../../../renderer/src/features/meeting/editor/markdown/text-markdown'
import { partIdsPlugin } from '../../../renderer/src/features/meeting/editor/plugins/part-ids'
import { pastePlugin } from '../../../renderer/src/features/meeting/editor/plugins/paste'
import { stateOf } from './minutes-state'

/** The top-level nodes of minutes after something is pasted into them, through the editor's own way of reading a clipboard. */
export function pastedInto(lines: string[], clipboard: { html: string } | { text: string }): JSONContent[] {
  const { doc, selection } = stateOf(...lines)
  const state = EditorState.create({ doc, selection, plugins: [partIdsPlugin(), pastePlugin()] })
  const view = new EditorView(document.createElement('div'), { state })
  if ('html' in clipboard) view.pasteHTML(clipboard.html, new Event('paste') as ClipboardEvent)
  else view.pasteText(clipboard.text, new Event('paste') as ClipboardEvent)
  view.state.doc.check()
  const nodes = view.state.doc.children.map((node) => node.toJSON() as JSONContent)
  view.destroy()
  return nodes
}

/** Every top-level node as its own block of Markdown. */
export function blocksOf(nodes: JSONContent[]): string[] {
  return nodes.map((node) => markdownOfNodes([node])).filter(Boolean)
}
