import type { AppError, Result } from '../../../shared/result'
import type { SaveState } from './save-state'

/** Fields to set; `null` clears an optional one. */
export type Fields = Record<string, unknown>

export interface DraftPorts {
  save: (set: Fields, basedOn: string) => Promise<Result<{ hash: string }>>
  /** The newest version, to save over after a conflict. */
  reread: () => Promise<Result<{ hash: string }>>
  report: (state: SaveState) => void
  /** Something that the form shows has changed. */
  changed: () => void
}

const quiet = 400
const slowAfter = 500
const firstRetry = 2_000
const longestRetry = 30_000

/**
 * Saves a form while it is filled in: 400 ms after the last key, one save at a time, only changed fields.
 * What could not be saved stays, is tried again and is told; a conflict waits for the user's choice.
 */
export class RecordDraft {
  private pending: Fields = {}
  private sending: Fields = {}
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<boolean> | undefined
  private delay = firstRetry
  private error: AppError | undefined

  constructor(
    private hash: string,
    private readonly ports: DraftPorts,
  ) {}

  /** Fields that are not acknowledged yet. */
  get unsaved(): Fields {
    return { ...this.sending, ...this.pending }
  }

  /** Why the last save failed, while it has not been made good. */
  get failure(): AppError | undefined {
    return this.error
  }

  get isClean(): boolean {
    return Object.keys(this.unsaved).length === 0
  }

  /** The record as it was read anew; ignored while own changes are on their way. */
  rebase(hash: string): void {
    if (this.isClean) this.hash = hash
  }

  /** Changes fields; they are saved soon. */
  set(fields: Fields): void {
    this.pending = { ...this.pending, ...fields }
    this.ports.changed()
    // A conflict stays until the user has chosen.
    if (this.error?.code === 'conflict') return
    this.ports.report({ state: 'saving' })
    this.schedule(quiet)
  }

  private schedule(after: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), after)
  }

  /** Saves now. Out: true when everything is on the disk. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer)
    while (this.running) await this.running
    if (this.isClean) return true
    if (this.error?.code === 'conflict') return false
    this.running = this.send()
    const saved = await this.running
    this.running = undefined
    return saved && (this.isClean || (await this.flush()))
  }

  private async send(): Promise<boolean> {
    this.sending = this.pending
    this.pending = {}
    this.ports.report({ state: 'saving' })
    const slow = setTimeout(() => this.ports.report({ state: 'saving', slow: true }), slowAfter)
    const answer = await this.ports.save(this.sending, this.hash)
    clearTimeout(slow)
    if (!answer.ok) {
      this.pending = this.unsaved
      this.sending = {}
      this.fail(answer.error)
      return false
    }
    this.sending = {}
    this.hash = answer.value.hash
    this.error = undefined
    this.delay = firstRetry
    this.ports.report({ state: 'saved', at: new Date().toISOString() })
    this.ports.changed()
    return true
  }

  private fail(error: AppError): void {
    this.error = error
    const wrong = error.code === 'conflict' || error.code === 'invalid-input'
    this.ports.report({ state: 'failed', error, ...(wrong ? {} : { retry: () => void this.flush() }) })
    this.ports.changed()
    // Wrong input waits for other input; a full disk may have room in a while.
    if (wrong) return
    this.schedule(this.delay)
    this.delay = Math.min(this.delay * 2, longestRetry)
  }

  /** After a conflict: saves the own fields over the newest version. */
  async keepMine(): Promise<boolean> {
    const newest = await this.ports.reread()
    if (!newest.ok) {
      this.fail(newest.error)
      return false
    }
    this.hash = newest.value.hash
    this.error = undefined
    return this.flush()
  }

  /** After a conflict: gives up the own fields. */
  takeTheirs(): void {
    clearTimeout(this.timer)
    this.pending = {}
    this.error = undefined
    this.ports.report({ state: 'idle' })
    this.ports.changed()
  }
}
