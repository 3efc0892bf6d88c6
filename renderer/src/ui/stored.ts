import { useSyncExternalStore } from 'react'

/** A small preference of this computer (a width, a choice of columns) that outlives the window. */
export interface Stored<T> {
  get(): T
  set(value: T): void
  use(): T
}

/**
 * Keeps a preference in local storage. In: its name, what it is without one, and how stored text is checked
 * (undefined = not usable, take the default). Anything unreadable falls back to the default.
 */
export function stored<T>(name: string, fallback: T, check: (value: unknown) => T | undefined): Stored<T> {
  const key = `tutanak.${name}`
  const listeners = new Set<() => void>()
  let cached: T | undefined
  const read = (): T => {
    const text = localStorage.getItem(key)
    if (text === null) return fallback
    try {
      return check(JSON.parse(text)) ?? fallback
    } catch {
      return fallback
    }
  }
  const get = () => (cached ??= read())
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const use = () => useSyncExternalStore(subscribe, get)
  return {
    get,
    set(value) {
      cached = value
      localStorage.setItem(key, JSON.stringify(value))
      for (const listener of listeners) listener()
    },
    use,
  }
}
