import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { fail, ok, type ErrorCode, type Result } from '../../shared/result'

/** The expected failure behind an error of the file system; undefined when it is none we know (a bug). */
export function diskErrorCode(fault: unknown): ErrorCode | undefined {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : undefined
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full'
    case 'EROFS':
      return 'disk-read-only'
    case 'EACCES':
    case 'EPERM':
      return 'disk-denied'
    case 'EBUSY':
      return 'disk-busy'
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
      return 'disk-gone'
    case 'EIO':
    case 'EISDIR':
    case 'ENAMETOOLONG':
    case 'EMFILE':
      return 'disk-error'
    default:
      return undefined
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for fsync; there the rename itself is journalled by NTFS.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes a file of the user's (an export) so that it is whole or not there: temp in the same folder, fsync, rename, fsync.
 * Errors: the disk codes of {@link diskErrorCode}; the old file then stays as it was.
 */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<Result<void>> {
  const temp = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(4).toString('hex')}.tmp`)
  try {
    const handle = await open(temp, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temp, file)
    await syncFolder(path.dirname(file))
    return ok(undefined)
  } catch (fault) {
    await rm(temp, { force: true }).catch(() => undefined)
    const code = diskErrorCode(fault)
    if (!code) throw fault
    return fail(code, { name: path.basename(file) })
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

/** Makes a folder with its parents. */
export async function ensureFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
}

/** Free bytes on the disk of a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const figures = await statfs(folder)
  return figures.bavail * figures.bsize
}

/** Short name of a path for keys of this computer: hex of its SHA-256, 16 digits. */
export function pathKey(folder: string): string {
  return createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 16)
}
