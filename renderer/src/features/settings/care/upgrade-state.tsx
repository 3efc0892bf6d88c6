import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { startUpgrade, useCare } from '../../../api/care-state'
import { useCall } from '../../../api/door'
import { useReadOnly } from '../../../api/use-app-info'

/** Whether records of older shapes are there, and the way to bring them into today's. */
export function UpgradeState() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { running, upgraded } = useCare()
  const { data } = useCall('care.outdated', undefined, { staleTime: 0 })
  const outdated = data?.outdated ?? 0
  return (
    <>
      {upgraded && upgraded.outdated > 0 && (
        <Text size="sm" role="status">
          {t('care.upgraded', { count: upgraded.written })}
          {upgraded.left > 0 && ` ${t('care.upgradeLeft', { count: upgraded.left })}`}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {outdated > 0 ? t('care.upgradeNeeded', { count: outdated }) : data ? t('care.upgradeNone') : ''}
      </Text>
      {outdated > 0 && !readOnly && (
        <div>
          <Button variant="default" disabled={running !== undefined} onClick={() => void startUpgrade()}>
            {t('care.upgrade')}
          </Button>
        </div>
      )}
    </>
  )
}
