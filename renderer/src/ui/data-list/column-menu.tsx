import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconCheck, IconColumns3 } from '@tabler/icons-react'
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
    <Menu closeOnItemClick={false} position="bottom-end">
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
            <Menu.Item
              key={key}
              role="menuitemcheckbox"
              aria-checked={keys.includes(key)}
              leftSection={
                <IconCheck size={16} stroke={1.75} visibility={keys.includes(key) ? 'visible' : 'hidden'} />
              }
              onClick={() => onToggle(key)}
            >
              {label}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}
