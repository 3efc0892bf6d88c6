import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice } from '../../../../../shared/contract/records-contract'
import { attendanceStates } from '../../../../../shared/records/attendance'
import { notifyDone } from '../../../ui/notify'
import { RecordPicker } from '../../../ui/record-picker'
import { RecordingsLine } from '../sound/recordings-line'
import { useMeetingPart, usePage } from '../session/use-session'
import classes from './roll-panel.module.css'
import { fitOfficeOfDay } from './office-of-day'
import { QuorumLine } from './quorum-line'
import { RollFind } from './roll-find'
import { RollRow } from './roll-row'
import { rollCounts, rowFor, rowName, rowOf, type RowId } from './roll-rows'

const columns = ['order', 'name', 'title', 'agency', 'role', 'state', 'more'] as const

/** The roll: who was there, in what role and state. Rows are gone through with arrows and marked with one key. */
export function RollPanel({
  currentItem,
  onEnter,
}: {
  currentItem: () => string
  /** called with what gets the focus among the rows */
  onEnter: (target: Element) => void
}) {
  const { t } = useTranslation()
  const find = useRef<HTMLInputElement>(null)
  const [found, setFound] = useState<RowId>()
  const { session, readOnly } = usePage()
  const attendance = useMeetingPart((meeting) => meeting.attendance)
  const body = useRef<HTMLTableSectionElement>(null)
  const counts = rollCounts(attendance)
  const shownCounts = attendanceStates.filter((state) => counts[state] > 0)

  const add = (choice: Choice) => {
    const known = rowFor(session.current().attendance, choice)
    if (known)
      return notifyDone(t('meeting.roll.duplicate', { name: rowName(known) }), undefined, 'roll-duplicate')
    const row = rowOf(choice, choice.type === 'agency' ? 'representative' : 'participant')
    session.setAttendance((rows) => [...rows, row])
    void fitOfficeOfDay(session, row)
  }
  // Who is not marked yet: one key for all of them.
  const markRest = useCallback(
    () =>
      session.setAttendance((rows) =>
        rows.map((row) => (row.state === 'invited' ? { ...row, state: 'present' as const } : row)),
      ),
    [session],
  )
  const focusRow = useCallback((index: number) => {
    const rows = body.current?.querySelectorAll<HTMLElement>('tr[data-row]')
    rows?.item(Math.max(0, Math.min(index, rows.length - 1))).focus()
  }, [])
  const focusFind = useCallback(() => find.current?.focus(), [])

  return (
    <section className={classes.panel} aria-label={t('meeting.roll.label')} tabIndex={-1}>
      {!readOnly && (
        <div className={classes.add}>
          <RecordPicker
            types={['participant']}
            create="participant"
            label={t('meeting.roll.addPerson')}
            placeholder={t('meeting.roll.addPersonPlaceholder')}
            exclude={attendance.flatMap((row) => row.participantId ?? [])}
            onChoose={add}
          />
          <RecordPicker
            types={['agency']}
            create="agency"
            label={t('meeting.roll.addAgency')}
            placeholder={t('meeting.roll.addAgencyPlaceholder')}
            onChoose={add}
          />
        </div>
      )}
      <RecordingsLine />
      {attendance.length === 0 ? (
        <p className={classes.empty}>{t('meeting.roll.empty')}</p>
      ) : (
        <>
          <div className={classes.counts} role="status">
            {shownCounts.map((state) => (
              <span key={state} data-state={state} className={classes.count}>
                {t(`meeting.roll.counts.${state}`, { count: counts[state] })}
              </span>
            ))}
            <span className={classes.find}>
              <RollFind rows={attendance} inputRef={find} onRow={focusRow} onFound={setFound} />
            </span>
          </div>
          <QuorumLine />
          <p className={classes.keys}>{t('roll.keys')}</p>
          <div className={classes.scroll}>
            <table className={classes.table} role="grid" aria-label={t('meeting.roll.label')}>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col" className={classes[column]}>
                      {column === 'more' ? (
                        <span className="tt-unseen">{t('meeting.roll.columns.more')}</span>
                      ) : (
                        t(`meeting.roll.columns.${column}`)
                      )}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody ref={body} onFocus={(event) => onEnter(event.target)}>
                {attendance.map((row, index) => (
                  <RollRow
                    key={row.id}
                    row={row}
                    index={index}
                    found={row.id === found}
                    focusRow={focusRow}
                    focusFind={focusFind}
                    markRest={markRest}
                    currentItem={currentItem}
                  />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
