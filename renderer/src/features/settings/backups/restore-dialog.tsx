import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupRef, RestorePreview } from '../../../../../shared/contract/backup-contract'
import { recordTypes } from '../../../../../shared/ids'
import { useReadOnly } from '../../../api/use-app-info'
import { fullMomentOf } from '../../../ui/moments'
import classes from './backups.module.css'
import { useRestore, useRunningWork } from './use-backups'
import { WorkBar } from './work-bar'

/** Long lists scroll, so the keyboard must reach them. */
const reachable = { tabIndex: 0 }

function Touched({ title, touched }: { title: string; touched: RestorePreview['fresh'] }) {
  const { t } = useTranslation()
  if (touched.count === 0) return null
  const counts = recordTypes.flatMap((type) => {
    const count = touched.byType[type]
    return count ? [t('backup.preview.byType', { type: t(`terms.recordType.${type}`), count })] : []
  })
  const more = touched.count - touched.records.length
  return (
    <section aria-label={title}>
      <Title order={3}>{title}</Title>
      <Text size="sm" c="dimmed" className="tt-number">
        {counts.join(' · ')}
      </Text>
      <ul className={classes.titles} aria-label={title} {...reachable}>
        {touched.records.map(({ id, type, title: name }) => (
          <li key={id}>
            {name || t('common.untitled')}{' '}
            <span className={classes.dim}>{t(`terms.recordType.${type}`)}</span>
          </li>
        ))}
        {more > 0 && <li className={classes.dim}>{t('backup.preview.more', { count: more })}</li>}
      </ul>
    </section>
  )
}

function Changes({ preview }: { preview: RestorePreview }) {
  const { t } = useTranslation()
  const { fresh, changed, gone, same, damaged, settings, missingAttachments, tooLarge } = preview
  const nothing = fresh.count + changed.count + gone.count === 0 && !settings
  return (
    <div className={classes.lists}>
      {nothing && <Text>{t('backup.preview.nothing')}</Text>}
      <Touched title={t('backup.preview.fresh')} touched={fresh} />
      <Touched title={t('backup.preview.changed')} touched={changed} />
      <Touched title={t('backup.preview.gone')} touched={gone} />
      <div>
        {settings && <Text size="sm">{t('backup.preview.settings')}</Text>}
        {!nothing && (
          <Text size="sm" c="dimmed">
            {t('backup.preview.same', { count: same })}
          </Text>
        )}
        {damaged > 0 && <Text size="sm">{t('backup.preview.damaged', { count: damaged })}</Text>}
        {missingAttachments > 0 && (
          <Text size="sm">{t('backup.preview.missing', { count: missingAttachments })}</Text>
        )}
        {tooLarge && <Text size="sm">{t('backup.preview.tooLarge')}</Text>}
      </div>
    </div>
  )
}

/** Shows what restoring a backup would change, and restores it: into place, or into a new folder. */
export function RestoreDialog({ backup, onClose }: { backup: BackupRef; onClose: () => void }) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const running = useRunningWork()
  const { preview, busy, look, into, beside, cancel } = useRestore(onClose)
  const { name, own } = backup
  const begin = useEffectEvent(() => {
    if (own) look(name)
    else beside(name)
  })
  useEffect(() => begin(), [])
  const close = () => {
    if (busy) cancel()
    else onClose()
  }
  const changes =
    preview && preview.fresh.count + preview.changed.count + preview.gone.count + Number(preview.settings) > 0
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t('backup.preview.title')}
      closeButtonProps={{ 'aria-label': t('common.actions.close') }}
    >
      <Stack gap={16}>
        <Text>{t('backup.preview.of', { when: fullMomentOf(backup.at) })}</Text>
        {preview && <Changes preview={preview} />}
        {busy && (
          <WorkBar
            name={t(preview || !own ? 'backup.restoring' : 'backup.reading')}
            percent={running?.percent}
            onCancel={cancel}
          />
        )}
        {preview && !busy && (
          <>
            <Text size="sm" c="dimmed">
              {changes && !readOnly && `${t('backup.preview.safety')} `}
              {t('backup.preview.besideHint')}
            </Text>
            <Group justify="flex-end" gap={8}>
              <Button variant="default" onClick={() => beside(name)}>
                {t('backup.preview.beside')}
              </Button>
              <Button disabled={!changes || preview.tooLarge || readOnly} onClick={() => into(name)}>
                {t('backup.preview.into')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  )
}
