import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatEventTime, partsOf } from '../../../../../shared/dates'
import { typedEventTime } from '../../../../../shared/dates-parse'
import type { MeetingTime } from '../../../../../shared/records/meeting'
import { useLanguage } from '../../../api/use-app-info'
import { endsBefore, endsSameDay, parseEnd } from './meeting-time'
import { useEntered } from './use-entered'

/**
 * When it ended: a time of the same day, or a date. What is not understood as a whole, or is before the beginning, is told and not
 * taken: the end stays what it was when the field was entered.
 */
export function EndInput({
  time,
  onEnd,
  disabled,
}: {
  time: MeetingTime
  onEnd: (end: string | undefined) => void
  disabled?: boolean
}) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const [draft, setDraft] = useState<string>()
  const entered = useEntered(() => time.end)
  const clock = time.end ? partsOf(time.end).clock : undefined
  const separator = lang === 'tr' ? '.' : ':'
  const stored =
    endsSameDay(time) && clock
      ? clock.replace(':', separator)
      : time.end
        ? typedEventTime(time.end, lang)
        : ''
  const shown = draft ?? stored
  const empty = shown.trim() === ''
  const end = draft === undefined ? time.end : parseEnd(time, draft)
  const error =
    !empty && end === undefined ? 'endHint' : endsBefore(time.start, end) ? 'endBeforeStart' : undefined
  const [refused, setRefused] = useState(false)
  // What was left in the field as wrong is taken once the beginning is one that it fits.
  const mended = refused && draft !== undefined && !empty && !error
  if (mended && end === time.end) {
    setDraft(undefined)
    setRefused(false)
  }
  useEffect(() => {
    if (mended) onEnd(end)
  }, [mended, end, onEnd])
  return (
    <TextInput
      label={t('meeting.head.end')}
      placeholder={t('meeting.head.endHint')}
      disabled={disabled}
      value={shown}
      description={
        draft !== undefined && end && !error
          ? t('common.date.understood', { date: formatEventTime(end, 'full', lang) })
          : undefined
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error ? t(`meeting.head.${error}`) : undefined}
      onChange={(event) => {
        const text = event.currentTarget.value
        setDraft(text)
        setRefused(false)
        const typed = parseEnd(time, text)
        const taken = text.trim() === '' || (typed !== undefined && !endsBefore(time.start, typed))
        const next = taken ? typed : entered.before()
        if (next !== time.end) onEnd(next)
      }}
      onFocus={entered.enter}
      onBlur={() => {
        // What was not taken stays in the field, so that it can be corrected.
        if (!error) setDraft(undefined)
        else setRefused(draft !== undefined)
      }}
    />
  )
}
