import { createHash } from 'node:crypto'
import { mkdir, open, readFile, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { fail, ok, type Result } from '../../shared/result'
import { DiskError, diskError, isMissing, nodeArchiveFiles } from './store/archive-files'
import { DurableAdapter } from './store/durable-adapter'

const disk = nodeArchiveFiles()

/**
 * Writes a file of the user's (an export) so that it is whole or not there, as records are written.
 * Errors: disk codes (params.name = the file's name; `disk-gone` when its folder is not there); the old file then stays.
 */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<Result<void>> {
  const form = { parse: (read: Uint8Array) => read, stringify: (data: Uint8Array) => data }
  try {
    const whole = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
    await new DurableAdapter<Uint8Array>(disk, file, form).write(whole)
    return ok(undefined)
  } catch (fault) {
    if (!(fault instanceof DiskError)) throw fault
    return fail(isMissing(fault) ? 'disk-gone' : fault.code, { name: path.basename(file) })
  }
}

/** True when there is a file or folder at the path. */
export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

/** Reads a text file of this computer; undefined when it is not there. */
export async function readTextIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  }
}

/** Reads a file of this computer; undefined when it is not there. */
export async function readBytesIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    throw fault
  }
}

/** Removes a file of this computer, if it is there. */
export async function removeIfThere(file: string): Promise<void> {
  await rm(file, { force: true })
}

/** Removes a folder of this computer with everything in it, if it is there. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
}

/** Names of what is in a folder of this computer, sorted. Throws when it cannot be read. */
export async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).sort()
}

/** Makes a folder with its parents. */
export async function ensureFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
}

/** Short name of a path for keys of this computer: hex of its SHA-256, 16 digits. */
export function pathKey(folder: string): string {
  return createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 16)
}

/** A file open for reading at any place. */
export interface RandomFile {
  size: number
  /** Fills `into`; fewer bytes only at the file's end. Out: how many. Errors: `DiskError`. */
  readAt(into: Uint8Array, position: number): Promise<number>
  close(): Promise<void>
}

/** Opens a file of this computer for reading in pieces. Errors: `DiskError`. */
export async function openRandom(file: string): Promise<RandomFile> {
  try {
    const handle = await open(file, 'r')
    const found = await handle.stat()
    return {
      size: found.size,
      async readAt(into, position) {
        try {
          let done = 0
          while (done < into.length) {
            const { bytesRead } = await handle.read(into, done, into.length - done, position + done)
            if (bytesRead === 0) break
            done += bytesRead
          }
          return done
        } catch (fault) {
          throw diskError(fault, 'read')
        }
      },
      close: () => handle.close(),
    }
  } catch (fault) {
    throw diskError(fault, 'open')
  }
}
