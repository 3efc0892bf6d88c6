import { setImmediate as breathe } from 'node:timers/promises'
import type { ArchiveState } from '../archive-state'
import { DiskError, isMissing, type FolderEntry } from '../archive-files'
import type { Findings } from './findings'

/** Work between two pauses that let saves and questions in. */
const between = 20

/** Thrown when the user has given up. */
export class Cancelled extends Error {}

export interface CareOptions {
  onProgress?: (done: number, total: number) => void
  signal?: AbortSignal
}

/** One run over the archive: where it stands, and what it has found. */
export class CheckRun {
  private steps = 0
  done = 0
  total = 0
  /** Searches of the journal made so far. */
  searches = 0

  constructor(
    readonly state: ArchiveState,
    readonly findings: Findings,
    private readonly options: CareOptions,
  ) {}

  /** Called between two files: gives way to others, tells how far it is. Throws {@link Cancelled}. */
  async step(): Promise<void> {
    if (this.options.signal?.aborted) throw new Cancelled()
    this.done += 1
    this.steps += 1
    if (this.steps % between !== 0) return
    this.options.onProgress?.(this.done, Math.max(this.total, this.done))
    await breathe()
  }

  /** Entries of a folder; none when there is no folder. Errors: `DiskError`. */
  async entries(path: string): Promise<FolderEntry[]> {
    try {
      return await this.state.files.readdir(path)
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  }

  /**
   * A file's bytes; undefined when it has gone meanwhile or cannot be read, which is noted. A disk that is gone rises.
   */
  async bytes(path: string): Promise<Uint8Array | undefined> {
    return this.guarded(path, () => this.state.files.readFile(path))
  }

  /** Runs work on one file; what the disk refuses of this file alone is noted. Errors: `DiskError` (the disk is gone). */
  async guarded<T>(path: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      if (isMissing(error)) return undefined
      if (!(error instanceof DiskError) || error.code === 'disk-gone') throw error
      const where = this.state.relativeName(path)
      this.findings.add({ code: 'file-denied', where, params: { errno: error.errno } })
      return undefined
    }
  }
}
