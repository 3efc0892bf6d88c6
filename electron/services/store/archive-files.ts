import { createReadStream, type Stats } from 'node:fs'
import { mkdir, open, readFile, readdir, rename, stat, statfs, unlink } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { fail, type ErrorCode, type Result } from '../../../shared/result'

/** What a folder listing or a look at one path tells. Times are milliseconds since 1970. */
export interface FileStat {
  kind: 'file' | 'folder' | 'other'
  size: number
  mtimeMs: number
  /** Changes with every replacement of the file, even one that keeps size and time; 0 where the disk has none. */
  inode: number
}

export interface FolderEntry {
  name: string
  kind: FileStat['kind']
}

/** A file open for writing; `sync` returns when the bytes are on the disk. */
export interface OpenFile {
  /** Writes all bytes: at `position`, or behind the last write (appending files: at their end). */
  write(bytes: Uint8Array, position?: number): Promise<void>
  truncate(size: number): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * The one way by which bytes of an archive reach and leave the disk. Every step is an operation of its own,
 * so that a fault harness or a cipher can stand between. Paths are absolute. All reject with {@link DiskError}.
 */
export interface ArchiveFiles {
  readFile(path: string): Promise<Uint8Array>
  /** A file's bytes together with its size and time, from one opening. */
  readWithStat(path: string): Promise<{ bytes: Uint8Array; stat: FileStat }>
  /** Reads a file piece by piece. */
  readChunks(path: string): AsyncIterable<Uint8Array>
  readdir(path: string): Promise<FolderEntry[]>
  stat(path: string): Promise<FileStat>
  /** Makes one folder; an existing one is no error. */
  mkdir(path: string): Promise<void>
  /** Opens a file that must not exist yet. */
  openNew(path: string): Promise<OpenFile>
  /** Opens a file for appending; made if missing. */
  openAppend(path: string): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  /** Makes names in a folder last (no operation on systems whose folders cannot be synced). */
  fsyncDir(path: string): Promise<void>
  /** Free bytes on the disk of this path. */
  freeBytes(path: string): Promise<number>
}

/** A disk operation that failed: `code` for people, `errno` for code. Carries no path in its message. */
export class DiskError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly errno: string,
    readonly operation: string,
    options?: ErrorOptions,
  ) {
    super(`${operation}: ${errno}`, options)
    this.name = 'DiskError'
  }
}

const codes: Record<string, ErrorCode> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'disk-read-only',
  EACCES: 'disk-denied',
  EPERM: 'disk-denied',
  EBUSY: 'disk-busy',
  ENODEV: 'disk-gone',
  ENXIO: 'disk-gone',
  ESTALE: 'disk-gone',
}

/** Turns what Node throws into a {@link DiskError}; anything without an errno is a bug and rises as it is. */
export function diskError(error: unknown, operation: string): unknown {
  if (error instanceof DiskError || !(error instanceof Error) || !('code' in error)) return error
  const errno = String(error.code)
  if (!/^E[A-Z0-9]+$/.test(errno)) return error
  return new DiskError(codes[errno] ?? 'disk-error', errno, operation, { cause: error })
}

/** True when the error says that the file or folder does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof DiskError && (error.errno === 'ENOENT' || error.errno === 'ENOTDIR')
}

/** Runs disk work; an expected disk failure becomes a value, a bug rises. */
export async function attempt<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DiskError) return fail(error.code)
    throw error
  }
}

async function named<T>(operation: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw diskError(error, operation)
  }
}

/** Waits between tries of a rename, in ms: virus scanners and sync tools hold files open for moments. */
const renamePauses = [10, 30, 90, 270, 600]

/** The same disk, but a rename that somebody else's hold on the file refuses is tried again for about a second. */
export function patientFiles(
  files: ArchiveFiles,
  pauseFor: (ms: number) => Promise<unknown> = wait,
): ArchiveFiles {
  return {
    ...files,
    async rename(from, to) {
      for (const pause of renamePauses) {
        try {
          return await files.rename(from, to)
        } catch (error) {
          if (!(error instanceof DiskError) || !/^(EPERM|EBUSY|EACCES)$/.test(error.errno)) throw error
          await pauseFor(pause)
        }
      }
      return files.rename(from, to)
    },
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): FileStat['kind'] {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other'
}

function factsOf(found: Stats): FileStat {
  return { kind: kindOf(found), size: found.size, mtimeMs: found.mtimeMs, inode: found.ino }
}

async function readWithStat(path: string): Promise<{ bytes: Uint8Array; stat: FileStat }> {
  const handle = await open(path, 'r')
  try {
    const found = await handle.stat()
    if (found.isDirectory()) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' })
    const bytes = Buffer.allocUnsafe(found.size)
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return { bytes: bytes.subarray(0, length), stat: factsOf(found) }
  } finally {
    await handle.close()
  }
}

async function openFile(path: string, flags: 'wx' | 'a'): Promise<OpenFile> {
  const handle = await named('open', () => open(path, flags))
  return {
    write: (bytes, position) =>
      named('write', async () => {
        let done = 0
        while (done < bytes.length) {
          const at = position === undefined ? null : position + done
          done += (await handle.write(bytes, done, bytes.length - done, at)).bytesWritten
        }
      }),
    truncate: (size) => named('truncate', () => handle.truncate(size)),
    sync: () => named('fsync', () => handle.sync()),
    close: () => named('close', () => handle.close()),
  }
}

/** Folders cannot be opened or synced on Windows and on some network disks: there the promise ends at the rename. */
const noFolderSync = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF'])

async function fsyncDir(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    const errno = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!noFolderSync.has(errno)) throw error
  }
}

/** The real disk. */
export function nodeArchiveFiles(): ArchiveFiles {
  return patientFiles({
    readFile: (path) => named('read', () => readFile(path)),
    readWithStat: (path) => named('read', () => readWithStat(path)),
    async *readChunks(path) {
      try {
        for await (const chunk of createReadStream(path)) yield chunk as Uint8Array
      } catch (error) {
        throw diskError(error, 'read')
      }
    },
    readdir: (path) =>
      named('readdir', async () =>
        (await readdir(path, { withFileTypes: true })).map((entry) => ({
          name: entry.name,
          kind: kindOf(entry),
        })),
      ),
    stat: (path) =>
      named('stat', async () => {
        return factsOf(await stat(path))
      }),
    mkdir: (path) =>
      named('mkdir', async () => {
        try {
          await mkdir(path)
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
        }
      }),
    openNew: (path) => openFile(path, 'wx'),
    openAppend: (path) => openFile(path, 'a'),
    rename: (from, to) => named('rename', () => rename(from, to)),
    unlink: (path) => named('unlink', () => unlink(path)),
    fsyncDir: (path) => named('fsync', () => fsyncDir(path)),
    freeBytes: (path) =>
      named('statfs', async () => {
        const found = await statfs(path)
        return found.bavail * found.bsize
      }),
  })
}
