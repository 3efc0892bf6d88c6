import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { idOf } from '../../../../shared/ids'
import type { Meeting } from '../../../../shared/records/meeting'
import type { AppError } from '../../../../shared/result'
import { callDoor, useDoorEvent } from '../../api/door'
import { setSaveState } from '../../api/save-state'
import { useReadOnly } from '../../api/use-app-info'
import { EmptyState } from '../../ui/empty-state'
import { errorMessage } from '../../ui/error-message'
import { Loading } from '../../ui/loading'
import { NotFound } from '../../ui/not-found'
import { notifyDone, notifyError } from '../../ui/notify'
import { MeetingView } from './meeting-view'
import { forgetMeeting, openMeeting, showMeeting, type OpenedMeeting } from './session/sessions'
import { MeetingProvider } from './session/use-session'

type State =
  | { kind: 'loading' }
  | { kind: 'failed'; error: AppError }
  | { kind: 'open'; opened: OpenedMeeting; serial: number }

const MeetingId = idOf('meeting')

/** Opens the meeting of an address; `serial` grows when it has to be opened anew. */
function useOpened(id: Meeting['id'], readOnly: boolean): { state: State; reopen: () => void } {
  const { t } = useTranslation()
  const [state, setState] = useState<State>({ kind: 'loading' })
  const [serial, setSerial] = useState(0)
  useEffect(() => {
    let gone = false
    let leave: (() => void) | undefined
    const open = async () => {
      const answer = await openMeeting(id, readOnly)
      if (gone) return
      if (!answer.ok) return setState({ kind: 'failed', error: answer.error })
      leave = showMeeting(id)
      if (answer.value.restored) notifyDone(t('meeting.restored'), undefined, `restored-${id}`)
      setState({ kind: 'open', opened: answer.value, serial })
    }
    void open()
    return () => {
      gone = true
      leave?.()
      setSaveState({ state: 'idle' })
    }
  }, [id, readOnly, serial, t])
  useDoorEvent('records.changed', ({ changes }) => {
    if (!changes.some((change) => change.id === id && change.kind === 'removed')) return
    forgetMeeting(id)
    setState({ kind: 'failed', error: { code: 'not-found' } })
  })
  return { state, reopen: () => setSerial(serial + 1) }
}

function OpenPage({ id }: { id: Meeting['id'] }) {
  const { t } = useTranslation()
  const archiveReadOnly = useReadOnly()
  const { state, reopen } = useOpened(id, archiveReadOnly)
  if (state.kind === 'loading') return <Loading />
  if (state.kind === 'failed') {
    if (state.error.code === 'not-found') return <NotFound record />
    return <EmptyState title={t('common.page.failed')} text={errorMessage(state.error)} />
  }
  const { session, outside } = state.opened
  const final = session.current().status === 'final'
  const reason = archiveReadOnly ? 'archive' : outside ? 'outside' : final ? 'final' : undefined
  const accept = async () => {
    const answer = await callDoor('archive.acceptOutside', { id })
    if (answer.ok) reopen()
    else notifyError(answer.error)
  }
  return (
    <MeetingProvider value={{ session, readOnly: reason !== undefined }} key={state.serial}>
      <MeetingView reason={reason} onAccept={outside && !archiveReadOnly ? () => void accept() : undefined} />
    </MeetingProvider>
  )
}

/** The page of one meeting. In: the id of the address. */
export function MeetingPage({ id }: { id: string }) {
  const parsed = MeetingId.safeParse(id)
  return parsed.success ? <OpenPage id={parsed.data} /> : <NotFound record />
}
