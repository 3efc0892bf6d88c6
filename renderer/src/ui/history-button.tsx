import { ActionIcon, Tooltip } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { historyPath } from '../api/paths'

/** Leads to a record's earlier versions. */
export function HistoryButton({ id }: { id: string }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  return (
    <Tooltip label={t('history.open')}>
      <ActionIcon aria-label={t('history.open')} onClick={() => navigate(historyPath(id))}>
        <IconHistory size={18} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  )
}
