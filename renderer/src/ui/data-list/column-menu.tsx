import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ListedType } from '../../../../shared/contract/rows'
import type { Column } from './columns'

/** Chooses the columns of a list. */
export function ColumnMenu<T extends ListedType>({
  columns,
  keys,
  onToggle,
}: {
  columns: Column<T>[]
  keys: string[]
  onToggle: (key: string) => void
}) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('common.list.columns')}>
          <ActionIcon aria-label={t('common.list.columns')}>
            <IconColumns3 size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {columns
          .filter(({ fixed }) => !fixed)
          .map(({ key, label }) => (
            <Menu.CheckboxItem key={key} checked={keys.includes(key)} onChange={() => onToggle(key)}>
              {label}
            </Menu.CheckboxItem>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
