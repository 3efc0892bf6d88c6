import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatEventTime } from '../../../shared/dates'
import { parseEventTime, typedEventTime } from '../../../shared/dates-parse'
import { useLanguage } from '../api/use-app-info'

export interface EventDateInputProps extends Omit<
  TextInputProps,
  'value' | 'onChange' | 'defaultValue' | 'description' | 'type'
> {
  label: string
  /** The event time now (shared/dates); undefined = none or only words. */
  value: string | undefined
  /** What the paper says, when that is more than the date: shown instead of it. */
  asWritten?: string | undefined
  /**
   * Called as one types. `value` is the understood event time, undefined for other words; `typed` is the trimmed text
   * (to be kept as written when nothing was understood, or always).
   */
  onChange: (value: string | undefined, typed: string) => void
  /** How typed text is read, when it may be more than a date; by itself words are read as dates. */
  read?: (typed: string) => string | undefined
  /** Other words than dates are allowed (kept as written); otherwise they are an error. */
  freeText?: boolean
}

/** A text field for dates as officials type them; below it stands how they were understood. */
export function EventDateInput({
  value,
  asWritten,
  onChange,
  read = parseEventTime,
  freeText,
  ...rest
}: EventDateInputProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [draft, setDraft] = useState<string>()
  const [left, setLeft] = useState(false)
  const shown = draft ?? asWritten ?? (value ? typedEventTime(value, language) : '')
  const meant = draft === undefined ? (parseEventTime(shown) ?? value) : read(draft)
  const understood = shown.trim() === '' ? undefined : meant
  const strange = shown.trim() !== '' && understood === undefined
  const note = understood
    ? t('common.date.understood', { date: formatEventTime(understood, 'full', language) })
    : strange && freeText
      ? t('common.date.asWritten')
      : undefined
  return (
    <TextInput
      placeholder={t('common.date.placeholder')}
      {...rest}
      value={shown}
      description={note}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={strange && !freeText && (left || draft === undefined) ? t('common.date.unknown') : undefined}
      onChange={(event) => {
        const text = event.currentTarget.value
        setDraft(text)
        setLeft(false)
        onChange(read(text), text.trim())
      }}
      onBlur={(event) => {
        setLeft(true)
        // Words that are no date stay in the field and say so, that they can be corrected.
        if (!strange || freeText) setDraft(undefined)
        rest.onBlur?.(event)
      }}
    />
  )
}
