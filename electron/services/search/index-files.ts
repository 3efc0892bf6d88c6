import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { mkdir, open, readdir, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { IndexDamage } from './paged-file'
import { readBytesIfThere, removeIfThere, writeWhole } from '../local-files'

/** A file of the index opened for reading. Reads are synchronous: search has a process of its own. */
export interface ReadableFile {
  readonly size: number
  /** Fills `into` from this place of the file; answers how many bytes there were. */
  read(into: Uint8Array, position: number): number
  close(): void
}

/** A new file of the index; it counts only once it is listed. */
export interface WritableFile {
  append(bytes: Uint8Array): Promise<void>
  /** The bytes are on the disk when this resolves. */
  finish(): Promise<void>
  abandon(): Promise<void>
}

/** The folder of an index. Every operation may fail with an error of the file system. */
export interface IndexFiles {
  open(name: string): ReadableFile
  create(name: string): Promise<WritableFile>
  /** A small file as a whole; undefined when it is not there. */
  load(name: string): Promise<Uint8Array | undefined>
  /** Puts a small file in place of the old one: afterwards, whatever happens, there is the old or the new one. */
  replace(name: string, bytes: Uint8Array): Promise<void>
  list(): Promise<{ name: string; ageMs: number }[]>
  remove(name: string): Promise<void>
}

/** A name that no other program running at the same time takes. */
export const newName = (extension: string): string => `${randomBytes(8).toString('hex')}${extension}`

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Folder of an archive's index below the caches of its path. Another archive may come to stand at the same path (a second USB
 * stick under the same drive letter): it must not be searched with the index of the first.
 */
export const indexFolder = (cacheFolder: string, archiveId: string): string =>
  path.join(cacheFolder, archiveId)

/** The folder of an index on this computer's disk; made when the first file is. */
export function folderFiles(folder: string): IndexFiles {
  const at = (name: string) => path.join(folder, name)
  return {
    open(name) {
      const handle = openSync(at(name), 'r')
      let closed = false
      return {
        size: fstatSync(handle).size,
        read: (into, position) => {
          if (closed) throw new IndexDamage('index file closed')
          return readSync(handle, into, 0, into.length, position)
        },
        close: () => {
          if (!closed) closeSync(handle)
          closed = true
        },
      }
    },
    async create(name) {
      await mkdir(folder, { recursive: true })
      return writable(await open(at(name), 'wx'), () => removeIfThere(at(name)))
    },
    load: (name) => readBytesIfThere(at(name)),
    async replace(name, bytes) {
      await mkdir(folder, { recursive: true })
      const written = await writeWhole(at(name), bytes)
      if (!written.ok) throw new Error(`index not written: ${written.error.code}`)
    },
    async list() {
      const names = await readdir(folder).catch(() => [])
      const now = Date.now()
      return Promise.all(
        names.map(async (name) => ({
          name,
          ageMs: await stat(at(name)).then(
            ({ mtimeMs }) => now - mtimeMs,
            () => 0,
          ),
        })),
      )
    },
    remove: (name) => removeIfThere(at(name)),
  }
}

function writable(handle: FileHandle, remove: () => Promise<void>): WritableFile {
  return {
    append: async (bytes) => {
      for (let done = 0; done < bytes.length;) done += (await handle.write(bytes, done)).bytesWritten
    },
    finish: async () => {
      await handle.sync()
      await handle.close()
    },
    abandon: async () => {
      await handle.close().catch(() => undefined)
      await remove()
    },
  }
}

/** A readable file in memory. */
export function bytesFile(bytes: Uint8Array): ReadableFile {
  return {
    size: bytes.length,
    read(into, position) {
      const part = bytes.subarray(position, position + into.length)
      into.set(part)
      return part.length
    },
    close: () => undefined,
  }
}
