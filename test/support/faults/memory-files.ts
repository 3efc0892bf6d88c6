import { dirname } from 'node:path'
import {
  DiskError,
  type ArchiveFiles,
  type FileStat,
  type OpenFile,
} from '../../../electron/services/store/archive-files'

interface MemoryFile {
  bytes: Uint8Array
  mtimeMs: number
  inode: number
}

/** A disk in memory: folders by path, files by path. Contents are replaced, never written in place. */
export class MemoryDisk {
  readonly folders = new Set<string>()
  readonly names = new Map<string, MemoryFile>()
  private inodes = 1
  private ticks = 1

  /** In: files by path (their folders are made), further folders. */
  constructor(files: Iterable<readonly [string, Uint8Array]> = [], folders: Iterable<string> = []) {
    for (const folder of folders) this.makeFolders(folder)
    for (const [path, bytes] of files) this.put(path, bytes)
  }

  private makeFolders(path: string): void {
    this.folders.add(path)
    if (dirname(path) !== path && !this.folders.has(dirname(path))) this.makeFolders(dirname(path))
  }

  /** Every look at a changed file gives another time, as on a disk with fine clocks. */
  tick(): number {
    return 1_700_000_000_000 + this.ticks++
  }

  put(path: string, bytes: Uint8Array): MemoryFile {
    this.makeFolders(dirname(path))
    const file = { bytes, mtimeMs: this.tick(), inode: this.inodes++ }
    this.names.set(path, file)
    return file
  }

  /** Files by path as they are now. */
  contents(): Map<string, Uint8Array> {
    return new Map([...this.names].map(([path, { bytes }]) => [path, bytes]))
  }

  /** The same disk once more, with the same times. */
  copy(): MemoryDisk {
    const twin = new MemoryDisk([], this.folders)
    for (const [path, file] of this.names) twin.names.set(path, { ...file })
    twin.inodes = this.inodes
    twin.ticks = this.ticks
    return twin
  }

  /** Takes a folder away with all it holds, as a stick that is pulled out. Out: puts it back as it was. */
  takeAway(folder: string): () => void {
    const inside = (path: string) => path === folder || path.startsWith(`${folder}/`)
    const files = [...this.names].filter(([path]) => inside(path))
    const folders = [...this.folders].filter(inside)
    for (const [path] of files) this.names.delete(path)
    for (const path of folders) this.folders.delete(path)
    return () => {
      for (const path of folders) this.folders.add(path)
      for (const [path, file] of files) this.names.set(path, file)
    }
  }

  /** Names directly in a folder. */
  in(folder: string): { name: string; kind: 'file' | 'folder' }[] {
    const start = folder.endsWith('/') ? folder : `${folder}/`
    const direct = (path: string) => path.startsWith(start) && !path.slice(start.length).includes('/')
    return [
      ...[...this.folders]
        .filter((path) => path !== folder && direct(path))
        .map((path) => ({ name: path.slice(start.length), kind: 'folder' as const })),
      ...[...this.names.keys()]
        .filter(direct)
        .map((path) => ({ name: path.slice(start.length), kind: 'file' as const })),
    ]
  }
}

function refuse(errno: string, operation: string): DiskError {
  return new DiskError('disk-error', errno, operation)
}

/** Bytes with others written over them at an offset; a gap is filled with zeros. */
export function splice(old: Uint8Array, bytes: Uint8Array, at: number): Uint8Array {
  const next = new Uint8Array(Math.max(old.length, at + bytes.length))
  next.set(old)
  next.set(bytes, at)
  return next
}

/** Bytes cut off, or lengthened with zeros. */
export function resize(old: Uint8Array, size: number): Uint8Array {
  const next = new Uint8Array(size)
  next.set(old.subarray(0, size))
  return next
}

/** The port over a disk in memory (POSIX paths): behaves as {@link nodeArchiveFiles} does on a real one. */
export function memoryFiles(disk: MemoryDisk): ArchiveFiles {
  // Every call ends in a later turn, so that work that overlaps on a real disk overlaps here.
  const later = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve()
    return work()
  }
  const fileAt = (path: string, operation: string): MemoryFile => {
    const file = disk.names.get(path)
    if (file) return file
    throw refuse(disk.folders.has(path) ? 'EISDIR' : 'ENOENT', operation)
  }
  const folderOf = (path: string, operation: string): void => {
    if (!disk.folders.has(dirname(path))) throw refuse('ENOENT', operation)
  }
  const statOf = (path: string): FileStat => {
    if (disk.folders.has(path)) return { kind: 'folder', size: 0, mtimeMs: 0, inode: 0 }
    const { bytes, mtimeMs, inode } = fileAt(path, 'stat')
    return { kind: 'file', size: bytes.length, mtimeMs, inode }
  }
  const handle = (file: MemoryFile): OpenFile => ({
    write: (bytes, position) =>
      later(() => {
        file.bytes = splice(file.bytes, bytes, position ?? file.bytes.length)
        file.mtimeMs = disk.tick()
      }),
    truncate: (size) =>
      later(() => {
        file.bytes = resize(file.bytes, size)
        file.mtimeMs = disk.tick()
      }),
    sync: () => later(() => undefined),
    close: () => later(() => undefined),
  })
  return {
    readFile: (path) => later(() => fileAt(path, 'read').bytes),
    readWithStat: (path) => later(() => ({ bytes: fileAt(path, 'read').bytes, stat: statOf(path) })),
    async *readChunks(path) {
      yield await later(() => fileAt(path, 'read').bytes)
    },
    readdir: (path) =>
      later(() => {
        if (!disk.folders.has(path)) throw refuse(disk.names.has(path) ? 'ENOTDIR' : 'ENOENT', 'readdir')
        return disk.in(path)
      }),
    stat: (path) => later(() => statOf(path)),
    mkdir: (path) =>
      later(() => {
        folderOf(path, 'mkdir')
        if (!disk.names.has(path)) disk.folders.add(path)
      }),
    openNew: (path) =>
      later(() => {
        folderOf(path, 'open')
        if (disk.names.has(path) || disk.folders.has(path)) throw refuse('EEXIST', 'open')
        return handle(disk.put(path, new Uint8Array()))
      }),
    openAppend: (path) =>
      later(() => {
        folderOf(path, 'open')
        if (disk.folders.has(path)) throw refuse('EISDIR', 'open')
        return handle(disk.names.get(path) ?? disk.put(path, new Uint8Array()))
      }),
    rename: (from, to) =>
      later(() => {
        const file = fileAt(from, 'rename')
        folderOf(to, 'rename')
        if (disk.folders.has(to)) throw refuse('EISDIR', 'rename')
        disk.names.delete(from)
        disk.names.set(to, file)
      }),
    unlink: (path) =>
      later(() => {
        fileAt(path, 'unlink')
        disk.names.delete(path)
      }),
    fsyncDir: (path) =>
      later(() => {
        if (!disk.folders.has(path) && !disk.names.has(path)) throw refuse('ENOENT', 'fsync')
      }),
    freeBytes: () => later(() => 1e12),
  }
}
