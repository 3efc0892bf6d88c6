import { useTranslation } from 'react-i18next'
import { callDoor } from '../../api/door'
import { notifyDone, notifyError } from '../../ui/notify'
import type { MeetingSession } from './session/meeting-session'

/** Writes the minutes to a file that the user chooses; what was typed last is written out first. */
export function useExport(session: MeetingSession): (format: 'pdf' | 'md') => Promise<void> {
  const { t } = useTranslation()
  return async (format) => {
    await session.autosave.flush()
    const answer = await callDoor('export.meeting', { id: session.id, format })
    if (!answer.ok) return notifyError(answer.error)
    const { token, name } = answer.value
    const then = async (call: 'export.open' | 'export.show') => {
      const done = await callDoor(call, { token })
      if (!done.ok) notifyError(done.error)
    }
    notifyDone(t('common.notice.exported', { name }), [
      { label: t('common.actions.open'), onClick: () => void then('export.open') },
      { label: t('common.actions.showInFolder'), onClick: () => void then('export.show') },
    ])
  }
}
