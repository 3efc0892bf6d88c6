import { useMemo, type ReactNode } from 'react'
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
  /** In a narrow list columns of low weight go first; 1 unless said otherwise. */
  weight?: number
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
  const chosenKeys = choice.use()
  // The same list as long as nothing changed, so that rows need not be drawn anew.
  const { keys, visible } = useMemo(() => {
    const wanted = chosenKeys ?? columns.filter(({ shown, fixed }) => shown || fixed).map(({ key }) => key)
    return { keys: wanted, visible: columns.filter(({ key, fixed }) => fixed || wanted.includes(key)) }
  }, [chosenKeys, columns])
  const toggle = (key: string) =>
    choice.set(keys.includes(key) ? keys.filter((known) => known !== key) : [...keys, key])
  return { visible, keys, toggle }
}

const gap = 16
const edge = 24

/** The least width at which no column is narrower than it wants to be. In: grid tracks with pixel minimums. */
export function leastWidth(tracks: readonly string[]): number {
  return tracks.reduce((sum, track) => sum + Number(/\d+/.exec(track)?.[0] ?? 0) + gap, 2 * edge - gap)
}

/**
 * The columns that fit into a width: those of the lowest weight are left out first, the last of them first;
 * fixed ones always stay. In: `extra` = tracks that stand before the columns.
 */
export function fittingColumns<C extends { width: string; weight?: number; fixed?: boolean }>(
  columns: readonly C[],
  width: number,
  extra: readonly string[] = [],
): C[] {
  let kept = [...columns]
  while (leastWidth([...extra, ...kept.map((column) => column.width)]) > width) {
    const loose = kept.filter(({ fixed }) => !fixed)
    const lightest = Math.min(...loose.map(({ weight = 1 }) => weight))
    const last = loose.findLast(({ weight = 1 }) => weight === lightest)
    if (!last) break
    kept = kept.filter((column) => column !== last)
  }
  return kept
}
