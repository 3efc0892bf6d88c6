import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useTemplates } from './use-templates'

type TemplateId = `template_${string}`

/** Chooses a template by typing or with the arrows. `none` names what an empty choice means. */
export function TemplateSelect({
  value,
  none,
  disabled = false,
  onChange,
}: {
  value: TemplateId | undefined
  none: string
  disabled?: boolean
  onChange: (id: TemplateId | undefined) => void
}) {
  const { t } = useTranslation()
  const templates = useTemplates()
  const data = [
    { value: '', label: none },
    ...templates.map(({ template }) => ({ value: template.id as string, label: template.name })),
  ]
  const known = templates.find(({ template }) => template.id === value)
  return (
    <Select
      label={t('carry.template')}
      data={data}
      value={known ? known.template.id : ''}
      allowDeselect={false}
      disabled={disabled}
      searchable
      comboboxProps={{ shadow: 'md' }}
      onChange={(id) => onChange(templates.find(({ template }) => template.id === id)?.template.id)}
    />
  )
}
