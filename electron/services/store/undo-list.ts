import type { Prepared } from './commit'

/** How many changes can be undone, and how much memory what they replaced may take. */
const kept = 100
const keptBytes = 32 * 1024 * 1024

/** What one commit did to one record. `was` = bytes of its file before (undefined: there was none). */
export interface UndoStep {
  id: string
  op: Prepared['op']
  before: string | null
  after: string | null
  was: Prepared['was']
}

export interface UndoEntry {
  window: string
  seq: number
  steps: UndoStep[]
}

/** The changes that windows may take back, the newest last. */
export class UndoList {
  private entries: UndoEntry[] = []

  add(window: string, seq: number, prepared: readonly Prepared[]): void {
    const steps = prepared.map(({ id, op, before, after, was }) => ({ id, op, before, after, was }))
    this.entries.push({ window, seq, steps })
    const size = ({ steps: all }: UndoEntry) =>
      all.reduce((sum, step) => sum + (step.was?.bytes.length ?? 0), 0)
    let bytes = 0
    let from = this.entries.length
    while (from > 0 && this.entries.length - from < kept) {
      const entry = this.entries[from - 1]
      bytes += entry ? size(entry) : 0
      // The newest stays however large it is.
      if (bytes > keptBytes && from < this.entries.length) break
      from -= 1
    }
    this.entries = this.entries.slice(from)
  }

  /** The window's newest change, taken off the list. */
  take(window: string): UndoEntry | undefined {
    const index = this.entries.findLastIndex((entry) => entry.window === window)
    return index < 0 ? undefined : this.entries.splice(index, 1)[0]
  }

  /** Puts an entry back that could not be undone now (a full disk), so that it can be tried again. */
  giveBack(entry: UndoEntry): void {
    const index = this.entries.findIndex((other) => other.seq > entry.seq)
    this.entries.splice(index < 0 ? this.entries.length : index, 0, entry)
  }

  /**
   * An undo wrote a version's content again under a new hash: changes that had led to the old version count as
   * having led to the new one, so that they can be undone in turn.
   */
  renamed(id: string, from: string | null, to: string | null): void {
    for (const { steps } of this.entries) {
      for (const step of steps) if (step.id === id && step.after === from) step.after = to
    }
  }

  /** Forgets changes that only deleted records which have come back meanwhile, and every change of purged ones. */
  settle({ restored = [], purged = [] }: { restored?: readonly string[]; purged?: readonly string[] }): void {
    const back = new Set(restored)
    const gone = new Set(purged)
    this.entries = this.entries.filter(({ steps }) => {
      const undone = steps.every(({ id, op }) => op === 'remove' && back.has(id))
      return !undone && !steps.some(({ id }) => gone.has(id))
    })
  }
}
