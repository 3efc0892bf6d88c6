import { useSyncExternalStore } from 'react'
import type { AppError } from '../../../shared/result'

/** Where the text being written stands: in memory only, on its way, or on the disk. */
export interface SaveState {
  state: 'idle' | 'saving' | 'saved' | 'failed'
  /** When it was acknowledged: ISO time. */
  at?: string
  error?: AppError
  retry?: () => void
  /** The save takes longer than usual. */
  slow?: boolean
  /** Which record it is about, where another page may be shown. */
  about?: { path: string; title: string }
}

let current: SaveState = { state: 'idle' }
/** What is not on the disk, by what it belongs to: said on every page until it is. */
const unsaved = new Map<string, SaveState>()
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

/** Says in the status line how the last save went. */
export function setSaveState(next: SaveState): void {
  current = next
  tell()
}

/** Says that words of `key` (the id of a record) are not on the disk, whatever page is shown; without a state that they are. */
export function setUnsaved(key: string, state?: SaveState): void {
  if (state) unsaved.set(key, state)
  else if (!unsaved.delete(key)) return
  tell()
}

/** What the status line says: what this page could not write, else what another could not, else how the last save went. */
export function saveState(): SaveState {
  if (current.state === 'failed') return current
  return [...unsaved.values()].at(-1) ?? current
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How the last save went, kept fresh. */
export function useSaveState(): SaveState {
  return useSyncExternalStore(subscribe, saveState)
}
