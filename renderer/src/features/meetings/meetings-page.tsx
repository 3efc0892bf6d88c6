import { Button } from '@mantine/core'
import { IconCalendarEvent, IconFilterOff, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { SortKey } from '../../../../shared/contract/rows'
import { runCommand } from '../../api/commands'
import { useCall } from '../../api/door'
import { recordPath } from '../../api/paths'
import { useLanguage, useReadOnly } from '../../api/use-app-info'
import { ColumnMenu } from '../../ui/data-list/column-menu'
import { useColumns } from '../../ui/data-list/columns'
import { DataList } from '../../ui/data-list/data-list'
import { EmptyState } from '../../ui/empty-state'
import { useKeptState } from '../../ui/kept-state'
import { formatNumber } from '../../ui/numbers'
import { Page } from '../../ui/page'
import { useRemove, useRemoveMany } from '../../ui/use-remove'
import { dateOf, monthOf, useMeetingColumns } from './meeting-columns'
import { isFiltered, noFilter, queryFilter, type MeetingFilter } from './meeting-filter'
import { MeetingFilters } from './meeting-filters'

/** All meetings, newest first. */
export function MeetingsPage() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const language = useLanguage()
  const readOnly = useReadOnly()
  const remove = useRemove()
  const removeMany = useRemoveMany()
  const [filter, setFilter] = useKeptState<MeetingFilter>('meetings.filter', noFilter)
  const [sort, setSort] = useKeptState<{ key: SortKey<'meeting'>; desc: boolean }>('meetings.sort', {
    key: 'start',
    desc: true,
  })
  const columns = useMeetingColumns()
  const { visible, keys, toggle } = useColumns('meeting', columns)
  const query = { type: 'meeting', sort: sort.key, desc: sort.desc, filter: queryFilter(filter) } as const
  const total = useCall('records.list', { ...query, offset: 0, limit: 1 }).data?.total
  const words = { noDate: t('lists.meetings.noDate'), noYear: t('lists.meetings.noYear') }
  const add = readOnly ? undefined : (
    <Button leftSection={<IconPlus size={16} />} onClick={() => runCommand('new.meeting')}>
      {t('commands.new.meeting')}
    </Button>
  )
  return (
    <Page
      title={t('lists.meetings.title')}
      {...(total === undefined ? {} : { count: formatNumber(total, language) })}
      actions={
        <>
          <ColumnMenu columns={columns} keys={keys} onToggle={toggle} />
          {add}
        </>
      }
      filters={<MeetingFilters filter={filter} onChange={setFilter} />}
      fixed
    >
      <DataList<'meeting'>
        label={t('lists.meetings.title')}
        query={query}
        columns={visible}
        sort={sort}
        onSort={(key) =>
          setSort(
            sort.key === key
              ? { key, desc: !sort.desc }
              : { key, desc: key === 'start' || key === 'updatedAt' },
          )
        }
        rowName={(row) =>
          t('lists.meetings.rowName', {
            title: row.title || t('common.untitled'),
            date: dateOf(row, language) || words.noDate,
            status: t(`terms.meetingStatus.${row.status}`),
          })
        }
        onOpen={(row) => navigate(recordPath(row.id))}
        {...(readOnly ? {} : { onDelete: (row) => void remove(row.id, row.title), onDeleteMany: removeMany })}
        groupOf={sort.key === 'start' ? (row) => monthOf(row, language, words) : undefined}
        empty={
          isFiltered(filter) ? (
            <EmptyState
              Icon={IconFilterOff}
              title={t('common.list.noMatch')}
              text={t('common.list.noMatchText')}
              action={
                <Button variant="default" onClick={() => setFilter(noFilter)}>
                  {t('common.list.clearFilters')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              Icon={IconCalendarEvent}
              title={t('lists.meetings.emptyTitle')}
              text={t('lists.meetings.emptyText')}
              action={add}
            />
          )
        }
      />
    </Page>
  )
}
