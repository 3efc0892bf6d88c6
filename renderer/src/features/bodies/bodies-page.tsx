import { IconGavel } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { bodyKinds } from '../../../../shared/records/body'
import { paths } from '../../api/paths'
import { ChoiceFilter } from '../../ui/choice-filter'
import type { Column } from '../../ui/data-list/columns'
import listClasses from '../../ui/data-list/data-list.module.css'
import { DirectoryPage } from '../../ui/directory-page'
import { useKeptState } from '../../ui/kept-state'
import { TextFilter } from '../../ui/text-filter'
import { BodyCard } from './body-card'

interface Filter {
  text: string
  kind: (typeof bodyKinds)[number][]
}
const noFilter: Filter = { text: '', kind: [] }

function useBodyColumns(): Column<'body'>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'name',
      label: t('lists.bodies.columns.name'),
      width: 'minmax(220px, 4fr)',
      sort: 'name',
      fixed: true,
      render: (row) => <span className={listClasses.main}>{row.name}</span>,
    },
    {
      key: 'kind',
      label: t('lists.bodies.columns.kind'),
      width: '120px',
      sort: 'kind',
      shown: true,
      render: (row) => t(`terms.bodyKind.${row.kind}`),
    },
    {
      key: 'ownerName',
      label: t('lists.bodies.columns.ownerName'),
      width: 'minmax(120px, 2fr)',
      sort: 'ownerName',
      shown: true,
      render: (row) => row.ownerName,
    },
    {
      key: 'members',
      label: t('lists.bodies.columns.members'),
      width: '56px',
      sort: 'members',
      end: true,
      shown: true,
      render: (row) => row.members || '',
    },
    {
      key: 'meetings',
      label: t('lists.bodies.columns.meetings'),
      width: '72px',
      sort: 'meetings',
      end: true,
      shown: true,
      render: (row) => row.meetings || '',
    },
  ]
}

/** All boards; the chosen one's card stands beside the list. */
export function BodiesPage({ id }: { id?: string | undefined }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [filter, setFilter] = useKeptState('bodies.filter', noFilter)
  const columns = useBodyColumns()
  return (
    <DirectoryPage
      type="body"
      title={t('lists.bodies.title')}
      Icon={IconGavel}
      emptyTitle={t('lists.bodies.emptyTitle')}
      emptyText={t('lists.bodies.emptyText')}
      addCommand="new.body"
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
            placeholder={t('lists.bodies.filterText')}
            onChange={(text) => setFilter({ ...filter, text })}
          />
          <ChoiceFilter
            label={t('lists.bodies.kind')}
            options={bodyKinds.map((value) => ({ value, label: t(`terms.bodyKind.${value}`) }))}
            values={filter.kind}
            onChange={(kind) => setFilter({ ...filter, kind })}
          />
        </>
      }
    >
      {id !== undefined && <BodyCard key={id} id={id} onClose={() => navigate(paths.bodies)} />}
    </DirectoryPage>
  )
}
