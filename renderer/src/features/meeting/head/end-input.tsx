import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatEventTime, partsOf } from '../../../../../shared/dates'
import { typedEventTime } from '../../../../../shared/dates-parse'
import type { MeetingTime } from '../../../../../shared/records/meeting'
import { useLanguage } from '../../../api/use-app-info'
import { endsSameDay, parseEnd } from './meeting-time'

/** When it ended: a time of the same day, or a date. */
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
  const clock = time.end ? partsOf(time.end).clock : undefined
  const separator = lang === 'tr' ? '.' : ':'
  const stored =
    endsSameDay(time) && clock
      ? clock.replace(':', separator)
      : time.end
        ? typedEventTime(time.end, lang)
        : ''
  const shown = draft ?? stored
  const strange = draft !== undefined && draft.trim() !== '' && parseEnd(time, draft) === undefined
  const understood = draft === undefined || strange ? undefined : parseEnd(time, draft)
  return (
    <TextInput
      label={t('meeting.head.end')}
      placeholder={t('meeting.head.endHint')}
      disabled={disabled}
      value={shown}
      description={
        understood
          ? t('common.date.understood', { date: formatEventTime(understood, 'full', lang) })
          : undefined
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={strange ? t('meeting.head.endHint') : undefined}
      onChange={(event) => {
        const text = event.currentTarget.value
        setDraft(text)
        const end = parseEnd(time, text)
        if (end !== undefined || text.trim() === '') onEnd(end)
      }}
      onBlur={() => {
        if (!strange) setDraft(undefined)
      }}
    />
  )
}
