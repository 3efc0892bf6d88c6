import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedType, RowOf, SortKey } from '../../../../shared/contract/rows'
import { foldTr } from '../../../../shared/text/turkish'
import { errorMessage } from '../error-message'
import { EmptyState } from '../empty-state'
import { Loading } from '../loading'
import { fittingColumns, leastWidth, type Column } from './columns'
import classes from './data-list.module.css'
import { ListHead } from './list-head'
import { keptOffset, keepOffset } from './kept-offset'
import { ListRow } from './list-row'
import { SelectionBar } from './selection-bar'
import { useSelection } from './use-selection'
import { useWidth } from './use-width'
import { useRowWindows, windowOf, type WindowedQuery } from './use-row-windows'

const rowHeight = 40
const headHeight = 32
const groupTrack = '112px'
const actionTrack = '28px'

export interface DataListProps<T extends ListedType> {
  /** Accessible name of the table. */
  label: string
  query: WindowedQuery<T>
  columns: Column<T>[]
  sort: { key: SortKey<T>; desc: boolean }
  onSort: (key: SortKey<T>) => void
  /** Accessible name of a row. */
  rowName: (row: RowOf<T>) => string
  onOpen: (row: RowOf<T>) => void
  onDelete?: (row: RowOf<T>) => void
  /** Deletes several rows together; absent = rows cannot be selected. Out: whether they are gone. */
  onDeleteMany?: (ids: string[]) => Promise<boolean>
  /** The row whose details are open; moving with the arrow keys then opens the next ones. */
  openId?: string | undefined
  /** Heading of the rows that belong together (month of a meeting); rows come sorted by it. */
  groupOf?: ((row: RowOf<T>) => string) | undefined
  /** What stands there when nothing is in the list. */
  empty: ReactNode
}

/** A long list: only what is on the screen is asked for and drawn. Arrow keys move, Enter opens. */
export function DataList<T extends ListedType>(props: DataListProps<T>) {
  const { label, query, rowName, onOpen, onDelete, onDeleteMany, openId, groupOf } = props
  const { t } = useTranslation()
  const id = useId()
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const width = useWidth(scroller)
  const [firstWindow, setFirstWindow] = useState(0)
  const [lastWindow, setLastWindow] = useState(0)
  const [reached, setActive] = useState(0)
  const { total, rowAt, error } = useRowWindows<T>(query, firstWindow, lastWindow)
  const count = total ?? 0
  // Where the last row has gone, the keys are at the one that is last now.
  const active = Math.max(0, Math.min(reached, count - 1))
  const place = JSON.stringify(query)
  const selection = useSelection<T>(query)
  const selecting = onDeleteMany !== undefined
  const deleteSelected = async () => {
    if (await onDeleteMany?.([...selection.ids])) selection.clear()
    scroller?.focus()
  }

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 10,
    paddingStart: headHeight,
    initialOffset: () => keptOffset(place),
  })
  const items = virtualizer.getVirtualItems()
  const first = windowOf(items[0]?.index ?? 0)
  const last = windowOf(items.at(-1)?.index ?? 0)
  useEffect(() => {
    setFirstWindow(first)
    setLastWindow(last)
  }, [first, last])

  const remember = useEffectEvent(() => keepOffset(place, virtualizer.scrollOffset ?? 0))
  useEffect(() => () => remember(), [])
  const toKeptPlace = useEffectEvent((list: HTMLDivElement, question: string) => {
    setActive(0)
    list.scrollTo({ top: keptOffset(question) })
  })
  useEffect(() => {
    if (scroller) toKeptPlace(scroller, place)
  }, [scroller, place])

  const grouped = groupOf !== undefined
  const deletable = onDelete !== undefined
  const { columns, template, minWidth } = useMemo(() => {
    const lead = grouped ? [groupTrack] : []
    const tail = deletable ? [actionTrack] : []
    const fitting = fittingColumns(props.columns, width, [...lead, ...tail])
    const tracks = [...lead, ...fitting.map((column) => column.width), ...tail]
    return { columns: fitting, template: tracks.join(' '), minWidth: leastWidth(tracks) }
  }, [props.columns, width, grouped, deletable])

  // Rows are equally high, so no measuring and no later corrections are needed.
  const reveal = (index: number) => {
    if (!scroller) return
    const above = index * rowHeight
    const below = above + rowHeight + headHeight - scroller.clientHeight
    if (scroller.scrollTop > above) scroller.scrollTop = above
    else if (scroller.scrollTop < below) scroller.scrollTop = below
  }
  const move = (to: number, extending: boolean) => {
    const next = Math.max(0, Math.min(count - 1, to))
    setActive(next)
    reveal(next)
    const row = rowAt(next)
    if (extending && selecting) selection.extend(active, next)
    else if (openId !== undefined && row) onOpen(row)
  }
  /** Keys of the selection. Out: whether it was one. */
  const selectByKey = (event: KeyboardEvent): boolean => {
    if (!selecting || event.altKey) return false
    const row = rowAt(active)
    const mod = event.ctrlKey || event.metaKey
    if (mod && foldTr(event.key) === 'a') selection.all(count)
    else if (event.key === ' ' && row) selection.toggle(active, row.id)
    else if (mod || selection.ids.size === 0) return false
    else if (event.key === 'Escape') selection.clear()
    else if (event.key === 'Delete') void deleteSelected()
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    if (selectByKey(event)) return event.preventDefault()
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((scroller?.clientHeight ?? 400) / rowHeight) - 2)
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    }
    const to = steps[event.key]
    const row = rowAt(active)
    if (to !== undefined) move(to, event.shiftKey)
    else if (event.key === 'Enter' && row) onOpen(row)
    else if (event.key === 'Delete' && row && onDelete) onDelete(row)
    else return
    event.preventDefault()
  }

  const onClick = (event: MouseEvent) => {
    const at = event.target instanceof Element ? event.target.closest('[data-index]') : null
    if (!(at instanceof HTMLElement)) return
    // Buttons inside a row have work of their own.
    if (event.target instanceof Element && event.target.closest('button')) return
    const index = Number(at.dataset['index'])
    const row = rowAt(index)
    setActive(index)
    if (selecting && event.shiftKey) selection.extend(active, index)
    else if (selecting && (event.ctrlKey || event.metaKey)) {
      if (row) selection.toggle(index, row.id)
    } else {
      selection.clear()
      if (row) onOpen(row)
    }
  }

  if (error) return <EmptyState title={t('common.page.failed')} text={errorMessage(error)} />
  if (total === undefined) return <Loading />
  if (total === 0) return <>{props.empty}</>
  const top = Math.max(0, Math.floor((virtualizer.scrollOffset ?? 0) / rowHeight))
  const topRow = rowAt(top)
  const grid = (
    <div
      ref={setScroller}
      className={classes.scroller}
      role="grid"
      aria-label={label}
      aria-multiselectable={selecting || undefined}
      aria-rowcount={count + 1}
      aria-activedescendant={items.some(({ index }) => index === active) ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <ListHead
        columns={columns}
        template={template}
        minWidth={minWidth}
        grouped={grouped}
        deletable={deletable}
        sort={props.sort}
        onSort={props.onSort}
      />
      {groupOf && topRow && (
        <div className={classes.stuck} aria-hidden>
          <div>{groupOf(topRow)}</div>
        </div>
      )}
      <div
        className={classes.rows}
        role="rowgroup"
        style={{ height: virtualizer.getTotalSize() - headHeight, minWidth }}
      >
        {items.map(({ index, start }) => {
          const row = rowAt(index)
          const before = index > 0 ? rowAt(index - 1) : undefined
          const group = row && groupOf?.(row)
          const opens =
            group !== undefined && (index === 0 || (before !== undefined && groupOf?.(before) !== group))
          return (
            <ListRow<T>
              key={index}
              id={`${id}-${index}`}
              index={index}
              row={row}
              name={row ? rowName(row) : ''}
              columns={columns}
              template={template}
              start={start - headHeight}
              active={index === active}
              open={row !== undefined && row.id === openId}
              selected={row !== undefined && selection.ids.has(row.id)}
              // The group of the topmost row stands in the sticky heading.
              group={grouped ? (opens && index !== top ? group : '') : undefined}
              ruled={opens && index > 0}
              onDelete={onDelete}
            />
          )
        })}
      </div>
    </div>
  )
  return (
    <div className={classes.frame}>
      {grid}
      {selection.ids.size > 0 && (
        <SelectionBar
          count={selection.ids.size}
          onDelete={() => void deleteSelected()}
          onClear={() => {
            selection.clear()
            scroller?.focus()
          }}
        />
      )}
    </div>
  )
}
