import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatEventTime } from '../../../../../../shared/dates'
import { dueText, parseDue } from '../../../../../../shared/domain/due-parse'
import { holidayOn, isWorkingDay } from '../../../../../../shared/domain/holidays'
import type { Due } from '../../../../../../shared/records/blocks'
import { useLanguage } from '../../../../api/use-app-info'
import { usePage } from '../../session/use-session'
import classes from './fields.module.css'

function today(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** When an action is due, as it is typed; below stands how it was understood. Other words are not kept and say so. */
export function DueInput({
  due,
  label,
  onDue,
  disabled,
}: {
  due: Due | undefined
  /** what it is called when it is not the due date of an action item */
  label?: string
  onDue: (due: Due | undefined) => void
  disabled?: boolean
}) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const { session } = usePage()
  const [draft, setDraft] = useState<string>()
  const [strange, setStrange] = useState(false)
  const name = label ?? t('meeting.action.due')
  const stored = due ? dueText(due, lang, t('meeting.action.nextMeeting')) : ''
  const shown = draft ?? stored
  const read = (text: string) => {
    const { start } = session.current().time
    const from = start && /^\d{4}-\d{2}-\d{2}/.test(start) ? start.slice(0, 10) : today()
    return parseDue(text, from)
  }
  const understood = draft === undefined ? undefined : read(draft)
  const note =
    understood?.kind === 'day' && draft !== stored
      ? formatEventTime(understood.date, 'full', lang)
      : understood?.kind === 'month' && draft !== stored
        ? formatEventTime(understood.month, 'long', lang)
        : undefined
  const closed =
    due?.kind === 'day' && !isWorkingDay(due.date) ? (holidayOn(due.date)?.name ?? 'weekend') : undefined
  return (
    <label className={classes.field}>
      <span className={classes.caption}>{name}</span>
      <input
        className={classes.input}
        style={{ width: `${Math.max(12, shown.length + 1)}ch` }}
        aria-label={name}
        aria-invalid={strange || undefined}
        placeholder="…"
        title={t('meeting.action.duePlaceholder')}
        value={shown}
        disabled={disabled}
        onChange={(event) => {
          const text = event.currentTarget.value
          setDraft(text)
          setStrange(false)
          const next = read(text)
          if (next || text.trim() === '') onDue(next)
        }}
        onBlur={() => {
          const odd = draft !== undefined && draft.trim() !== '' && !read(draft)
          setStrange(odd)
          // Words that were not understood stay in the field, so that they can be corrected.
          if (!odd) setDraft(undefined)
        }}
      />
      {note && <span className={classes.note}>{note}</span>}
      {closed && (
        <span className={classes.note}>{t('work.closed', { day: t(`work.holidays.${closed}`) })}</span>
      )}
      {strange && (
        <span className={classes.error} role="alert">
          {t('meeting.action.dueUnknown')}
        </span>
      )}
    </label>
  )
}
