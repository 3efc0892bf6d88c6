import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { maxRows, type ListedType, type ListQueryInput, type RowOf } from '../../../../shared/contract/rows'
import type { AppError } from '../../../../shared/result'
import { callQuery, useCall } from '../../api/door'

/** A list question without its window. */
export type WindowedQuery<T extends ListedType> = Omit<
  Extract<ListQueryInput, { type: T }>,
  'offset' | 'limit'
>

export interface RowWindows<T extends ListedType> {
  /** How many rows there are; undefined before the first answer. */
  total: number | undefined
  /** The row at a place, undefined while its window is on its way. */
  rowAt(index: number): RowOf<T> | undefined
  error: AppError | undefined
}

/** Rows are asked in whole windows, so that scrolling back and forth meets the cache. */
const windowSize = maxRows / 2

/** The window that a place belongs to. */
export function windowOf(index: number): number {
  return Math.floor(Math.max(index, 0) / windowSize)
}

/**
 * Reads a long list window by window. In: the question and the first and last window on the screen now.
 * Out: rows by place; the first window is always kept because it brings the total.
 */
export function useRowWindows<T extends ListedType>(
  query: WindowedQuery<T>,
  from: number,
  to: number,
): RowWindows<T> {
  const ask = (window: number) =>
    ({ ...query, offset: window * windowSize, limit: windowSize }) as ListQueryInput
  // A changed filter keeps the old rows until the new ones are there: nothing flickers.
  const head = useCall('records.list', ask(0), { placeholderData: keepPreviousData })
  const windows: number[] = []
  for (let window = Math.max(from, 1); window <= to; window += 1) windows.push(window)
  const answers = useQueries({ queries: windows.map((window) => callQuery('records.list', ask(window))) })
  const byWindow = new Map(windows.map((window, index) => [window, answers[index]?.data]))
  byWindow.set(0, head.data)
  return {
    total: head.data?.total,
    rowAt: (index) => {
      const rows = byWindow.get(windowOf(index))?.rows
      return rows?.[index % windowSize] as RowOf<T> | undefined
    },
    error: head.error?.error,
  }
}
