import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { z } from 'zod'
import { DiskError, isMissing, type ArchiveFiles, type OpenFile } from './archive-files'
import { archiveIsThere } from './durable-adapter'
import { isGone } from './machine'
import type { LockHolder, Machine } from './store-types'

/** Time between two beats, and how many missed ones make a lock stale. */
export const beatMs = 5_000
const missedBeats = 3
/** For this long (ms), far less than a beat, an answer that the lock is ours holds. */
const confirmEvery = 1_000

const LockFile = z.object({
  owner: z.string(),
  machine: z.string(),
  machineId: z.string(),
  pid: z.number().int(),
  token: z.string(),
  since: z.string(),
  beat: z.number().int(),
})
type LockFile = z.infer<typeof LockFile>

/** Fixed length, so that a beat overwrites the one before in place and in one go. */
function encode(lock: LockFile): Uint8Array {
  return Buffer.from(`${JSON.stringify({ ...lock, beat: 1_000_000_000 + lock.beat })}\n`)
}

/** What the lock file says; undefined when it is missing, `unreadable` when somebody is just writing it or it is torn. */
export async function readLock(
  files: ArchiveFiles,
  path: string,
): Promise<LockFile | 'unreadable' | undefined> {
  try {
    const text = Buffer.from(await files.readFile(path)).toString('utf8')
    return LockFile.parse(JSON.parse(text))
  } catch (error) {
    if (isMissing(error)) return undefined
    if (error instanceof SyntaxError || error instanceof z.ZodError) return 'unreadable'
    throw error
  }
}

function holderOf(lock: LockFile | 'unreadable'): LockHolder {
  if (lock === 'unreadable') return { owner: '', machine: '', pid: 0, since: '' }
  return { owner: lock.owner, machine: lock.machine, pid: lock.pid, since: lock.since }
}

export interface LockPorts {
  files: ArchiveFiles
  path: string
  clock: () => Date
  machine: Machine
  owner: string
}

/** Makes the lock file. Errors: `DiskError`, EEXIST when there is one. */
async function makeLock(files: ArchiveFiles, path: string, content: LockFile) {
  const file = await files.openNew(path)
  try {
    await file.write(encode(content), 0)
    await file.sync()
    const { inode } = await files.stat(path)
    return { file, inode }
  } catch (error) {
    await file.close().catch(() => undefined)
    await files.unlink(path).catch(() => undefined)
    throw error
  }
}

/** The writer's lock, held: it beats until released. */
export class WriterLock {
  private beat = 0
  private confirmedAt = -Infinity
  private readonly timer: NodeJS.Timeout

  private constructor(
    private readonly ports: LockPorts,
    private made: { file: OpenFile; inode: number },
    private readonly content: LockFile,
    /** A program that ended without giving it free had it before. */
    readonly tookOver: boolean,
  ) {
    this.timer = setInterval(() => void this.tick(), beatMs)
    this.timer.unref()
  }

  /**
   * Takes the lock. Out: the lock, or who holds it. A lock left by a process of this machine that is no more is taken
   * over at once; others only by {@link LockWatch}, when they have stopped beating.
   * Errors: `DiskError`.
   */
  static async take(ports: LockPorts, stale?: string): Promise<WriterLock | LockHolder> {
    const { files, path, clock, machine } = ports
    const found = await readLock(files, path)
    if (found) {
      const token = found === 'unreadable' ? 'unreadable' : found.token
      const dead =
        found !== 'unreadable' && found.machineId === machine.id && isGone(holderOf(found), clock())
      if (!dead && token !== stale) return holderOf(found)
      // Of several who see the same dead lock one succeeds in moving it away; the others find it gone.
      const aside = `${path}.${randomUUID()}.tutanak-tmp`
      try {
        await files.rename(path, aside)
      } catch (error) {
        if (!isMissing(error)) throw error
        return (await WriterLock.take(ports)) as WriterLock | LockHolder
      }
      const moved = await readLock(files, aside)
      if (moved !== undefined && moved !== 'unreadable' && moved.token !== token) {
        // Somebody had taken over in between: give the lock back.
        await files.rename(aside, path)
        return holderOf(moved)
      }
      await files.unlink(aside)
    }
    const content: LockFile = {
      owner: ports.owner,
      machine: machine.name,
      machineId: machine.id,
      pid: process.pid,
      token: randomUUID(),
      since: clock().toISOString(),
      beat: 0,
    }
    try {
      return new WriterLock(ports, await makeLock(files, path, content), content, found !== undefined)
    } catch (error) {
      // Somebody else was a moment earlier.
      const now = await readLock(files, path).catch(() => undefined)
      if (now) return holderOf(now)
      throw error
    }
  }

  private async tick(): Promise<void> {
    this.beat += 1
    // A failed beat is no harm by itself: the next one, or the next save, tells.
    await this.made.file.write(encode({ ...this.content, beat: this.beat }), 0).catch(() => undefined)
  }

  /**
   * Asks before a write whether the lock is still ours: a machine that slept may have lost it. A lock file that has been
   * deleted is made again. Out: `ours`, or who holds it now. Errors: `DiskError`.
   */
  async confirm(): Promise<'ours' | LockHolder> {
    // A clock that runs on while the machine sleeps.
    const now = Date.now()
    if (now >= this.confirmedAt && now < this.confirmedAt + confirmEvery) return 'ours'
    const held = await this.look()
    if (held === 'ours') this.confirmedAt = now
    return held
  }

  private async look(): Promise<'ours' | LockHolder> {
    const { files, path } = this.ports
    try {
      const found = await files.stat(path)
      if (this.made.inode !== 0 && found.inode === this.made.inode) return 'ours'
    } catch (error) {
      if (!isMissing(error)) throw error
    }
    const lock = await readLock(files, path)
    if (lock !== undefined && lock !== 'unreadable' && lock.token === this.content.token) return 'ours'
    if (lock !== undefined) return holderOf(lock)
    // Gone with everything else: a lock in the folder that is left would let work go on beside the archive.
    if (!(await archiveIsThere(files, dirname(path)))) throw new DiskError('disk-gone', 'ENOENT', 'lock')
    await this.made.file.close().catch(() => undefined)
    this.made = await makeLock(files, path, this.content)
    return 'ours'
  }

  /** Whether the lock is ours at this moment. Errors: `DiskError`. */
  async isOurs(): Promise<boolean> {
    return (await this.look()) === 'ours'
  }

  /** Gives the lock free, if it is still ours. */
  async release(): Promise<void> {
    clearInterval(this.timer)
    const lock = await readLock(this.ports.files, this.ports.path).catch(() => undefined)
    await this.made.file.close().catch(() => undefined)
    if (lock !== undefined && lock !== 'unreadable' && lock.token === this.content.token) {
      await this.ports.files.unlink(this.ports.path).catch(() => undefined)
    }
  }
}

/**
 * Watches a lock that somebody else holds, by its beats as seen with our own clock (clocks of two machines differ).
 * Calls `free` once, with the token of a lock that may be taken over, or undefined when it has been given free.
 */
export function watchLock(
  files: ArchiveFiles,
  path: string,
  free: (staleToken?: string) => void,
): () => void {
  let last = ''
  let unchanged = 0
  const timer = setInterval(() => {
    void readLock(files, path)
      .then((lock) => {
        const seen =
          lock === undefined ? '' : lock === 'unreadable' ? 'unreadable' : `${lock.token} ${lock.beat}`
        unchanged = seen === last ? unchanged + 1 : 0
        last = seen
        if (lock !== undefined && unchanged < missedBeats) return
        clearInterval(timer)
        free(lock === undefined ? undefined : lock === 'unreadable' ? 'unreadable' : lock.token)
      })
      .catch(() => undefined)
  }, beatMs)
  timer.unref()
  return () => clearInterval(timer)
}
