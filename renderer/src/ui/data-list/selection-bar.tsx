import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './data-list.module.css'

/** What can be done with the selected rows; stands below the list while there are any. */
export function SelectionBar({
  count,
  onDelete,
  onClear,
}: {
  count: number
  onDelete: () => void
  onClear: () => void
}) {
  const { t } = useTranslation()
  return (
    <div className={classes.selection} role="group" aria-label={t('history.selection.label')}>
      <span role="status" className="tt-number">
        {t('history.selection.count', { count })}
      </span>
      <Button size="compact-sm" variant="light" leftSection={<IconTrash size={16} />} onClick={onDelete}>
        {t('history.selection.delete')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={onClear}>
        {t('history.selection.clear')}
      </Button>
    </div>
  )
}
