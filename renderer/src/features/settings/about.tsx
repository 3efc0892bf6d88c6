import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { commandIds, keysLabel } from '../../../../shared/commands'
import { isMac } from '../../api/commands'
import { useAppInfo } from '../../api/use-app-info'
import { Section } from './section'
import classes from './settings.module.css'

/** Version and keys. */
export function About() {
  const { t } = useTranslation()
  const { version } = useAppInfo()
  return (
    <Section title={t('settings.about.title')} text={t('settings.about.text')}>
      <Text size="sm">{t('common.status.version', { version })}</Text>
      <Title order={3}>{t('settings.about.keys')}</Title>
      <dl className={classes.keys}>
        {commandIds
          .filter((id) => keysLabel(id, isMac) !== undefined)
          .map((id) => (
            <div key={id}>
              <dt>{t(`commands.${id}`)}</dt>
              <dd>{keysLabel(id, isMac)}</dd>
            </div>
          ))}
      </dl>
    </Section>
  )
}
