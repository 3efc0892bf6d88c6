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
}

let current: SaveState = { state: 'idle' }
const listeners = new Set<() => void>()

/** Says in the status line how the last save went. */
export function setSaveState(next: SaveState): void {
  current = next
  for (const listener of listeners) listener()
}

/** How the last save went. */
function saveState(): SaveState {
  return current
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How the last save went, kept fresh. */
export function useSaveState(): SaveState {
  return useSyncExternalStore(subscribe, saveState)
}
