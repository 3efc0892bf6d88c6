import type { Node } from '@tiptap/pm/model'
import type { Editor, JSONContent } from '@tiptap/core'
import { useEditor, type UseEditorOptions } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pageNonce } from '../../../api/nonce'
import { usePage } from '../session/use-session'
import { adoptDocument } from './adopt-document'
import { editorExtensions } from './extensions'
import { LinkList } from './links/link-list'
import { readCursor } from './read-cursor'
import { PartRegistry } from './views/part-registry'

const adopted = 'adopted'

/** Puts another document into the editor, as no typing of the user's. */
function showDocument(editor: Editor, doc: Node): void {
  readCursor(editor.view)
  const tr = adoptDocument(editor.state, doc, editor.isEditable && editor.view.hasFocus())
  if (tr) editor.view.dispatch(tr.setMeta(adopted, true))
}

/** The editor of the open meeting, tied to its session. */
export function useMinutesEditor(): { editor: Editor; registry: PartRegistry; links: LinkList } {
  const { t } = useTranslation()
  const { session, readOnly } = usePage()
  const [registry] = useState(() => new PartRegistry())
  const [links] = useState(() => new LinkList())
  // Made once: the editor would take every new object for changed options.
  const [options] = useState((): UseEditorOptions => ({
    extensions: editorExtensions(t('meeting.editor.placeholder'), registry, links),
    enableInputRules: ['bold', 'italic', 'bulletList', 'orderedList', 'blockquote'],
    injectNonce: pageNonce(),
    editable: !readOnly,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    onBeforeCreate: ({ editor: created }) => {
      // The document needs the editor's own schema, which exists only now; a ready document is taken as it is.
      created.options.content = session.openDocument(created.schema) as unknown as JSONContent
    },
    onCreate: ({ editor: created }) => {
      // The empty line at the end comes with the first transaction: here, where it is nothing that could be undone.
      readCursor(created.view)
      created.view.dispatch(created.state.tr.setMeta('addToHistory', false).setMeta(adopted, true))
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
        // Said by style sheets beside each note: what ProseMirror draws has no place for words.
        style: `--tt-own-note: ${JSON.stringify(t('projector.note.mark'))}`,
      },
    },
  }))
  const editor = useEditor({ ...options, immediatelyRender: true })
  useEffect(() => session.connect((doc) => showDocument(editor, doc)), [session, editor])
  useEffect(() => editor.setEditable(!readOnly, false), [editor, readOnly])
  return { editor, registry, links }
}
