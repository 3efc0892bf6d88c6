import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { projectorContent, type ProjectorContent } from '../../../../../shared/domain/projector'
import type { Meeting } from '../../../../../shared/records/meeting'
import { callDoor, useDoorEvent } from '../../../api/door'
import { useLanguage } from '../../../api/use-app-info'
import { notifyDone, notifyError } from '../../../ui/notify'
import type { MeetingSession } from '../session/meeting-session'

/** The room sees what is typed this much (ms) later at the latest: quick enough to follow, slow enough to cost nothing. */
const lag = 250

/** Item and block of the cursor; an empty line belongs to the item above it. */
export function spotOf(state: EditorState, agenda: Meeting['agenda']): { itemId?: string; blockId?: string } {
  const children = state.doc.children
  const at = state.selection.$from.index(0)
  const here = children[at]?.attrs.partId as string | null | undefined
  for (let index = Math.min(at, children.length - 1); index >= 0; index -= 1) {
    const id = children[index]?.attrs.partId as string | null | undefined
    const item = agenda.find((one) => one.id === id || one.blocks.some((block) => block.id === id))
    if (item) return { itemId: item.id, ...(here ? { blockId: here } : {}) }
  }
  return {}
}

/** Sends what is written to the room while the page lives; leaves the room with a blank screen. */
function follow(
  editor: Editor,
  session: MeetingSession,
  make: (meeting: Meeting) => ProjectorContent,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let sent = ''
  const send = () => {
    timer = undefined
    const content = make(session.read())
    const now = JSON.stringify(content)
    if (now === sent) return
    sent = now
    void callDoor('projector.show', { content })
  }
  const soon = () => {
    timer ??= setTimeout(send, lag)
  }
  send()
  editor.on('transaction', soon)
  const stop = session.subscribe(soon)
  return () => {
    clearTimeout(timer)
    editor.off('transaction', soon)
    stop()
    void callDoor('projector.show', {})
  }
}

/** The screen in the meeting room, as this page feeds it. Out: whether it is open, and a way to open or close it. */
export function useProjector(editor: Editor, session: MeetingSession): { open: boolean; toggle: () => void } {
  const { t } = useTranslation()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    void callDoor('projector.isOpen').then((answer) => answer.ok && setOpen(answer.value.open))
  }, [])
  useDoorEvent('projector.opened', (now) => setOpen(now.open))
  const nextMeeting = t('meeting.action.nextMeeting')
  useEffect(() => {
    if (!open) return undefined
    return follow(editor, session, (meeting) =>
      projectorContent(meeting, spotOf(editor.state, meeting.agenda), { language, nextMeeting }),
    )
  }, [open, editor, session, language, nextMeeting])
  const toggle = async () => {
    const answer = await callDoor(open ? 'projector.close' : 'projector.open')
    if (!answer.ok) notifyError(answer.error)
    else if (!open) notifyDone(t('projector.opened'), undefined, 'projector')
  }
  return { open, toggle: () => void toggle() }
}
