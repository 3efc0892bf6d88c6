import { Alert, Button, Checkbox, Group, Select, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconDatabaseExport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupRef, BackupState } from '../../../../../shared/contract/backup-contract'
import { runCommand } from '../../../api/commands'
import { useReadOnly } from '../../../api/use-app-info'
import { errorMessage } from '../../../ui/error-message'
import { fullMomentOf } from '../../../ui/moments'
import { Section } from '../section'
import settings from '../settings.module.css'
import { BackupTable } from './backup-table'
import classes from './backups.module.css'
import { RestoreDialog } from './restore-dialog'
import { useBackups } from './use-backups'
import { WorkBar } from './work-bar'

const gigabyte = 1024 ** 3
const caps = [1, 2, 5, 10, 20, 50, 100]

function Warning({ state, onConfirm }: { state: BackupState; onConfirm: () => void }) {
  const { t } = useTranslation()
  const { warning, loss, failure } = state
  if (!warning) return null
  const lost = (loss?.gone ?? 0) + (loss?.emptied ?? 0)
  return (
    <Alert color="yellow" variant="light" py={8} icon={<IconAlertTriangle />}>
      {t(`backup.warnings.${warning}`, { lost, total: loss?.total ?? 0 })}{' '}
      {warning === 'failed' && failure && errorMessage(failure)}
      {warning === 'loss' && (
        <div>
          <Button size="compact-sm" variant="default" mt={8} onClick={onConfirm}>
            {t('backup.confirmLoss')}
          </Button>
        </div>
      )}
    </Alert>
  )
}

/** Backups of the open archive: where they go, how it stands, and the way back. */
export function BackupSettings() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { state, running, cancel, setPlan, chooseFolder, showFolder, confirmLoss } = useBackups()
  const [restoring, setRestoring] = useState<BackupRef>()
  if (!state) return null
  const { folder, chosen, automatic, capBytes, lastGoodAt, backups, reachable } = state
  const busy = running !== undefined
  return (
    <Section title={t('backup.title')} text={t('backup.text')}>
      <dl className={settings.facts}>
        <dt>{t('backup.folder')}</dt>
        <dd className={settings.file}>{folder}</dd>
        <dt>{t('backup.last')}</dt>
        <dd className="tt-number">{lastGoodAt ? fullMomentOf(lastGoodAt) : t('backup.lastNone')}</dd>
      </dl>
      <Group gap={8}>
        <Button
          leftSection={<IconDatabaseExport size={18} stroke={1.5} />}
          disabled={readOnly || busy}
          onClick={() => runCommand('backup.now')}
        >
          {t('backup.now')}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => chooseFolder(false)}>
          {t('backup.chooseFolder')}
        </Button>
        {chosen && (
          <Button variant="default" disabled={busy} onClick={() => chooseFolder(true)}>
            {t('backup.usualFolder')}
          </Button>
        )}
        <Button variant="default" disabled={backups.length === 0} onClick={showFolder}>
          {t('backup.showFolder')}
        </Button>
      </Group>
      <Checkbox
        label={t('backup.automatic')}
        description={t('backup.automaticHint')}
        checked={automatic}
        onChange={(event) => setPlan({ automatic: event.currentTarget.checked })}
      />
      <Select
        label={t('backup.cap')}
        description={t('backup.capHint')}
        allowDeselect={false}
        value={String(Math.round(capBytes / gigabyte))}
        data={caps.map((size) => ({ value: String(size), label: `${size} GB` }))}
        onChange={(value) => setPlan({ capBytes: Number(value) * gigabyte })}
      />
      <div className={classes.state}>
        {running && !restoring ? (
          <WorkBar
            name={t(running.work === 'backup' ? 'backup.making' : 'backup.restoring')}
            percent={running.percent}
            onCancel={cancel}
          />
        ) : (
          <Warning state={state} onConfirm={confirmLoss} />
        )}
      </div>
      <Title order={3}>{t('backup.list')}</Title>
      {backups.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(reachable ? 'backup.none' : 'backup.unreachable')}
        </Text>
      ) : (
        <BackupTable backups={backups} disabled={busy} onRestore={setRestoring} />
      )}
      <Group gap={8}>
        <Button variant="default" disabled={busy} onClick={() => runCommand('backup.restoreFile')}>
          {t('backup.fromFile')}
        </Button>
      </Group>
      {restoring && <RestoreDialog backup={restoring} onClose={() => setRestoring(undefined)} />}
    </Section>
  )
}
