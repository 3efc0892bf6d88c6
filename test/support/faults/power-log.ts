import type { ArchiveFiles } from '../../../electron/services/store/archive-files'
import { hookedFiles, type Step } from './hooked-files'
import type { MemoryDisk } from './memory-files'

/** What happened to the disk, one after another; `file` = which file, whatever it is called now. */
export type DiskOp =
  | { kind: 'make'; path: string; file: number }
  | { kind: 'write'; file: number; at: number; bytes: Uint8Array }
  | { kind: 'truncate'; file: number; size: number }
  | { kind: 'rename'; from: string; to: string; file: number }
  | { kind: 'unlink'; path: string; file: number }
  | { kind: 'mkdir'; path: string }
  /** On the disk for certain: what was done to the file, or to names in the folder, before op number `before`. */
  | { kind: 'sync'; file: number; before: number }
  | { kind: 'syncDir'; path: string; before: number }

/** Handles are told apart over all lives of a program that one log sees. */
const livesApart = 1_000_000

/** Everything that a power cut may tear out of order: the disk at the start and every operation since. */
export class PowerLog {
  readonly ops: DiskOp[] = []
  /** The disk at the start: all of it lasts. */
  readonly base: { files: Map<string, number>; folders: Set<string>; bytes: Map<number, Uint8Array> }
  private readonly names: Map<string, number>
  private readonly sizes = new Map<number, number>()
  private readonly handles = new Map<number, number>()
  private files = 0

  constructor(disk: MemoryDisk) {
    this.base = { files: new Map(), folders: new Set(disk.folders), bytes: new Map() }
    for (const [path, bytes] of disk.contents()) {
      const file = ++this.files
      this.base.files.set(path, file)
      this.base.bytes.set(file, bytes)
      this.sizes.set(file, bytes.length)
    }
    this.names = new Map(this.base.files)
  }

  /** Notes a step that has been done. In: length of the log when it was begun. */
  note(step: Step, begun: number): void {
    const { kind, path, handle = 0 } = step
    const file = this.handles.get(handle)
    if (kind === 'mkdir') this.ops.push({ kind, path })
    else if (kind === 'fsyncDir') this.ops.push({ kind: 'syncDir', path, before: begun })
    else if (kind === 'open' || kind === 'append') {
      let made = this.names.get(path)
      if (made === undefined) {
        made = ++this.files
        this.names.set(path, made)
        this.sizes.set(made, 0)
        this.ops.push({ kind: 'make', path, file: made })
      }
      this.handles.set(handle, made)
    } else if (kind === 'rename') {
      const moved = this.fileAt(path)
      this.names.delete(path)
      this.names.set(step.to ?? '', moved)
      this.ops.push({ kind, from: path, to: step.to ?? '', file: moved })
    } else if (kind === 'unlink') {
      this.ops.push({ kind, path, file: this.fileAt(path) })
      this.names.delete(path)
    } else if (file === undefined) throw new Error('an unknown file')
    else if (kind === 'sync') this.ops.push({ kind, file, before: begun })
    else if (kind === 'truncate') {
      this.sizes.set(file, step.size ?? 0)
      this.ops.push({ kind, file, size: step.size ?? 0 })
    } else {
      const bytes = step.bytes ?? new Uint8Array()
      const at = step.position ?? this.sizes.get(file) ?? 0
      this.sizes.set(file, Math.max(this.sizes.get(file) ?? 0, at + bytes.length))
      this.ops.push({ kind, file, at, bytes })
    }
  }

  private fileAt(path: string): number {
    const file = this.names.get(path)
    if (file === undefined) throw new Error('an unknown name')
    return file
  }
}

/** One life of a program over a logged disk; after `kill` nothing it does takes place, and nothing it asks is answered. */
export interface LoggedLife {
  files: ArchiveFiles
  kill(): void
}

/**
 * The port with every change noted in a log. In: `pause` waits around each step, so that work overlaps; `life` counts
 * the programs that worked on this disk one after another.
 */
export function loggedFiles(
  inner: ArchiveFiles,
  log: PowerLog,
  pause: () => Promise<void>,
  life = 0,
): LoggedLife {
  let dead = false
  const never = new Promise<never>(() => undefined)
  const files = hookedFiles(inner, async (step, act) => {
    await pause()
    if (dead) return never
    const begun = log.ops.length
    await act()
    const handle = step.handle === undefined ? {} : { handle: step.handle + life * livesApart }
    log.note({ ...step, ...handle }, begun)
    await pause()
    if (dead) return never
  })
  return {
    files,
    kill: () => {
      dead = true
    },
  }
}
