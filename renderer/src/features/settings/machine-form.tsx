import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { themes, type MachineSettings } from '../../../../shared/contract/app-contract'
import { callDoor } from '../../api/door'
import { useAppInfo } from '../../api/use-app-info'
import { notifyError } from '../../ui/notify'
import { Section } from './section'
import { LabelledControl } from './labelled-control'

const typingPause = 500
const languages = ['tr', 'en'] as const

async function save(settings: Partial<MachineSettings>): Promise<void> {
  const saved = await callDoor('app.saveSettings', settings)
  if (!saved.ok) notifyError(saved.error)
}

/** Language, appearance and the user's name: for this computer only. */
export function MachineForm() {
  const { t } = useTranslation()
  const { settings } = useAppInfo()
  const [name, setName] = useState(settings.userName)
  const saveName = useDebouncedCallback((userName: string) => void save({ userName }), {
    delay: typingPause,
    flushOnUnmount: true,
  })
  return (
    <Section title={t('settings.general.title')}>
      <LabelledControl label={t('settings.general.language')}>
        <SegmentedControl
          aria-label={t('settings.general.language')}
          value={settings.language}
          data={languages.map((value) => ({ value, label: t(`settings.general.languages.${value}`) }))}
          onChange={(language) => void save({ language })}
        />
      </LabelledControl>
      <LabelledControl label={t('settings.general.theme')}>
        <SegmentedControl
          aria-label={t('settings.general.theme')}
          value={settings.theme}
          data={themes.map((value) => ({ value, label: t(`settings.general.themes.${value}`) }))}
          onChange={(theme) => void save({ theme })}
        />
      </LabelledControl>
      <TextInput
        label={t('settings.general.userName')}
        description={t('settings.general.userNameHint')}
        value={name}
        maxLength={200}
        onChange={(event) => {
          setName(event.currentTarget.value)
          saveName(event.currentTarget.value)
        }}
      />
      <Checkbox
        label={t('sound.setting')}
        description={t('sound.settingHint')}
        checked={settings.soundRecording}
        onChange={(event) => void save({ soundRecording: event.currentTarget.checked })}
      />
    </Section>
  )
}
