import type { ReactNode } from 'react'
import type { ListedType, RowOf, SortKey } from '../../../../shared/contract/rows'
import { stored } from '../stored'

/** A column of a list. */
export interface Column<T extends ListedType> {
  key: string
  label: string
  /** Track of the CSS grid, e.g. `minmax(160px, 2fr)`. */
  width: string
  render: (row: RowOf<T>) => ReactNode
  /** Absent = cannot be sorted by. */
  sort?: SortKey<T>
  /** Numbers stand right. */
  end?: boolean
  /** Shown unless the user hides it; otherwise only when the user asks for it. */
  shown?: boolean
  /** Always there. */
  fixed?: boolean
}

function names(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.every((name) => typeof name === 'string') ? value : undefined
}

const chosen = new Map<string, ReturnType<typeof stored<string[] | null>>>()

function choiceFor(list: string) {
  const known = chosen.get(list)
  if (known) return known
  const made = stored<string[] | null>(`columns.${list}`, null, names)
  chosen.set(list, made)
  return made
}

/**
 * Which columns of a list are shown, as the user chose on this computer.
 * Out: the columns to draw, the keys shown, and a way to show or hide one.
 */
export function useColumns<T extends ListedType>(list: T, columns: Column<T>[]) {
  const choice = choiceFor(list)
  const keys = choice.use() ?? columns.filter(({ shown, fixed }) => shown || fixed).map(({ key }) => key)
  const visible = columns.filter(({ key, fixed }) => fixed || keys.includes(key))
  const toggle = (key: string) =>
    choice.set(keys.includes(key) ? keys.filter((known) => known !== key) : [...keys, key])
  return { visible, keys, toggle }
}
