import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { paths } from '../api/paths'
import { EmptyState } from './empty-state'

/** An address without a screen, or a record that is gone. */
export function NotFound({ record = false }: { record?: boolean }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      Icon={IconMapQuestion}
      title={t(record ? 'common.page.recordGone' : 'common.page.notFound')}
      text={t(record ? 'common.page.recordGoneText' : 'common.page.notFoundText')}
      action={
        <Button component={Link} href={paths.home} variant="default">
          {t('common.page.goHome')}
        </Button>
      }
    />
  )
}
