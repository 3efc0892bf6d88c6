import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatEventTime, localDay } from '../../../../../../shared/dates'
import { dueText, parseDue } from '../../../../../../shared/domain/due-parse'
import { holidayOn, isWorkingDay } from '../../../../../../shared/domain/holidays'
import { sameValue } from '../../../../../../shared/domain/same-value'
import type { Due } from '../../../../../../shared/records/blocks'
import { useLanguage } from '../../../../api/use-app-info'
import { usePage } from '../../session/use-session'
import classes from './fields.module.css'

/** What somebody is typing, and what of it the record holds. */
interface Draft {
  text: string
  given: Due | undefined
  /** the record has taken something else since the typing began */
  changed: boolean
}

/**
 * When an action is due, as it is typed; below stands how it was understood. The record holds what the text as it stands
 * says: while that is not understood it holds nothing, and once the field is left the words stay and say so.
 */
export function DueInput({
  due,
  label,
  dated = false,
  onDue,
  disabled,
}: {
  due: Due | undefined
  /** what it is called when it is not the due date of an action item */
  label?: string
  /** only a day or a month will do, not the next meeting */
  dated?: boolean
  /** `further`: it goes on from the change before, and is undone with it */
  onDue: (due: Due | undefined, further: boolean) => void
  disabled?: boolean
}) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const { session } = usePage()
  const [draft, setDraft] = useState<Draft>()
  const [strange, setStrange] = useState(false)
  const [seen, setSeen] = useState(due)
  const name = label ?? t('meeting.action.due')
  if (!sameValue(seen, due)) {
    setSeen(due)
    // Undone, or changed by somebody else: the words that were typed no longer tell what the record holds.
    if (draft && !sameValue(draft.given, due)) {
      setDraft(undefined)
      setStrange(false)
    }
  }
  const stored = due ? dueText(due, lang, t('meeting.action.nextMeeting')) : ''
  const shown = draft?.text ?? stored
  const read = (text: string) => {
    const { start } = session.current().time
    const from = start && /^\d{4}-\d{2}-\d{2}/.test(start) ? start.slice(0, 10) : localDay(new Date())
    const found = parseDue(text, from)
    return dated && found?.kind === 'next-meeting' ? undefined : found
  }
  const understood = draft && read(draft.text)
  const note =
    understood?.kind === 'day' && draft?.text !== stored
      ? formatEventTime(understood.date, 'full', lang)
      : understood?.kind === 'month' && draft?.text !== stored
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
        title={t(dated ? 'meeting.decision.dayPlaceholder' : 'meeting.action.duePlaceholder')}
        value={shown}
        disabled={disabled}
        onChange={(event) => {
          const text = event.currentTarget.value
          const next = read(text)
          const changes = !sameValue(next, due)
          setDraft({ text, given: next, changed: changes || draft?.changed === true })
          setStrange(false)
          if (changes) onDue(next, draft?.changed === true)
        }}
        onBlur={() => {
          const odd = draft !== undefined && draft.text.trim() !== '' && !understood
          setStrange(odd)
          // Words that were not understood stay in the field, so that they can be corrected: a step of its own.
          setDraft(odd ? { ...draft, changed: false } : undefined)
        }}
      />
      {note && <span className={classes.note}>{note}</span>}
      {closed && (
        <span className={classes.note}>{t('work.closed', { day: t(`work.holidays.${closed}`) })}</span>
      )}
      {strange && (
        <span className={classes.error} role="alert">
          {t(dated ? 'meeting.decision.dayUnknown' : 'meeting.action.dueUnknown')}
        </span>
      )}
    </label>
  )
}
