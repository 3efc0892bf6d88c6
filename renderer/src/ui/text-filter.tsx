import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

const typingPause = 120

/** Narrows a list by typed words. */
export function TextFilter({
  value,
  placeholder,
  onChange,
}: {
  value: string
  placeholder: string
  onChange: (text: string) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value)
  const [told, setTold] = useState(value)
  // Cleared from outside ("remove filters"): the field follows; its own words coming back are nothing new.
  if (value !== told) {
    setTold(value)
    setTyped(value)
  }
  const later = useDebouncedCallback((text: string) => {
    setTold(text)
    onChange(text)
  }, typingPause)
  const type = (text: string) => {
    setTyped(text)
    later(text.slice(0, 500))
  }
  return (
    <TextInput
      aria-label={t('common.list.filter')}
      placeholder={placeholder}
      size="xs"
      w={240}
      leftSection={<IconFilter size={15} stroke={1.5} />}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      rightSection={
        typed === '' ? null : (
          <CloseButton size="xs" aria-label={t('common.actions.clear')} onClick={() => type('')} />
        )
      }
    />
  )
}
