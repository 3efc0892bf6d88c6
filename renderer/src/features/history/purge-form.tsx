import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { callDoor, useCall } from '../../api/door'
import { flushAll } from '../../api/flush'
import { errorMessage } from '../../ui/error-message'
import { Loading } from '../../ui/loading'
import { notifyError } from '../../ui/notify'

const titlesTold = 5

/** What purging takes and what stays, and the reason that it asks for. */
export function PurgeForm({
  id,
  onCancel,
  onDone,
}: {
  id: string
  onCancel: () => void
  onDone: () => void
}) {
  const { t } = useTranslation()
  const { data: preview, error } = useCall('purge.preview', { id }, { staleTime: 0, gcTime: 0 })
  const [reason, setReason] = useState('')
  const [running, setRunning] = useState(false)
  if (error) return <Text>{errorMessage(error.error)}</Text>
  if (!preview) return <Loading />

  const { versions, attachments, followUps, usedBy, blocked, backups } = preview
  const users = usedBy
    .filter(({ type }) => type !== 'followup')
    .map(({ title }) => title || t('common.untitled'))
  const titles = [
    ...users.slice(0, titlesTold),
    ...(users.length > titlesTold ? [t('history.bin.more', { count: users.length - titlesTold })] : []),
  ].join(', ')
  const cancel = (
    <Button variant="default" onClick={onCancel}>
      {t('common.actions.cancel')}
    </Button>
  )
  if (blocked)
    return (
      <Stack gap={16}>
        <Text size="sm">{t('history.purge.blocked', { titles })}</Text>
        <Group justify="flex-end">{cancel}</Group>
      </Stack>
    )
  const list = [
    t('history.purge.record'),
    ...(versions > 0 ? [t('history.purge.versions', { count: versions })] : []),
    ...(attachments > 0 ? [t('history.purge.attachments', { count: attachments })] : []),
    ...(followUps > 0 ? [t('history.purge.followUps', { count: followUps })] : []),
  ].join(', ')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return
    setRunning(true)
    await flushAll()
    const purged = await callDoor('purge.run', { id, reason: reason.trim() })
    setRunning(false)
    if (purged.ok) onDone()
    else notifyError(purged.error)
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap={16}>
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} stroke={1.5} />}>
          {t('history.purge.text')}
        </Alert>
        <Text size="sm">{t('history.purge.takes', { list })}</Text>
        {users.length > 0 && <Text size="sm">{t('history.purge.usedBy', { titles })}</Text>}
        <Text size="sm">{t('history.purge.stays')}</Text>
        <Text size="sm">
          {backups.length > 0
            ? t('history.purge.backups', { names: backups.map(({ name }) => name).join(', ') })
            : t('history.purge.noBackups')}
        </Text>
        <TextInput
          label={t('history.purge.reason')}
          description={t('history.purge.reasonHint')}
          required
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap={8}>
          {cancel}
          <Button type="submit" color="red.9" loading={running} disabled={reason.trim() === ''}>
            {t('history.purge.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
