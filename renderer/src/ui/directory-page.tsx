import { Button } from '@mantine/core'
import { IconFilterOff, IconPlus, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CommandId } from '../../../shared/commands'
import type { ListedType, RowOf, SortKey } from '../../../shared/contract/rows'
import { runCommand } from '../api/commands'
import { useCall } from '../api/door'
import { recordPath } from '../api/paths'
import { useLanguage, useReadOnly } from '../api/use-app-info'
import { ColumnMenu } from './data-list/column-menu'
import { useColumns, type Column } from './data-list/columns'
import { DataList } from './data-list/data-list'
import type { WindowedQuery } from './data-list/use-row-windows'
import { EmptyState } from './empty-state'
import { useKeptState } from './kept-state'
import { formatNumber } from './numbers'
import { Page } from './page'
import { useRemove, useRemoveMany } from './use-remove'

export interface DirectoryPageProps<T extends ListedType> {
  type: T
  title: string
  Icon: TablerIcon
  emptyTitle: string
  emptyText: string
  addCommand: CommandId
  columns: Column<T>[]
  firstSort: { key: SortKey<T>; desc: boolean }
  filter: Record<string, unknown>
  filters: ReactNode
  filtered: boolean
  onClearFilters: () => void
  rowName: (row: RowOf<T>) => string
  /** The record shown in the details pane. */
  openId?: string | undefined
  children?: ReactNode
}

/** A list of people, agencies, boards or notes, with its filters and the way to add one. */
export function DirectoryPage<T extends ListedType>(props: DirectoryPageProps<T>) {
  const { type, columns, rowName, addCommand, filtered } = props
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const language = useLanguage()
  const readOnly = useReadOnly()
  const remove = useRemove()
  const removeMany = useRemoveMany()
  const [sort, setSort] = useKeptState(`${type}.sort`, props.firstSort)
  const { visible, keys, toggle } = useColumns(type, columns)
  const query = { type, sort: sort.key, desc: sort.desc, filter: props.filter } as unknown as WindowedQuery<T>
  const total = useCall('records.list', { ...query, offset: 0, limit: 1 } as never).data?.total
  const add = readOnly ? undefined : (
    <Button leftSection={<IconPlus size={16} />} onClick={() => runCommand(addCommand)}>
      {t(`commands.${addCommand}`)}
    </Button>
  )
  return (
    <Page
      title={props.title}
      {...(total === undefined ? {} : { count: formatNumber(total, language) })}
      actions={
        <>
          <ColumnMenu columns={columns} keys={keys} onToggle={toggle} />
          {add}
        </>
      }
      filters={
        <>
          {props.filters}
          {filtered && (
            <Button size="compact-sm" variant="subtle" onClick={props.onClearFilters}>
              {t('common.list.clearFilters')}
            </Button>
          )}
        </>
      }
      fixed
    >
      <DataList<T>
        label={props.title}
        query={query}
        columns={visible}
        sort={sort}
        onSort={(key) =>
          setSort({ key, desc: sort.key === key ? !sort.desc : key === 'updatedAt' || key === 'meetings' })
        }
        rowName={rowName}
        onOpen={(row) => navigate(recordPath(row.id), { replace: props.openId !== undefined })}
        {...(readOnly
          ? {}
          : {
              onDelete: (row: RowOf<T>) => void remove(row.id, rowName(row)),
              onDeleteMany: removeMany,
            })}
        openId={props.openId}
        empty={
          filtered ? (
            <EmptyState
              Icon={IconFilterOff}
              title={t('common.list.noMatch')}
              text={t('common.list.noMatchText')}
              action={
                <Button variant="default" onClick={props.onClearFilters}>
                  {t('common.list.clearFilters')}
                </Button>
              }
            />
          ) : (
            <EmptyState Icon={props.Icon} title={props.emptyTitle} text={props.emptyText} action={add} />
          )
        }
      />
      {props.children}
    </Page>
  )
}
