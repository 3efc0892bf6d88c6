import { useState } from 'react'

const kept = new Map<string, unknown>()

/**
 * State of a screen that survives leaving it (filters, order), as long as the window is open.
 * In: its name and what it starts with.
 */
export function useKeptState<T>(name: string, initial: T): [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : initial))
  return [
    value,
    (next) => {
      kept.set(name, next)
      setValue(next)
    },
  ]
}
