import { useSyncExternalStore } from 'react'
import type {
  Repair,
  RepairReport,
  UpgradeReport,
  VerifyReport,
} from '../../../shared/contract/care-contract'
import type { AppError, Result } from '../../../shared/result'
import { callDoor, onDoorEvent } from './door'

export type CareWork = 'verify' | 'repair' | 'upgrade'

export interface CareState {
  /** What runs now. */
  running?: CareWork
  done: number
  total: number
  /** What the last check found. */
  report?: VerifyReport
  error?: AppError
  repaired?: RepairReport
  upgraded?: UpgradeReport
  /** Grows when somebody asked for a check from elsewhere: the page shows it. */
  asked: number
}

const nothing: CareState = { done: 0, total: 0, asked: 0 }
let state: CareState = nothing
const listeners = new Set<() => void>()

function become(change: Partial<CareState>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Care of the archive, outliving the page that shows it. Call once at start. */
export function followCare(): void {
  onDoorEvent('work.progress', ({ work, done, total, finished }) => {
    if (work === state.running && !finished) become({ done, total })
  })
  let known: string | undefined
  onDoorEvent('archive.changed', ({ archive }) => {
    // Another archive's findings are none of this one's.
    if (known !== undefined && archive?.id !== known && !state.running) {
      state = { ...nothing, asked: state.asked }
      become({})
    }
    known = archive?.id
  })
}

function without(from: CareState, ...keys: (keyof CareState)[]): CareState {
  return Object.fromEntries(
    Object.entries(from).filter(([key]) => !keys.some((gone) => gone === key)),
  ) as unknown as CareState
}

async function run<T>(work: CareWork, call: () => Promise<Result<T>>): Promise<T | undefined> {
  if (state.running) return undefined
  state = without(state, 'error')
  become({ running: work, done: 0, total: 0 })
  const answer = await call()
  state = without(state, 'running')
  become(answer.ok || answer.error.code === 'cancelled' ? {} : { error: answer.error })
  return answer.ok ? answer.value : undefined
}

/** Checks the archive. `asked`: from elsewhere than its page. */
export async function startVerify({ asked = false } = {}): Promise<void> {
  if (asked) become({ asked: state.asked + 1 })
  const report = await run('verify', () => callDoor('care.verify'))
  if (!report) return
  state = without(state, 'repaired', 'upgraded')
  become({ report })
}

/** Repairs what is chosen, and checks again. */
export async function startRepair(repairs: Repair[]): Promise<void> {
  const repaired = await run('repair', () => callDoor('care.repair', { repairs }))
  if (!repaired) return
  await startVerify()
  become({ repaired })
}

/** Writes records of older shapes anew. */
export async function startUpgrade({ asked = false } = {}): Promise<void> {
  if (asked) become({ asked: state.asked + 1 })
  const upgraded = await run('upgrade', () => callDoor('care.upgrade'))
  if (upgraded) become({ upgraded })
}

/** How care of the archive stands. */
export function useCare(): CareState {
  return useSyncExternalStore(subscribe, () => state)
}
