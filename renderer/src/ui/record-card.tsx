import { ActionIcon, Stack, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/result'
import type { RecordDraft } from '../api/record-draft'
import { ConflictNotice } from './conflict-notice'
import { DetailsPane } from './details-pane'
import { EmptyState } from './empty-state'
import { errorMessage } from './error-message'
import { HistoryButton } from './history-button'
import { Loading } from './loading'
import { NotFound } from './not-found'
import { UsageList } from './usage-list'
import { useRemove } from './use-remove'

/** The card of a person, agency or board in the details pane: its form, then everything it took part in. */
export function RecordCard({
  id,
  title,
  card,
  actions,
  onClose,
  children,
}: {
  id: string
  title: string | undefined
  card: { error: AppError | undefined; draft: RecordDraft | undefined; outside: boolean; readOnly: boolean }
  actions?: ReactNode
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const remove = useRemove()
  const { error, draft, outside, readOnly } = card
  const removeNow = async () => {
    if (await remove(id, title ?? '')) onClose()
  }
  const buttons = title !== undefined && (
    <>
      {!readOnly && actions}
      <HistoryButton id={id} />
      {!readOnly && (
        <Tooltip label={t('cards.delete')}>
          <ActionIcon aria-label={t('cards.delete')} onClick={() => void removeNow()}>
            <IconTrash size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  )
  return (
    <DetailsPane title={title ?? t('common.page.details')} actions={buttons} onClose={onClose}>
      {title !== undefined ? (
        <>
          <ConflictNotice id={id} draft={draft} outside={outside} />
          <Stack gap={12}>{children}</Stack>
          <UsageList id={id} />
        </>
      ) : error?.code === 'not-found' ? (
        <NotFound record />
      ) : error ? (
        <EmptyState title={t('common.page.failed')} text={errorMessage(error)} />
      ) : (
        <Loading />
      )}
    </DetailsPane>
  )
}
