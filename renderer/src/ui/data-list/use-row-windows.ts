import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { maxRows, type ListedType, type ListQueryInput, type RowOf } from '../../../../shared/contract/rows'
import type { AppError } from '../../../../shared/result'
import { callQuery, type DoorError } from '../../api/door'

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

/**
 * Reads a long list window by window. In: the question and the places that are on the screen now.
 * Out: rows by place; the first window is always kept because it brings the total.
 */
export function useRowWindows<T extends ListedType>(
  query: WindowedQuery<T>,
  first: number,
  last: number,
): RowWindows<T> {
  const from = Math.floor(Math.max(first, 0) / windowSize)
  const to = Math.floor(Math.max(last, 0) / windowSize)
  const windows = [0]
  for (let window = from; window <= to; window += 1) if (window !== 0) windows.push(window)
  const answers = useQueries({
    queries: windows.map((window) => ({
      ...callQuery('records.list', {
        ...query,
        offset: window * windowSize,
        limit: windowSize,
      } as ListQueryInput),
      // A changed filter keeps the old rows until the new ones are there: nothing flickers.
      ...(window === 0 ? { placeholderData: keepPreviousData } : {}),
    })),
  })
  const byWindow = new Map(windows.map((window, index) => [window, answers[index]?.data]))
  return {
    total: answers[0]?.data?.total,
    rowAt: (index) => {
      const rows = byWindow.get(Math.floor(index / windowSize))?.rows
      return rows?.[index % windowSize] as RowOf<T> | undefined
    },
    error: (answers.find(({ error }) => error)?.error as DoorError | undefined)?.error,
  }
}
