import { IconChevronDown } from '@tabler/icons-react'
import { memo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
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
import { tellRemoved } from './tell-removed'

/**
 * One row of the roll. With the row itself in focus, single keys set its state; Enter goes into its fields. A mark on one
 * row leaves the others as they are.
 */
export const RollRow = memo(function RollRow({
  row,
  index,
  found,
  focusRow,
  focusFind,
  markRest,
  currentItem,
}: {
  row: Attendance
  index: number
  /** What is typed into the search of the roll leads here. */
  found: boolean
  focusRow: (index: number) => void
  focusFind: () => void
  /** Marks everybody as present who is not marked yet. */
  markRest: () => void
  /** Id of the agenda item being written. */
  currentItem: () => string
}) {
  const { t } = useTranslation()
  const { session, readOnly } = usePage()
  const [toggled, setOpen] = useState<boolean>()
  const filled = [row.actingFor, row.note, row.cameAtItemId, row.leftAtItemId].some(
    (said) => said !== undefined,
  )
  const open = toggled ?? filled
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
    flushSync(() => session.setAttendance((rows) => movedRow(rows, row.id, by)))
    focusRow(index + by)
  }
  const remove = () => {
    flushSync(() => session.setAttendance((rows) => rows.filter((other) => other.id !== row.id)))
    tellRemoved(session, row, index)
    focusRow(index)
  }

  /** Stands in for somebody: the name is asked at once, its first letter may come with the next key. */
  const act = (kind: 'deputy' | 'on-behalf') => {
    flushSync(() => {
      set({ actingFor: { kind, name: row.actingFor?.name ?? '' } })
      setOpen(true)
    })
    document.getElementById(`${row.id}-acting`)?.focus()
  }
  /** Came late or left early, at the item being written; the same key again takes it back. */
  const pass = (field: 'cameAtItemId' | 'leftAtItemId') => {
    const itemId = currentItem() as `item_${string}`
    set({ [field]: row[field] !== undefined || itemId === ('' as string) ? undefined : itemId })
    setOpen(true)
  }
  const letterKeys: Record<string, () => void> = {
    v: () => act('deputy'),
    a: () => act('on-behalf'),
    g: () => pass('cameAtItemId'),
    c: () => pass('leftAtItemId'),
    t: markRest,
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>) => {
    const itself = event.target === event.currentTarget
    if (event.key === 'Escape' && !itself && !event.defaultPrevented) {
      event.stopPropagation()
      return event.currentTarget.focus()
    }
    if (!itself) return
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    const letter = plain ? foldTr(event.key) : ''
    const state = stateKeys[letter]
    const other = letterKeys[letter]
    const step = { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key]
    if (event.key === ' ' && plain) focusFind()
    else if (state && !readOnly) set({ state })
    else if (other && !readOnly) other()
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
        data-row={row.id}
        data-found={found || undefined}
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
              onChoose={(choice) => {
                // The field goes; whoever is in it goes on with the next one.
                if (document.activeElement?.getAttribute('aria-label') === labelled('name'))
                  document.getElementById(`${row.id}-title`)?.focus()
                set({
                  participantId: choice.id as `participant_${string}`,
                  name: choice.label,
                  prefix: choice.prefix,
                  title: row.title ?? choice.title,
                })
              }}
            />
          )}
        </td>
        <td className={classes.title}>
          <InlineInput
            id={`${row.id}-title`}
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
            <RollRowMore
              row={row}
              name={name}
              onChange={set}
              onMove={move}
              onRemove={remove}
              onDone={() => focusRow(index)}
            />
          </td>
        </tr>
      )}
    </>
  )
})
