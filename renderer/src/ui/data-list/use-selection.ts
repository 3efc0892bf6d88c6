import { useState } from 'react'
import type { ListedType, ListQueryInput } from '../../../../shared/contract/rows'
import { callDoor } from '../../api/door'
import { notifyError } from '../notify'
import type { WindowedQuery } from './use-row-windows'

export interface Selection {
  ids: ReadonlySet<string>
  /** Adds a row or takes it off. */
  toggle(index: number, id: string): void
  /** Selects from where the selection began to this row. In: the row to begin at when nothing is selected yet. */
  extend(from: number, to: number): void
  all(count: number): void
  clear(): void
}

interface State {
  place: string
  ids: ReadonlySet<string>
  anchor: number | undefined
}

const none: ReadonlySet<string> = new Set()

/** Selected rows of a list; another filter or order begins anew. Rows that are not loaded are selected by their place. */
export function useSelection<T extends ListedType>(query: WindowedQuery<T>): Selection {
  const place = JSON.stringify(query)
  const [kept, setState] = useState<State>({ place, ids: none, anchor: undefined })
  const state = kept.place === place ? kept : { place, ids: none, anchor: undefined }

  const select = async (anchor: number, to: number) => {
    const answer = await callDoor('records.idsOf', {
      query: query as ListQueryInput,
      from: Math.min(anchor, to),
      to: Math.max(anchor, to),
    })
    if (answer.ok) setState({ place, ids: new Set(answer.value), anchor })
    else notifyError(answer.error)
  }
  return {
    ids: state.ids,
    toggle: (index, id) => {
      const ids = new Set(state.ids)
      if (!ids.delete(id)) ids.add(id)
      setState({ place, ids, anchor: index })
    },
    extend: (from, to) => void select(state.anchor ?? from, to),
    all: (count) => void select(0, Math.max(0, count - 1)),
    clear: () => setState({ place, ids: none, anchor: undefined }),
  }
}
