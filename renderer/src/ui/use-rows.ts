import { useState } from 'react'
import { sameValue } from '../../../shared/domain/same-value'

/**
 * Rows of a form of which unfinished ones are not saved yet. In: the saved rows, what counts as unfinished, and the
 * way to save. Out: the rows to show and a way to change them; rows that change elsewhere come in anew.
 */
export function useRows<T>(
  saved: readonly T[],
  isUnfinished: (row: T) => boolean,
  onSave: (rows: T[]) => void,
) {
  const [rows, setRows] = useState<readonly T[]>(saved)
  const [told, setTold] = useState<readonly T[]>(saved)
  if (told !== saved && !sameValue(told, saved)) {
    setTold(saved)
    setRows(saved)
  }
  const change = (next: T[]) => {
    const finished = next.filter((row) => !isUnfinished(row))
    setRows(next)
    if (sameValue(finished, told)) return
    setTold(finished)
    onSave(finished)
  }
  return { rows, change }
}
