import type { ArchiveReader } from './store/store-types'

/** Pause between two short looks (ms); a look that took long is followed by a pause so many times longer. */
const shortest = 5_000
const share = 20
/** Between two full comparisons, asked for by the window coming to the front, lies at least this (ms). */
const fullEvery = 60_000

/** Looks for files that others change while an archive is open. */
export class OutsideWatch {
  private timer: NodeJS.Timeout | undefined
  private stopped = false
  private comparedAt = 0
  private comparing: Promise<void> | undefined

  /** `clock` in milliseconds, one that no correction of the time of day moves. */
  constructor(
    private readonly store: ArchiveReader,
    private readonly clock: () => number = () => performance.now(),
  ) {
    void store.checked.then(() => {
      this.comparedAt = this.clock()
      this.next(shortest)
    })
  }

  /** The window has come to the front: somebody may have worked on the files meanwhile. */
  focused(): void {
    if (this.stopped || this.clock() - this.comparedAt < fullEvery) return
    this.comparing ??= this.store.checkOutside().finally(() => {
      this.comparing = undefined
      this.comparedAt = this.clock()
    })
  }

  stop(): void {
    this.stopped = true
    clearTimeout(this.timer)
  }

  private next(pause: number): void {
    if (this.stopped) return
    this.timer = setTimeout(() => void this.look(), pause)
    this.timer.unref()
  }

  private async look(): Promise<void> {
    const begun = this.clock()
    await this.store.lookAround()
    this.next(Math.max(shortest, (this.clock() - begun) * share))
  }
}
