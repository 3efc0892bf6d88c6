import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { sameValue } from '../../../../../shared/domain/same-value'
import { itemAt, outlineOf, type OutlineEntry } from './outline-entries'

/** Quiet time (ms) after which the outline follows what is typed. */
const quiet = 150

/** The outline of the document and the item being written, following behind the typing. */
export function useOutline(editor: Editor): { entries: OutlineEntry[]; current: string } {
  const [entries, setEntries] = useState(() => outlineOf(editor.state.doc))
  const [current, setCurrent] = useState('')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let doc = editor.state.doc
    const follow = () => {
      timer = undefined
      const { state } = editor
      setCurrent(itemAt(state.doc, state.selection.$from.index(0)))
      if (state.doc === doc) return
      doc = state.doc
      setEntries((before) => {
        const next = outlineOf(state.doc)
        return sameValue(before, next) ? before : next
      })
    }
    const later = () => {
      timer ??= setTimeout(follow, quiet)
    }
    editor.on('transaction', later)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', later)
    }
  }, [editor])
  return { entries, current }
}
