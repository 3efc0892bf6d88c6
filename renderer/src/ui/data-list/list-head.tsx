import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ListedType, SortKey } from '../../../../shared/contract/rows'
import type { Column } from './columns'
import classes from './data-list.module.css'

/** The line of column names; a click sorts, a second one turns the order round. */
export function ListHead<T extends ListedType>({
  columns,
  template,
  minWidth,
  grouped,
  deletable,
  sort,
  onSort,
}: {
  columns: Column<T>[]
  template: string
  minWidth: number
  grouped: boolean
  deletable: boolean
  sort: { key: SortKey<T>; desc: boolean }
  onSort: (key: SortKey<T>) => void
}) {
  const { t } = useTranslation()
  const Arrow = sort.desc ? IconArrowDown : IconArrowUp
  return (
    <div className={classes.head} role="rowgroup" style={{ minWidth }}>
      <div role="row" aria-rowindex={1} className={classes.headRow} style={{ gridTemplateColumns: template }}>
        {grouped && (
          <div role="columnheader" className={classes.headCell}>
            <span className="tt-unseen">{t('common.list.group')}</span>
          </div>
        )}
        {columns.map((column) => {
          const { sort: key } = column
          const sorted = key !== undefined && key === sort.key
          return (
            <div
              key={column.key}
              role="columnheader"
              className={classes.headCell}
              data-end={column.end || undefined}
              aria-sort={sorted ? (sort.desc ? 'descending' : 'ascending') : key ? 'none' : undefined}
            >
              {key ? (
                <button
                  type="button"
                  className={classes.sort}
                  title={t('common.list.sortBy', { column: column.label })}
                  onClick={() => onSort(key)}
                >
                  {column.label}
                  {sorted && <Arrow size={14} stroke={1.75} aria-hidden />}
                </button>
              ) : (
                column.label
              )}
            </div>
          )
        })}
        {deletable && (
          <div role="columnheader">
            <span className="tt-unseen">{t('common.actions.delete')}</span>
          </div>
        )}
      </div>
    </div>
  )
}
