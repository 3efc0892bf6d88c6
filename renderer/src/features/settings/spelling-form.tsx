import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { spellings, type Spelling } from '../../../../shared/contract/spell-contract'
import { callDoor } from '../../api/door'
import { useAppInfo, useReadOnly } from '../../api/use-app-info'
import { NamesInput } from '../../ui/names-input'
import { notifyError } from '../../ui/notify'
import { Section } from './section'
import { useOffice } from './use-office'

function isSpelling(value: string): value is Spelling {
  return (spellings as readonly string[]).includes(value)
}

async function save(value: string): Promise<void> {
  if (!isSpelling(value)) return
  const saved = await callDoor('app.saveSettings', { spelling: value })
  if (!saved.ok) notifyError(saved.error)
}

/** The office's own words; saved in the archive. */
function OwnWords() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { settings, set } = useOffice()
  if (!settings) return null
  return (
    <NamesInput
      label={t('spell.own')}
      description={t('spell.ownHint')}
      values={settings.dictionary}
      disabled={readOnly}
      onSave={(dictionary) => set({ dictionary })}
    />
  )
}

/** Whether and by which dictionaries texts are spelt (this computer), and the words of the office (the open archive). */
export function SpellingForm({ archiveId }: { archiveId: string | undefined }) {
  const { t } = useTranslation()
  const { settings } = useAppInfo()
  return (
    <Section title={t('spell.title')} text={t('spell.hint')}>
      <Radio.Group label={t('spell.which')} value={settings.spelling} onChange={(value) => void save(value)}>
        <Stack gap={8} mt={4}>
          {spellings.map((value) => (
            <Radio key={value} value={value} label={t(`spell.choices.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {archiveId && <OwnWords key={archiveId} />}
    </Section>
  )
}
