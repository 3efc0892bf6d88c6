import { useTranslation } from 'react-i18next'
import type { Choice } from '../../../../../shared/contract/records-contract'
import type { AttendanceRole } from '../../../../../shared/records/attendance'
import { LazyPicker } from '../editor/fields/lazy-picker'
import fieldClasses from '../editor/fields/fields.module.css'
import { useMeetingPart, usePage } from '../session/use-session'
import { fitOfficeOfDay } from './office-of-day'
import classes from './roll-picker.module.css'
import { rowFor, rowName, rowOf, type RowId } from './roll-rows'

/** Finds a person of the roll, or puts a new one on it; a plain participant takes the role. Out: the row's id. */
function useRollChoice(role: AttendanceRole): (choice: Choice) => RowId {
  const { session } = usePage()
  return (choice) => {
    const known = rowFor(session.current().attendance, choice)
    if (known) {
      if (known.role === 'participant' && role !== 'participant') {
        session.setAttendance((rows) => rows.map((row) => (row.id === known.id ? { ...row, role } : row)))
      }
      return known.id
    }
    const row = rowOf(choice, role)
    session.setAttendance((rows) => [...rows, row])
    void fitOfficeOfDay(session, row)
    return row.id
  }
}

/** One person of the roll (presenter, moderator), or a new one who joins it. */
export function RollPicker({
  label,
  as,
  chosen,
  onChoose,
}: {
  label: string
  /** Role on the roll of who is put on it here. */
  as: AttendanceRole
  chosen: RowId | undefined
  onChoose: (id: RowId | undefined) => void
}) {
  const { readOnly } = usePage()
  const attendance = useMeetingPart((meeting) => meeting.attendance)
  const take = useRollChoice(as)
  const row = attendance.find(({ id }) => id === chosen)
  return (
    <LazyPicker
      label={label}
      caption={label}
      types={['participant']}
      create="participant"
      disabled={readOnly}
      value={row ? rowName(row) : ''}
      onChoose={(choice) => onChoose(take(choice))}
      onClear={() => onChoose(undefined)}
    />
  )
}

/** Several people of the roll (speakers), or new ones who join it. */
export function RollMultiPicker({
  label,
  as,
  chosen,
  onChange,
}: {
  label: string
  /** Role on the roll of who is put on it here. */
  as: AttendanceRole
  chosen: readonly RowId[]
  /** called with how those chosen by then change */
  onChange: (change: (ids: readonly RowId[]) => RowId[]) => void
}) {
  const { t } = useTranslation()
  const { readOnly } = usePage()
  const attendance = useMeetingPart((meeting) => meeting.attendance)
  const take = useRollChoice(as)
  const rows = chosen.flatMap((id) => attendance.find((row) => row.id === id) ?? [])
  return (
    <span className={classes.many} role="group" aria-label={label}>
      <span className={fieldClasses.caption}>{label}</span>
      {rows.map((row) => (
        <span key={row.id} className={classes.pill}>
          {rowName(row)}
          {!readOnly && (
            <button
              type="button"
              className={classes.remove}
              aria-label={t('meeting.item.removePerson', { name: rowName(row) })}
              onClick={() => onChange((ids) => ids.filter((id) => id !== row.id))}
            >
              ×
            </button>
          )}
        </span>
      ))}
      {!readOnly && (
        <LazyPicker
          label={label}
          types={['participant']}
          create="participant"
          exclude={rows.flatMap((row) => row.participantId ?? [])}
          onChoose={(choice) => {
            const id = take(choice)
            onChange((ids) => [...ids.filter((known) => known !== id), id])
          }}
        />
      )}
    </span>
  )
}
