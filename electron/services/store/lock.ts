import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { DiskError, isMissing, type ArchiveFiles, type OpenFile } from './archive-files'
import { archiveIsThere } from './durable-adapter'
import { isAlive, isGone } from './machine'
import type { LockHolder, Machine } from './store-types'

/** Time between two beats, and how many missed ones make a lock stale. */
export const beatMs = 5_000
const missedBeats = 3
/** A lock that is just being written may be met half done: it is read again so often, after this pause (ms). */
const tries = 3
const tryPause = 20

const LockFile = z.object({
  owner: z.string(),
  machine: z.string(),
  machineId: z.string(),
  pid: z.number().int(),
  /** Which start of the machine it belongs to, where the system can tell. */
  boot: z.string().optional(),
  token: z.string(),
  since: z.string(),
  beat: z.number().int(),
})
type LockFile = z.infer<typeof LockFile>

/** Fixed length, so that a beat overwrites the one before in place and in one go. */
function encode(lock: LockFile): Uint8Array {
  return Buffer.from(`${JSON.stringify({ ...lock, beat: 1_000_000_000 + lock.beat })}\n`)
}

/** What the lock file says; undefined when it is missing, `unreadable` when it is torn. Errors: `DiskError`. */
export async function readLock(
  files: ArchiveFiles,
  path: string,
): Promise<LockFile | 'unreadable' | undefined> {
  for (let left = tries; left > 0; left -= 1) {
    try {
      const text = Buffer.from(await files.readFile(path)).toString('utf8')
      return LockFile.parse(JSON.parse(text))
    } catch (error) {
      if (isMissing(error)) return undefined
      if (!(error instanceof SyntaxError) && !(error instanceof z.ZodError)) throw error
      if (left > 1) await wait(tryPause)
    }
  }
  return 'unreadable'
}

/** Whether a lock was left by a process of this very machine that is no more. A copied user folder is another machine. */
function isLeftBehind(lock: LockFile, machine: Machine, now: Date): boolean {
  if (lock.machineId !== machine.id || lock.machine !== machine.name) return false
  if (lock.boot !== undefined && machine.boot !== undefined) {
    return lock.boot !== machine.boot || !isAlive(lock.pid)
  }
  return isGone(holderOf(lock), now)
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

/** Takes a lock file out of the way if it still is the one of that token; another's is put back. Out: whether it went. */
async function moveAway(files: ArchiveFiles, path: string, token: string): Promise<true | LockFile> {
  const aside = `${path}.${randomUUID()}.tutanak-tmp`
  await files.rename(path, aside)
  const moved = await readLock(files, aside)
  if (moved !== undefined && moved !== 'unreadable' && moved.token !== token) {
    // Somebody had taken over in between: give the lock back.
    await files.rename(aside, path)
    return moved
  }
  await files.unlink(aside)
  return true
}

/** The writer's lock, held: it beats until released or lost. */
export class WriterLock {
  private beat = 0
  private readonly timer: NodeJS.Timeout
  /** Called once when a beat meets the lock of somebody else. */
  onLost: (holder: LockHolder) => void = () => undefined
  /** Whether a deleted lock may be made again: not when somebody else has written meanwhile. */
  mayRemake: () => Promise<boolean> = () => Promise.resolve(true)

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
   * over at once; others only by {@link watchLock}, when they have stopped beating.
   * Errors: `DiskError`.
   */
  static async take(ports: LockPorts, stale?: string): Promise<WriterLock | LockHolder> {
    const { files, path, clock, machine } = ports
    const found = await readLock(files, path)
    if (found) {
      const token = found === 'unreadable' ? 'unreadable' : found.token
      const dead = found !== 'unreadable' && isLeftBehind(found, machine, clock())
      if (!dead && token !== stale) return holderOf(found)
      // Of several who see the same dead lock one succeeds in moving it away; the others find it gone.
      try {
        const moved = await moveAway(files, path, token)
        if (moved !== true) return holderOf(moved)
      } catch (error) {
        if (!isMissing(error)) throw error
        return (await WriterLock.take(ports)) as WriterLock | LockHolder
      }
    }
    const content: LockFile = {
      owner: ports.owner,
      machine: machine.name,
      machineId: machine.id,
      pid: process.pid,
      ...(machine.boot === undefined ? {} : { boot: machine.boot }),
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
    // A failed beat is no harm by itself: the next one, or the next save, tells.
    try {
      const held = await this.confirm()
      if (held !== 'ours') return this.lose(held)
      await this.followFile()
      this.beat += 1
      await this.made.file.write(encode({ ...this.content, beat: this.beat }), 0)
    } catch (error) {
      if (!(error instanceof DiskError)) throw error
    }
  }

  private lose(holder: LockHolder): void {
    clearInterval(this.timer)
    this.onLost(holder)
  }

  /** A sync tool may have put a copy in the place of our file: beats into the old one would be seen by nobody. */
  private async followFile(): Promise<void> {
    const { files, path } = this.ports
    const { inode } = await files.stat(path)
    if (inode === this.made.inode || inode === 0 || this.made.inode === 0) return
    if ((await moveAway(files, path, this.content.token)) !== true) return
    const made = await makeLock(files, path, { ...this.content, beat: this.beat })
    await this.made.file.close().catch(() => undefined)
    this.made = made
  }

  /**
   * Reads the lock's token from the disk, before every write: a machine that slept may have lost it. A lock file that has
   * been deleted is made again, unless somebody wrote meanwhile. Out: `ours`, or who holds it now. Errors: `DiskError`.
   */
  async confirm(): Promise<'ours' | LockHolder> {
    const { files, path } = this.ports
    const lock = await readLock(files, path)
    if (lock !== undefined && lock !== 'unreadable' && lock.token === this.content.token) return 'ours'
    if (lock !== undefined) return holderOf(lock)
    // Gone with everything else: a lock in the folder that is left would let work go on beside the archive.
    if (!(await archiveIsThere(files, dirname(path)))) throw new DiskError('disk-gone', 'ENOENT', 'lock')
    if (!(await this.mayRemake())) return holderOf('unreadable')
    try {
      const made = await makeLock(files, path, this.content)
      await this.made.file.close().catch(() => undefined)
      this.made = made
      return 'ours'
    } catch (error) {
      const now =
        error instanceof DiskError && error.errno === 'EEXIST' ? await readLock(files, path) : undefined
      if (now === undefined) throw error
      // Two saves at once find it gone: the other may have made it.
      return now !== 'unreadable' && now.token === this.content.token ? 'ours' : holderOf(now)
    }
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
  let reading = false
  const timer = setInterval(() => {
    // A slow share must not make two looks of one.
    if (reading) return
    reading = true
    void readLock(files, path)
      .finally(() => {
        reading = false
      })
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

/** Who holds an archive, in the words of its lock. */
export function holderName(holder: LockHolder | undefined): string {
  return holder?.owner && holder.machine
    ? `${holder.owner} (${holder.machine})`
    : holder?.owner || holder?.machine || '?'
}
