import { Fragment, type Node } from '@tiptap/pm/model'
import type { Editor, JSONContent } from '@tiptap/core'
import { useEditor, type UseEditorOptions } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pageNonce } from '../../../api/nonce'
import { usePage } from '../session/use-session'
import { editorExtensions } from './extensions'
import { PartRegistry } from './views/part-registry'

const adopted = 'adopted'

/** Puts another document into the editor; what is the same node in both stays untouched, and so does the cursor there. */
function showDocument(editor: Editor, doc: Node): void {
  const { state, view } = editor
  const before = state.doc.children
  const after = doc.children
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  while (
    end < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1
  }
  const size = (nodes: readonly Node[]) => nodes.reduce((sum, node) => sum + node.nodeSize, 0)
  const from = size(before.slice(0, start))
  const to = from + size(before.slice(start, before.length - end))
  const fresh = Fragment.from(after.slice(start, after.length - end))
  if (from === to && fresh.size === 0) return
  view.dispatch(state.tr.replaceWith(from, to, fresh).setMeta('addToHistory', false).setMeta(adopted, true))
}

/** The editor of the open meeting, tied to its session. */
export function useMinutesEditor(): { editor: Editor; registry: PartRegistry } {
  const { t } = useTranslation()
  const { session, readOnly } = usePage()
  const [registry] = useState(() => new PartRegistry())
  // Made once: the editor would take every new object for changed options.
  const [options] = useState((): UseEditorOptions => ({
    extensions: editorExtensions(t('meeting.editor.placeholder'), registry),
    enableInputRules: ['bold', 'italic', 'bulletList', 'orderedList', 'blockquote'],
    injectNonce: pageNonce(),
    editable: !readOnly,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    onBeforeCreate: ({ editor: created }) => {
      // The document needs the editor's own schema, which exists only now; a ready document is taken as it is.
      created.options.content = session.openDocument(created.schema) as unknown as JSONContent
    },
    onTransaction: ({ editor: changed, transaction }) => {
      if (transaction.docChanged) {
        session.documentChanged(changed.state.doc, transaction.getMeta(adopted) === undefined)
      }
    },
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('meeting.editor.label'),
        spellcheck: 'false',
      },
    },
  }))
  const editor = useEditor({ ...options, immediatelyRender: true })
  useEffect(() => session.connect((doc) => showDocument(editor, doc)), [session, editor])
  useEffect(() => editor.setEditable(!readOnly, false), [editor, readOnly])
  return { editor, registry }
}
