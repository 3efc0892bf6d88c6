import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedType, RowOf } from '../../../../shared/contract/rows'
import type { Column } from './columns'
import classes from './data-list.module.css'

export interface ListRowProps<T extends ListedType> {
  id: string
  index: number
  /** Undefined while it is on its way. */
  row: RowOf<T> | undefined
  name: string
  columns: readonly Column<T>[]
  template: string
  /** Distance from the top of the rows, px. */
  start: number
  active: boolean
  open: boolean
  /** One of the rows chosen for doing something with them together. */
  selected: boolean
  /** Words of its group when the row opens one; undefined in lists without groups. */
  group: string | undefined
  /** A line above: the row opens a group below another one. */
  ruled: boolean
  /** Deletes the row; absent in lists that may only be read. */
  onDelete: ((row: RowOf<T>) => void) | undefined
}

function Row<T extends ListedType>(props: ListRowProps<T>) {
  const { t } = useTranslation()
  const { id, index, row, columns, group, onDelete } = props
  return (
    // Rows are reached with the arrow keys of the grid (aria-activedescendant), not with Tab.
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={props.open || props.selected}
      aria-label={row ? props.name : t('common.list.loadingRow')}
      className={classes.row}
      data-active={props.active || undefined}
      data-chosen={props.selected || undefined}
      data-ruled={props.ruled || undefined}
      data-index={index}
      style={{ transform: `translateY(${props.start}px)`, gridTemplateColumns: props.template }}
    >
      {group !== undefined && (
        <div role="gridcell" className={classes.group}>
          {group}
        </div>
      )}
      {columns.map(({ key, end, render }) => (
        <div role="gridcell" key={key} className={classes.cell} data-end={end || undefined}>
          {row && render(row)}
        </div>
      ))}
      {onDelete && (
        <div role="gridcell" className={classes.action}>
          {row && (
            <ActionIcon
              size={28}
              // The Delete key does the same for the row that the arrow keys have reached.
              tabIndex={-1}
              aria-label={t('common.list.deleteRow', { name: props.name })}
              title={t('common.actions.delete')}
              onClick={() => onDelete(row)}
            >
              <IconTrash size={16} stroke={1.5} />
            </ActionIcon>
          )}
        </div>
      )}
    </div>
  )
}

/** One row of a list; drawn anew only when something of it changed, not with every step of scrolling. */
export const ListRow = memo(Row) as typeof Row
