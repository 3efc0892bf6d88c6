import { Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Body } from '../../../../shared/records/body'
import { DraftText } from '../../ui/draft-text'
import { TemplateSelect } from '../../ui/new-meeting/template-select'

type Usual = Pick<Body, 'usualPlace' | 'usualHour' | 'templateId'>

/** `9.30`, `14:00`, `14` as the record keeps it; undefined when it is no hour. */
function hourOf(typed: string): string | undefined {
  const match = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed.trim())
  if (!match || Number(match[1]) > 23 || Number(match[2] ?? 0) > 59) return undefined
  return `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`
}

/** Where, at what hour and after which template a board usually meets: a new meeting of it starts with this. */
export function UsualMeeting({
  body,
  disabled,
  onSave,
}: {
  body: Usual
  disabled: boolean
  onSave: (fields: { [K in keyof Usual]?: NonNullable<Usual[K]> | null }) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? body.usualHour?.replace(':', '.') ?? ''
  const strange = shown.trim() !== '' && hourOf(shown) === undefined
  return (
    <>
      <Group gap={8} align="flex-start" wrap="nowrap">
        <DraftText
          flex={1}
          label={t('carry.usual.place')}
          value={body.usualPlace}
          maxLength={2_000}
          disabled={disabled}
          onSave={(usualPlace) => onSave({ usualPlace })}
        />
        <TextInput
          w={112}
          label={t('carry.usual.hour')}
          placeholder={t('carry.usual.hourPlaceholder')}
          value={shown}
          error={strange ? t('carry.usual.hourUnknown') : undefined}
          disabled={disabled}
          onChange={(event) => {
            const text = event.currentTarget.value
            setTyped(text)
            const usualHour = hourOf(text)
            if (usualHour !== undefined || text.trim() === '') onSave({ usualHour: usualHour ?? null })
          }}
          onBlur={() => {
            // Words that are no hour stay in the field, so that they can be corrected.
            if (!strange) setTyped(undefined)
          }}
        />
      </Group>
      <TemplateSelect
        value={body.templateId}
        none={t('carry.noTemplate')}
        disabled={disabled}
        onChange={(templateId) => onSave({ templateId: templateId ?? null })}
      />
    </>
  )
}
