import { Checkbox, Radio, Stack, TextInput, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OfficeSettings } from '../../../../shared/records/office-settings'
import { upperTr } from '../../../../shared/text/turkish'
import { useReadOnly } from '../../api/use-app-info'
import { Section } from './section'
import classes from './settings.module.css'
import { useOffice } from './use-office'

const fonts = ['tinos', 'arimo'] as const

function Preview({ settings: { letterhead, font } }: { settings: OfficeSettings }) {
  const { t } = useTranslation()
  const { republic, administration, province, unit } = letterhead
  if (!republic && administration === '' && province === '' && unit === '') return null
  return (
    <div className={classes.paper} data-font={font} role="img" aria-label={t('settings.office.preview')}>
      {republic && <div>T.C.</div>}
      {administration && <div>{upperTr(administration)}</div>}
      {province && <div>{upperTr(province)}</div>}
      {unit && <div>{unit}</div>}
    </div>
  )
}

/** What stands on the paper of this office; saved in the archive. */
export function OfficeForm() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { settings, set } = useOffice()
  if (!settings) return null
  const { letterhead } = settings
  const text = (key: 'administration' | 'province' | 'unit') => (
    <TextInput
      label={t(`settings.office.${key}`)}
      placeholder={t(`settings.office.${key}Placeholder`)}
      value={letterhead[key]}
      disabled={readOnly}
      onChange={(event) => set({ letterhead: { ...letterhead, [key]: event.currentTarget.value } })}
    />
  )
  return (
    <Section title={t('settings.office.title')} text={t('settings.office.text')}>
      <Checkbox
        label={t('settings.office.republic')}
        checked={letterhead.republic}
        disabled={readOnly}
        onChange={(event) => set({ letterhead: { ...letterhead, republic: event.currentTarget.checked } })}
      />
      {text('administration')}
      {text('province')}
      {text('unit')}
      <Preview settings={settings} />
      <Radio.Group
        label={t('settings.office.font')}
        value={settings.font}
        onChange={(value) => set({ font: value === 'arimo' ? 'arimo' : 'tinos' })}
      >
        <Stack gap={8} mt={4}>
          {fonts.map((font) => (
            <Radio key={font} value={font} label={t(`settings.office.fonts.${font}`)} disabled={readOnly} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('settings.office.closing')}
        description={t('settings.office.closingHint')}
        value={settings.wording.closing}
        disabled={readOnly}
        autosize
        minRows={2}
        onChange={(event) => set({ wording: { ...settings.wording, closing: event.currentTarget.value } })}
      />
    </Section>
  )
}
