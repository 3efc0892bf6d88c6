import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { createContext, useContext, type ReactNode } from 'react'
import { useFollowed } from '../editor/use-followed'
import { outlineOf } from '../outline/outline-entries'

interface AgendaTitle {
  id: string
  title: string
}

const Titles = createContext<readonly AgendaTitle[]>([])

function titlesOf({ doc }: EditorState): AgendaTitle[] {
  return outlineOf(doc).flatMap(({ id, title }) => (id === '' ? [] : [{ id, title }]))
}

/** Tells what stands above the text the agenda as it is written below: the line at the top and the roll. */
export function FollowAgenda({ editor, children }: { editor: Editor; children: ReactNode }) {
  return <Titles value={useFollowed(editor, titlesOf)}>{children}</Titles>
}

/** The agenda items in their order, kept fresh. */
export function useAgendaTitles(): readonly AgendaTitle[] {
  return useContext(Titles)
}
