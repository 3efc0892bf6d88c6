import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingRow } from '../../../../shared/contract/rows'
import { formatEventTime, partsOf, type Language } from '../../../../shared/dates'
import { useLanguage } from '../../api/use-app-info'
import type { Column } from '../../ui/data-list/columns'
import listClasses from '../../ui/data-list/data-list.module.css'
import { momentOf } from '../../ui/moments'
import { StatusBadge } from '../../ui/status-badge'

/** When a meeting was, for a table: `21.11.2022 10.00`, or as it was written. */
export function dateOf(row: MeetingRow, language: Language): string {
  return row.start ? formatEventTime(row.start, 'short', language) : (row.asWritten ?? '')
}

/** The month a meeting belongs to, as a heading: `Kasım 2022`. */
export function monthOf(
  row: MeetingRow,
  language: Language,
  words: { noDate: string; noYear: string },
): string {
  if (!row.start) return words.noDate
  const { year, month } = partsOf(row.start)
  if (year === undefined) return words.noYear
  return formatEventTime(
    month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`,
    'long',
    language,
  )
}

const count = (value: number) => (value > 0 ? String(value) : '')

/** The columns of the list of meetings. */
export function useMeetingColumns(): Column<'meeting'>[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const roomy = window.innerWidth >= 1500
  return useMemo(() => meetingColumns(t, language, roomy), [t, language, roomy])
}

function meetingColumns(t: TFunction, language: Language, roomy: boolean): Column<'meeting'>[] {
  return [
    {
      key: 'date',
      label: t('lists.meetings.columns.date'),
      width: '116px',
      sort: 'start',
      fixed: true,
      render: (row) => <span className={`${listClasses.dim} tt-number`}>{dateOf(row, language)}</span>,
    },
    {
      key: 'title',
      label: t('lists.meetings.columns.title'),
      width: 'minmax(220px, 5fr)',
      sort: 'title',
      fixed: true,
      render: (row) => <span className={listClasses.main}>{row.title || t('common.untitled')}</span>,
    },
    {
      key: 'kind',
      label: t('lists.meetings.columns.kind'),
      width: '96px',
      sort: 'kind',
      render: (row) => t(`terms.meetingKind.${row.kind}`),
    },
    {
      key: 'bodyName',
      label: t('lists.meetings.columns.bodyName'),
      width: 'minmax(120px, 2fr)',
      sort: 'bodyName',
      shown: roomy,
      render: (row) => row.bodyName,
    },
    {
      key: 'place',
      label: t('lists.meetings.columns.place'),
      width: 'minmax(100px, 2fr)',
      sort: 'place',
      shown: true,
      render: (row) => row.place,
    },
    {
      key: 'chairName',
      label: t('lists.meetings.columns.chairName'),
      width: 'minmax(110px, 1fr)',
      sort: 'chairName',
      shown: roomy,
      render: (row) => row.chairName,
    },
    {
      key: 'present',
      label: t('lists.meetings.columns.present'),
      width: '64px',
      sort: 'present',
      end: true,
      shown: roomy,
      render: (row) => (row.invited > 0 ? `${row.present}/${row.invited}` : ''),
    },
    {
      key: 'decisions',
      label: t('lists.meetings.columns.decisions'),
      width: '56px',
      sort: 'decisions',
      weight: 2,
      end: true,
      shown: true,
      render: (row) => count(row.decisions),
    },
    {
      key: 'actions',
      label: t('lists.meetings.columns.actions'),
      width: '56px',
      sort: 'actions',
      weight: 2,
      end: true,
      shown: true,
      render: (row) => count(row.actions),
    },
    {
      key: 'status',
      label: t('lists.meetings.columns.status'),
      width: '108px',
      sort: 'status',
      weight: 3,
      shown: true,
      render: (row) => <StatusBadge status={row.status} />,
    },
    {
      key: 'updatedAt',
      label: t('lists.meetings.columns.updatedAt'),
      width: '112px',
      sort: 'updatedAt',
      render: (row) => <span className={listClasses.dim}>{momentOf(row.updatedAt)}</span>,
    },
  ]
}
