import { IconNotes } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../ui/data-list/columns'
import listClasses from '../../ui/data-list/data-list.module.css'
import { DirectoryPage } from '../../ui/directory-page'
import { useKeptState } from '../../ui/kept-state'
import { momentOf } from '../../ui/moments'
import { TextFilter } from '../../ui/text-filter'

function useNoteColumns(): Column<'note'>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'title',
      label: t('lists.notes.columns.title'),
      width: 'minmax(240px, 4fr)',
      sort: 'title',
      fixed: true,
      render: (row) => <span className={listClasses.main}>{row.title}</span>,
    },
    {
      key: 'tags',
      label: t('lists.notes.columns.tags'),
      width: 'minmax(120px, 2fr)',
      shown: true,
      render: (row) => row.tags.join(', '),
    },
    {
      key: 'fileName',
      label: t('lists.notes.columns.fileName'),
      width: 'minmax(120px, 1fr)',
      sort: 'fileName',
      render: (row) => row.fileName,
    },
    {
      key: 'updatedAt',
      label: t('lists.notes.columns.updatedAt'),
      width: '128px',
      sort: 'updatedAt',
      shown: true,
      render: (row) => <span className={listClasses.dim}>{momentOf(row.updatedAt)}</span>,
    },
  ]
}

/** All briefing notes. */
export function NotesPage() {
  const { t } = useTranslation()
  const [text, setText] = useKeptState('notes.text', '')
  const columns = useNoteColumns()
  return (
    <DirectoryPage
      type="note"
      title={t('lists.notes.title')}
      Icon={IconNotes}
      emptyTitle={t('lists.notes.emptyTitle')}
      emptyText={t('lists.notes.emptyText')}
      addCommand="new.note"
      columns={columns}
      firstSort={{ key: 'updatedAt', desc: true }}
      filter={text.trim() ? { text: text.trim() } : {}}
      filtered={text !== ''}
      onClearFilters={() => setText('')}
      rowName={(row) => row.title}
      filters={<TextFilter value={text} placeholder={t('lists.notes.filterText')} onChange={setText} />}
    />
  )
}
