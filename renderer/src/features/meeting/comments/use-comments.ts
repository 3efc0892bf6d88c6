import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nextComment, placedComments, type CommentPlace } from '../../../../../shared/domain/comments'
import { newId } from '../../../../../shared/ids'
import type { MeetingComment } from '../../../../../shared/records/meeting'
import { useCommands } from '../../../api/commands'
import { useAppInfo } from '../../../api/use-app-info'
import { notifyDone } from '../../../ui/notify'
import { currentTop } from '../editor/commands/top-node'
import { showSpot } from '../editor/go-to'
import { useMeetingPart, usePage } from '../session/use-session'

type TargetId = MeetingComment['targetId']

const longest = 80

/** Blocks and agenda items with their first words. */
export function placesOf({ doc }: EditorState): CommentPlace[] {
  return doc.children.flatMap((node) =>
    node.attrs.partId
      ? [{ id: String(node.attrs.partId), words: node.textContent.trim().slice(0, longest) }]
      : [],
  )
}

/** A comment that is being written, and its place. */
interface NewComment {
  id: MeetingComment['id']
  place: CommentPlace
}

export interface Comments {
  /** all but the one that is being written, as they were written */
  kept: MeetingComment[]
  /** the pane is shown */
  shown: boolean
  show: (shown: boolean) => void
  /** what is being commented; undefined when nothing is written */
  writing: NewComment | undefined
  begin: () => void
  /** Keeps the comment that is being written; an empty one is none. */
  write: (text: string) => void
  /** Ends the writing, with a comment unless it is empty; the focus goes back to the text. */
  finish: (text: string) => void
  /** Brings the focus back to the text. */
  toText: () => void
  change: (id: string, patch: Partial<Pick<MeetingComment, 'text' | 'done'>>) => void
  remove: (comment: MeetingComment) => void
  goTo: (comment: MeetingComment) => void
}

/** Comments for those who review the minutes: their pane, marks in the text, and keys. */
export function useComments(editor: Editor): Comments {
  const { t } = useTranslation()
  const { session, readOnly } = usePage()
  const comments = useMeetingPart((meeting) => meeting.comments)
  const { userName } = useAppInfo().settings
  const [shown, setShown] = useState(false)
  const [writing, setWriting] = useState<NewComment>()
  const show = (wanted: boolean) => {
    setShown(wanted)
    if (!wanted) setWriting(undefined)
  }
  const kept = comments.filter(({ id }) => id !== writing?.id)

  const here = () => String(currentTop(editor.state)?.node.attrs.partId ?? '')
  const begin = () => {
    if (readOnly) return
    const place = placesOf(editor.state).find(({ id }) => id === here())
    if (!place) return notifyDone(t('comments.noPlace'))
    show(true)
    setWriting({ id: newId('comment'), place })
  }
  // At once, before the field goes: the next key may come at any time, and a later focus would take it from another comment.
  const toText = () => {
    if (!editor.isDestroyed) editor.view.focus()
  }
  const goTo = (comment: MeetingComment) => {
    if (!showSpot(editor, comment.targetId)) notifyDone(t('comments.goneLong'))
  }
  const next = () => {
    const places = placesOf(editor.state)
    const found = nextComment(placedComments(kept, places), places, here())
    if (!found) return notifyDone(t('comments.noOpen'))
    show(true)
    goTo(found.comment)
  }
  useCommands({
    'comment.add': begin,
    'comment.pane': () => show(!shown),
    'comment.next': next,
  })

  const set = (changed: MeetingComment[]) => session.setHead({ comments: changed })
  const write = (text: string) => {
    if (!writing) return
    const { id, place } = writing
    const known = session.current().comments.find((one) => one.id === id)
    const others = session.current().comments.filter((one) => one !== known)
    const words = text.trim()
    if (words === '') {
      if (known) set(others)
      return
    }
    const begun = {
      id,
      targetId: place.id as TargetId,
      at: new Date().toISOString(),
      by: userName,
      done: false,
    }
    set([...others, { ...(known ?? begun), text: words }])
  }
  return {
    kept,
    shown,
    show,
    writing,
    begin,
    write,
    finish: (text) => {
      write(text)
      toText()
      setWriting(undefined)
    },
    toText,
    change: (id, patch) =>
      set(session.current().comments.map((one) => (one.id === id ? { ...one, ...patch } : one))),
    remove: (comment) => {
      set(session.current().comments.filter(({ id }) => id !== comment.id))
      const undo = () => {
        const now = session.current().comments
        if (!now.some(({ id }) => id === comment.id)) set([...now, comment])
      }
      notifyDone(t('comments.removed'), [{ label: t('common.actions.undo'), onClick: undo }])
    },
    goTo,
  }
}
