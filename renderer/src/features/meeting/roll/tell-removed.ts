import { i18n } from '../../../../../shared/i18n/i18n'
import type { Attendance } from '../../../../../shared/records/attendance'
import { hideNotice, notifyDone } from '../../../ui/notify'
import type { MeetingSession } from '../session/meeting-session'
import { rowName } from './roll-rows'

const notice = 'roll-removed'
/** Ends what watches for the row of the notice before; there is one notice at a time. */
let stopWatching = (): void => undefined

/** Says that a row was taken off the roll, with a way back. The notice goes when the row is there again, by whichever way. */
export function tellRemoved(session: MeetingSession, row: Attendance, index: number): void {
  stopWatching()
  const isThere = (rows: Attendance[]) => rows.some(({ id }) => id === row.id)
  const putBack = () =>
    session.setAttendance((rows) => (isThere(rows) ? rows : rows.toSpliced(index, 0, row)))
  notifyDone(
    i18n.t('roll.removed', { name: rowName(row) }),
    [{ label: i18n.t('common.actions.undo'), onClick: putBack }],
    notice,
  )
  stopWatching = session.subscribe(() => {
    if (!isThere(session.current().attendance)) return
    stopWatching()
    hideNotice(notice)
  })
}
