import { IconChevronDown } from '@tabler/icons-react'
import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { attendanceRoles, attendanceStates, type Attendance } from '../../../../../shared/records/attendance'
import { foldTr } from '../../../../../shared/text/turkish'
import { InlineInput } from '../editor/fields/inline-input'
import { InlineSelect } from '../editor/fields/inline-select'
import { LazyPicker } from '../editor/fields/lazy-picker'
import { usePage } from '../session/use-session'
import { rememberOffice } from './remember-office'
import classes from './roll-panel.module.css'
import { RollRowMore } from './roll-row-more'
import { movedRow, rowName, stateKeys } from './roll-rows'

/** One row of the roll. With the row itself in focus, single keys set its state; Enter goes into its fields. */
export function RollRow({
  row,
  index,
  focusRow,
}: {
  row: Attendance
  index: number
  focusRow: (index: number) => void
}) {
  const { t } = useTranslation()
  const { session, readOnly } = usePage()
  const [open, setOpen] = useState(row.actingFor !== undefined || row.note !== undefined)
  const changed = useRef(false)
  const name = rowName(row)
  const detailsId = `${row.id}-more`
  const labelled = (column: 'title' | 'agency' | 'role' | 'state' | 'name') =>
    t('meeting.roll.fieldOf', { field: t(`meeting.roll.columns.${column}`), name })

  const set = (patch: Partial<Attendance>) => {
    session.setAttendance((rows) =>
      rows.map((other) => (other.id === row.id ? { ...other, ...patch } : other)),
    )
  }
  const setOffice = (patch: Partial<Attendance>) => {
    changed.current = true
    set(patch)
  }
  const move = (by: -1 | 1) => {
    session.setAttendance((rows) => movedRow(rows, row.id, by))
    requestAnimationFrame(() => focusRow(index + by))
  }
  const remove = () => {
    session.setAttendance((rows) => rows.filter((other) => other.id !== row.id))
    requestAnimationFrame(() => focusRow(index))
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>) => {
    const itself = event.target === event.currentTarget
    if (event.key === 'Escape' && !itself && !event.defaultPrevented) {
      event.stopPropagation()
      return event.currentTarget.focus()
    }
    if (!itself) return
    const state = event.ctrlKey || event.metaKey || event.altKey ? undefined : stateKeys[foldTr(event.key)]
    const step = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key]
    if (state && !readOnly) set({ state })
    else if (step && event.altKey && !readOnly) move(step)
    else if (step) focusRow(index + step)
    else if (event.key === 'Delete' && !readOnly) remove()
    else if (event.key === 'Enter')
      event.currentTarget.querySelector<HTMLElement>('input:not([disabled])')?.focus()
    else return
    event.preventDefault()
  }
  const onBlur = (event: FocusEvent<HTMLTableRowElement>) => {
    if (!changed.current || event.currentTarget.contains(event.relatedTarget)) return
    changed.current = false
    void rememberOffice(row)
  }

  return (
    <>
      <tr
        data-row
        data-state={row.state}
        className={classes.row}
        tabIndex={0}
        aria-label={t('meeting.roll.row', { name, state: t(`terms.attendanceState.${row.state}`) })}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        <td className={classes.order}>{index + 1}</td>
        <td className={classes.name}>
          {row.name ? (
            <span className={classes.person}>{name}</span>
          ) : (
            <LazyPicker
              label={labelled('name')}
              types={['participant']}
              create="participant"
              placeholder={t('meeting.roll.noName')}
              disabled={readOnly}
              onChoose={(choice) =>
                set({
                  participantId: choice.id as `participant_${string}`,
                  name: choice.label,
                  prefix: choice.prefix,
                  title: row.title ?? choice.title,
                })
              }
            />
          )}
        </td>
        <td className={classes.title}>
          <InlineInput
            label={labelled('title')}
            placeholder="…"
            disabled={readOnly}
            value={row.title ?? ''}
            onText={(title) => setOffice({ title: title.trim() === '' ? undefined : title })}
          />
        </td>
        <td className={classes.agency}>
          <LazyPicker
            label={labelled('agency')}
            types={['agency']}
            create="agency"
            disabled={readOnly}
            value={row.agencyName ?? ''}
            onChoose={(choice) =>
              setOffice({ agencyId: choice.id as `agency_${string}`, agencyName: choice.label })
            }
            // A row names a person or an agency: an agency alone cannot be cleared.
            onClear={row.name ? () => setOffice({ agencyId: undefined, agencyName: undefined }) : undefined}
          />
        </td>
        <td className={classes.role}>
          <InlineSelect
            label={labelled('role')}
            disabled={readOnly}
            value={row.role}
            options={attendanceRoles.map((value) => ({ value, label: t(`terms.attendanceRole.${value}`) }))}
            onChoose={(role) => set({ role })}
          />
        </td>
        <td className={classes.state}>
          <span className={classes.dot} aria-hidden />
          <InlineSelect
            label={labelled('state')}
            disabled={readOnly}
            value={row.state}
            options={attendanceStates.map((value) => ({ value, label: t(`terms.attendanceState.${value}`) }))}
            onChoose={(state) => set({ state })}
          />
        </td>
        <td className={classes.more}>
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={open}
            aria-controls={detailsId}
            aria-label={t('meeting.roll.more', { name })}
            onClick={() => setOpen(!open)}
          >
            <IconChevronDown size={16} stroke={1.5} aria-hidden />
          </button>
        </td>
      </tr>
      {open && (
        <tr id={detailsId} className={classes.details}>
          <td />
          <td colSpan={6}>
            <RollRowMore row={row} name={name} onChange={set} onMove={move} onRemove={remove} />
          </td>
        </tr>
      )}
    </>
  )
}
