import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** The agenda that every meeting of a board starts with, one item a line. */
export function StandingAgenda({
  items,
  disabled,
  onSave,
}: {
  items: readonly string[]
  disabled: boolean
  onSave: (items: string[]) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  return (
    <Textarea
      label={t('cards.body.agenda')}
      description={t('cards.body.agendaHint')}
      value={typed ?? items.join('\n')}
      disabled={disabled}
      autosize
      minRows={3}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        onSave(
          text
            .split('\n')
            .map((item) => item.trim())
            .filter(Boolean),
        )
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}
