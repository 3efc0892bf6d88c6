import { TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Several short texts: short names, other spellings, tags. Enter adds; commas belong to names and split nothing. */
export function NamesInput({
  label,
  values,
  disabled,
  description,
  onSave,
}: {
  label: string
  values: readonly string[]
  disabled: boolean
  description?: string
  onSave: (values: string[]) => void
}) {
  const { t } = useTranslation()
  return (
    <TagsInput
      label={label}
      description={description}
      value={[...values]}
      disabled={disabled}
      splitChars={[]}
      acceptValueOnBlur
      placeholder={values.length === 0 ? t('cards.addWithEnter') : ''}
      onChange={(next) => onSave(next.map((name) => name.trim()).filter(Boolean))}
    />
  )
}
