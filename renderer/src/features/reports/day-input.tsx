import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatEventTime } from '../../../../shared/dates'
import { useLanguage } from '../../api/use-app-info'
import { typedDay, type Period } from './period'

/** A typed day of a period: `1.1.2022`, `kasım 2022`, `2022`. Below it stands the day it means. */
export function DayInput({
  label,
  side,
  value,
  error,
  onChange,
}: {
  label: string
  side: keyof Period
  value: string
  error?: string | undefined
  onChange: (day: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [typed, setTyped] = useState<string>()
  const day = typed === undefined ? value : typedDay(typed, side)
  return (
    <TextInput
      label={label}
      value={typed ?? formatEventTime(value, 'short', language)}
      description={day ? formatEventTime(day, 'full', language) : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={day === undefined ? t('reports.badDate') : error}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        const meant = typedDay(text, side)
        if (meant !== undefined) onChange(meant)
      }}
      onBlur={() => {
        if (day !== undefined) setTyped(undefined)
      }}
    />
  )
}
