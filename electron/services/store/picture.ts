import type { Prepared } from './commit'

/**
 * The archive as it was at one moment, while it is written on: keeps the bytes that records had before each change made
 * since. Whoever reads all files asks here first, and again after reading a file.
 */
export class Picture {
  private readonly kept = new Map<string, Uint8Array | null>()

  /** Told before a commit touches any file; the first version seen counts. */
  keep(prepared: readonly Pick<Prepared, 'id' | 'was'>[]): void {
    for (const { id, was } of prepared) if (!this.kept.has(id)) this.kept.set(id, was?.bytes ?? null)
  }

  /** The bytes of a record that has changed since; null: it was not there; undefined: its file is still the one. */
  of(id: string): Uint8Array | null | undefined {
    return this.kept.get(id)
  }

  /** Records that have changed since. */
  ids(): Iterable<string> {
    return this.kept.keys()
  }
}
