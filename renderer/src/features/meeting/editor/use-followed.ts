import { replaceEqualDeep } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { useEffect, useState } from 'react'

/** Quiet time (ms) after which what stands beside the text follows what is typed. */
const quiet = 150

/**
 * Something read from the editor's state (plain values), following behind the typing; parts of it that are equal to those before
 * are the same objects. In: a function that stays the same.
 */
export function useFollowed<T>(editor: Editor, read: (state: EditorState) => T): T {
  const [value, setValue] = useState(() => read(editor.state))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      timer = undefined
      setValue((before) => replaceEqualDeep(before, read(editor.state)))
    }
    const later = () => {
      timer ??= setTimeout(follow, quiet)
    }
    editor.on('transaction', later)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', later)
    }
  }, [editor, read])
  return value
}
