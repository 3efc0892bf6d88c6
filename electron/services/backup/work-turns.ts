import type { BackupWork } from './faults'

/** What the long work is, for its progress. */
export type TurnKind = 'backup' | 'restore'

/** Lets long work of backups run one after another, with progress, and a way to stop what runs. */
export class WorkTurns {
  private running: AbortController | undefined
  private waiting = 0
  private chain: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly onProgress: (kind: TurnKind, done: number, total: number, finished: boolean) => void,
  ) {}

  get busy(): boolean {
    return this.waiting > 0
  }

  /** Runs work after everything asked before it. Its progress always ends. */
  run<T>(kind: TurnKind, work: (work: BackupWork) => Promise<T>): Promise<T> {
    this.waiting += 1
    const next = this.chain.then(async () => {
      const controller = new AbortController()
      this.running = controller
      this.onProgress(kind, 0, 0, false)
      try {
        const report = (done: number, total: number) => this.onProgress(kind, done, total, false)
        return await work({ signal: controller.signal, report })
      } finally {
        this.running = undefined
        this.waiting -= 1
        this.onProgress(kind, 0, 0, true)
      }
    })
    this.chain = next.catch(() => undefined)
    return next
  }

  /** Stops the work that runs; it answers `cancelled` unless it was past the point of no return. */
  cancel(): void {
    this.running?.abort()
  }

  /** Stops what runs and resolves when all has ended: before the archive is closed. */
  async end(): Promise<void> {
    this.cancel()
    await this.chain
  }
}
