import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { templateOfMeeting } from '../../../../shared/domain/templates'
import { maxOwnTemplates } from '../../../../shared/records/office-settings'
import { callDoor, callKey } from '../../api/door'
import { flushAll } from '../../api/flush'
import { paths } from '../../api/paths'
import { showSaved } from '../../api/query-client'
import { notifyDone, notifyError, notifyProblem } from '../../ui/notify'
import type { MeetingSession } from './session/meeting-session'

/** Out: keeps the open meeting's kind and agenda as a template of the office. */
export function useSaveTemplate(session: MeetingSession): () => Promise<void> {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  return async () => {
    // What was typed a moment ago belongs to it.
    if (!(await flushAll())) return
    const opened = await callDoor('meetings.get', { id: session.id })
    if (!opened.ok) return notifyError(opened.error)
    const { meeting } = opened.value
    const template = templateOfMeeting(meeting, meeting.title.trim() || t('carry.untitled'))
    const office = await callDoor('office.get')
    if (!office.ok) return notifyError(office.error)
    const { templates } = office.value.settings
    if (templates.length >= maxOwnTemplates) return notifyProblem(t('templates.full'))
    const settings = { ...office.value.settings, templates: [...templates, template] }
    const saved = await callDoor('office.save', { settings, basedOn: office.value.hash })
    if (!saved.ok) return notifyError(saved.error)
    showSaved(callKey('office.get'), { settings, hash: saved.value.hash })
    notifyDone(t('templates.fromMeeting', { name: template.name }), [
      { label: t('templates.open'), onClick: () => navigate(paths.settings) },
    ])
  }
}
