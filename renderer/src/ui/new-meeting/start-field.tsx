import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatEventTime } from '../../../../shared/dates'
import { useLanguage } from '../../api/use-app-info'

/** When the new meeting begins, as one types; below stands how it was understood. */
export function StartField({
  typed,
  start,
  otherwise,
  strange,
  onType,
}: {
  typed: string
  /** what was understood */
  start: string | undefined
  /** what an empty field means, if anything */
  otherwise: string | undefined
  /** the words are no date, and somebody wanted to go on with them */
  strange: boolean
  onType: (typed: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const note = start
    ? t('common.date.understood', { date: formatEventTime(start, 'full', language) })
    : typed.trim() === '' && otherwise
      ? t('carry.startToday', { date: formatEventTime(otherwise, 'full', language) })
      : undefined
  return (
    <TextInput
      label={t('carry.start')}
      placeholder={t('carry.startPlaceholder')}
      value={typed}
      description={note}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={strange ? t('carry.startUnknown') : undefined}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  )
}
