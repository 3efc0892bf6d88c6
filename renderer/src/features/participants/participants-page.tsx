import { IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../../api/paths'
import type { Column } from '../../ui/data-list/columns'
import listClasses from '../../ui/data-list/data-list.module.css'
import { DirectoryPage } from '../../ui/directory-page'
import { FilterChip } from '../../ui/filter-chip'
import { useKeptState } from '../../ui/kept-state'
import { RecordPicker } from '../../ui/record-picker'
import { TextFilter } from '../../ui/text-filter'
import { ParticipantCard } from './participant-card'

interface Filter {
  text: string
  agency?: { id: string; name: string } | undefined
}
const noFilter: Filter = { text: '' }

function useParticipantColumns(): Column<'participant'>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'name',
      label: t('lists.participants.columns.name'),
      width: 'minmax(200px, 3fr)',
      sort: 'name',
      fixed: true,
      render: (row) => (
        <span className={listClasses.main}>
          {row.name}
          {row.prefix && <span className={listClasses.dim}> {row.prefix}</span>}
        </span>
      ),
    },
    {
      key: 'title',
      label: t('lists.participants.columns.title'),
      width: 'minmax(120px, 2fr)',
      sort: 'title',
      shown: true,
      render: (row) => row.title,
    },
    {
      key: 'agencyName',
      label: t('lists.participants.columns.agencyName'),
      width: 'minmax(140px, 3fr)',
      sort: 'agencyName',
      weight: 2,
      shown: true,
      render: (row) => row.agencyName,
    },
    {
      key: 'meetings',
      label: t('lists.participants.columns.meetings'),
      width: '72px',
      sort: 'meetings',
      end: true,
      shown: true,
      render: (row) => row.meetings || '',
    },
  ]
}

/** All people; the chosen one's card stands beside the list. */
export function ParticipantsPage({ id }: { id?: string | undefined }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [filter, setFilter] = useKeptState('participants.filter', noFilter)
  const columns = useParticipantColumns()
  return (
    <DirectoryPage
      type="participant"
      title={t('lists.participants.title')}
      Icon={IconUsers}
      emptyTitle={t('lists.participants.emptyTitle')}
      emptyText={t('lists.participants.emptyText')}
      addCommand="new.participant"
      columns={columns}
      firstSort={{ key: 'name', desc: false }}
      filter={{
        ...(filter.text.trim() ? { text: filter.text.trim() } : {}),
        ...(filter.agency ? { agencyId: filter.agency.id } : {}),
      }}
      filtered={filter.text !== '' || filter.agency !== undefined}
      onClearFilters={() => setFilter(noFilter)}
      rowName={(row) => [row.prefix, row.name].filter(Boolean).join(' ')}
      openId={id}
      filters={
        <>
          <TextFilter
            value={filter.text}
            placeholder={t('lists.participants.filterText')}
            onChange={(text) => setFilter({ ...filter, text })}
          />
          <FilterChip
            label={t('lists.participants.agency')}
            value={filter.agency?.name}
            onClear={() => setFilter({ ...filter, agency: undefined })}
          >
            {(close) => (
              <RecordPicker
                types={['agency']}
                label={t('lists.participants.agency')}
                value={filter.agency?.name}
                focusFirst
                onChoose={(choice) => {
                  setFilter({ ...filter, agency: { id: choice.id, name: choice.label } })
                  close()
                }}
              />
            )}
          </FilterChip>
        </>
      }
    >
      {id !== undefined && <ParticipantCard key={id} id={id} onClose={() => navigate(paths.participants)} />}
    </DirectoryPage>
  )
}
