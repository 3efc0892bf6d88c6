import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { useFollowed } from '../editor/use-followed'
import { itemAt, outlineOf, type OutlineEntry } from './outline-entries'

const read = ({ doc, selection }: EditorState) => ({
  entries: outlineOf(doc),
  current: itemAt(doc, selection.$from.index(0)),
})

/** The outline of the document and the item being written, following behind the typing. */
export function useOutline(editor: Editor): { entries: OutlineEntry[]; current: string } {
  return useFollowed(editor, read)
}
