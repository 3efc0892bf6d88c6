import { Button, Group, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Long work under way: its name, how far it is, and the way to stop it. */
export function WorkBar({
  name,
  percent,
  onCancel,
}: {
  name: string
  percent: number | undefined
  onCancel: () => void
}) {
  const { t } = useTranslation()
  return (
    <div role="status">
      <Group justify="space-between" mb={4}>
        <Text size="sm" className="tt-number">
          {name} {percent !== undefined && t('backup.percent', { percent })}
        </Text>
        <Button size="compact-sm" variant="subtle" onClick={onCancel}>
          {t('common.actions.cancel')}
        </Button>
      </Group>
      <Progress aria-label={name} value={percent ?? 100} animated={percent === undefined} size="sm" />
    </div>
  )
}
