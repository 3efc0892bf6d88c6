import { IconBuilding } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { agencyKinds } from '../../../../shared/records/agency'
import { paths } from '../../api/paths'
import { ChoiceFilter } from '../../ui/choice-filter'
import type { Column } from '../../ui/data-list/columns'
import listClasses from '../../ui/data-list/data-list.module.css'
import { DirectoryPage } from '../../ui/directory-page'
import { useKeptState } from '../../ui/kept-state'
import { TextFilter } from '../../ui/text-filter'
import { AgencyCard } from './agency-card'

interface Filter {
  text: string
  kind: (typeof agencyKinds)[number][]
}
const noFilter: Filter = { text: '', kind: [] }

function useAgencyColumns(): Column<'agency'>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'name',
      label: t('lists.agencies.columns.name'),
      width: 'minmax(220px, 4fr)',
      sort: 'name',
      fixed: true,
      render: (row) => <span className={listClasses.main}>{row.name}</span>,
    },
    {
      key: 'shortNames',
      label: t('lists.agencies.columns.shortNames'),
      width: 'minmax(90px, 1fr)',
      shown: true,
      render: (row) => row.shortNames.join(', '),
    },
    {
      key: 'kind',
      label: t('lists.agencies.columns.kind'),
      width: 'minmax(120px, 1fr)',
      sort: 'kind',
      shown: true,
      render: (row) => row.kind && t(`terms.agencyKind.${row.kind}`),
    },
    {
      key: 'parentName',
      label: t('lists.agencies.columns.parentName'),
      width: 'minmax(120px, 2fr)',
      sort: 'parentName',
      render: (row) => row.parentName,
    },
    {
      key: 'province',
      label: t('lists.agencies.columns.province'),
      width: '96px',
      sort: 'province',
      shown: true,
      render: (row) => row.province,
    },
    {
      key: 'meetings',
      label: t('lists.agencies.columns.meetings'),
      width: '72px',
      sort: 'meetings',
      end: true,
      shown: true,
      render: (row) => row.meetings || '',
    },
  ]
}

/** All agencies and their units; the chosen one's card stands beside the list. */
export function AgenciesPage({ id }: { id?: string | undefined }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [filter, setFilter] = useKeptState('agencies.filter', noFilter)
  const columns = useAgencyColumns()
  return (
    <DirectoryPage
      type="agency"
      title={t('lists.agencies.title')}
      Icon={IconBuilding}
      emptyTitle={t('lists.agencies.emptyTitle')}
      emptyText={t('lists.agencies.emptyText')}
      addCommand="new.agency"
      columns={columns}
      firstSort={{ key: 'name', desc: false }}
      filter={{
        ...(filter.text.trim() ? { text: filter.text.trim() } : {}),
        ...(filter.kind.length > 0 ? { kind: filter.kind } : {}),
      }}
      filtered={filter.text !== '' || filter.kind.length > 0}
      onClearFilters={() => setFilter(noFilter)}
      rowName={(row) => row.name}
      openId={id}
      filters={
        <>
          <TextFilter
            value={filter.text}
            placeholder={t('lists.agencies.filterText')}
            onChange={(text) => setFilter({ ...filter, text })}
          />
          <ChoiceFilter
            label={t('lists.agencies.kind')}
            options={agencyKinds.map((value) => ({ value, label: t(`terms.agencyKind.${value}`) }))}
            values={filter.kind}
            onChange={(kind) => setFilter({ ...filter, kind })}
          />
        </>
      }
    >
      {id !== undefined && <AgencyCard key={id} id={id} onClose={() => navigate(paths.agencies)} />}
    </DirectoryPage>
  )
}
