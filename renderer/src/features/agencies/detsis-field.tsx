import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Agency } from '../../../../shared/records/agency'

/** The number of an agency in the state organisation register; only a whole number is saved. */
export function DetsisField({
  value = '',
  disabled,
  onSave,
}: {
  value: string | undefined
  disabled: boolean
  onSave: (value: string | null) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? value
  const right = shown === '' || Agency.shape.detsis.safeParse(shown).success
  return (
    <TextInput
      label={t('cards.agency.detsis')}
      value={shown}
      disabled={disabled}
      inputMode="numeric"
      error={right ? undefined : t('cards.agency.detsisWrong')}
      onChange={(event) => {
        const text = event.currentTarget.value.trim()
        setTyped(text)
        if (text === '') onSave(null)
        else if (Agency.shape.detsis.safeParse(text).success) onSave(text)
      }}
      onBlur={() => {
        if (right) setTyped(undefined)
      }}
    />
  )
}
