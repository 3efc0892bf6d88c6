import { Button, Text } from '@mantine/core'
import { IconKeyboard } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../api/commands'
import { useAppInfo } from '../../api/use-app-info'
import { Section } from './section'

/** Version, and the way to the keys. */
export function About() {
  const { t } = useTranslation()
  const { version } = useAppInfo()
  return (
    <Section title={t('settings.about.title')} text={t('settings.about.text')}>
      <Text size="sm">{t('common.status.version', { version })}</Text>
      <Button
        variant="default"
        leftSection={<IconKeyboard size={18} stroke={1.5} />}
        onClick={() => runCommand('help.keys')}
      >
        {t('work.keys.open')}
      </Button>
    </Section>
  )
}
