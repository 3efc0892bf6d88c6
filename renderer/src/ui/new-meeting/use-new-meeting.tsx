import { modals } from '@mantine/modals'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { callDoor, useCall } from '../../api/door'
import { recordPath } from '../../api/paths'
import { FirstFocus, takeFocusAway } from '../first-focus'
import { notifyError } from '../notify'
import { NewMeetingForm, type ChosenBody } from './new-meeting-form'

const modalId = 'new-meeting'
const oneBody = { type: 'body', sort: 'name', filter: {}, desc: false, offset: 0, limit: 1 } as const

async function countBodies(): Promise<number | undefined> {
  const listed = await callDoor('records.list', oneBody)
  return listed.ok ? listed.value.total : undefined
}

export interface NewMeetingStart {
  /** The board it is for, known already. */
  body?: ChosenBody
  /** Show the dialog also where there is nothing to choose but a template. */
  ask?: boolean
}

/**
 * Out: begins a new meeting. While the archive has no boards it is made at once; else a dialog asks for the board, and
 * Enter makes one without.
 */
export function useNewMeeting(): (start?: NewMeetingStart) => Promise<void> {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  // What is not read while it is drawn would draw everything around it at every step of every question.
  const { data: bodies } = useCall('records.list', oneBody)
  const show = (body: ChosenBody | undefined) => {
    let left = false
    const leaveFor = (path: string) => {
      left = true
      modals.close(modalId)
      navigate(path)
    }
    const dialog = (
      <>
        {/* The new meeting takes the focus; only who gives up is back where the key was pressed. */}
        <FirstFocus back={() => !left} />
        <NewMeetingForm
          body={body}
          onDone={(id, at) => leaveFor(recordPath(id, at ? { blockId: at } : {}))}
          onFollow={leaveFor}
        />
      </>
    )
    flushSync(() =>
      modals.open({
        modalId,
        title: t('carry.title'),
        size: 640,
        returnFocus: false,
        closeButtonProps: { 'aria-label': t('common.actions.close') },
        children: dialog,
      }),
    )
  }
  return async ({ body, ask = false } = {}) => {
    if (body || ask) return show(body)
    // Known beforehand where it can be: a dialog that comes late lets the first letters go elsewhere.
    const total = bodies?.total ?? (await countBodies())
    if (total === undefined || total > 0) return show(undefined)
    const back = takeFocusAway()
    const made = await callDoor('meetings.create', {})
    if (made.ok) return navigate(recordPath(made.value.id))
    back()
    notifyError(made.error)
  }
}
