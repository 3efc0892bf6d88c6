import type { Adapter } from 'lowdb'
import { dirname, join } from 'node:path'
import { DiskError, isMissing, type ArchiveFiles, type FileStat, type OpenFile } from './archive-files'
import { archiveNames, tempBeside } from './layout'

/** Folders on their way: whoever meets one that is there already must still wait until its name lasts. */
const making = new WeakMap<ArchiveFiles, Map<string, Promise<void>>>()

/** Makes a folder and those above it, and makes their names last. */
export async function ensureFolder(files: ArchiveFiles, path: string): Promise<void> {
  const begun = making.get(files)?.get(path)
  if (begun) return begun
  const work = makeFolder(files, path)
  const all = making.get(files) ?? new Map<string, Promise<void>>()
  making.set(files, all.set(path, work))
  try {
    await work
  } finally {
    all.delete(path)
  }
}

async function makeFolder(files: ArchiveFiles, path: string): Promise<void> {
  try {
    await files.stat(path)
  } catch (error) {
    if (!isMissing(error)) throw error
    const parent = dirname(path)
    if (parent !== path) await ensureFolder(files, parent)
    await files.mkdir(path)
    await files.fsyncDir(parent)
  }
}

async function isThere(files: ArchiveFiles, path: string): Promise<boolean> {
  try {
    await files.stat(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** Whether an archive lies in a folder: not when its stick was pulled out, whatever folder stands in its place. */
export async function archiveIsThere(files: ArchiveFiles, root: string): Promise<boolean> {
  return (
    (await isThere(files, join(root, archiveNames.head))) ||
    (await isThere(files, join(root, archiveNames.headCopy)))
  )
}

/**
 * Makes a folder of an archive, never the archive's own: what is written beside a stick that was pulled out would be
 * called saved and not be on it. Errors: `DiskError`, with `disk-gone` when the archive is no more.
 */
export async function ensureArchiveFolder(files: ArchiveFiles, root: string, path: string): Promise<void> {
  if (await isThere(files, path)) return ensureFolder(files, path)
  if (!(await archiveIsThere(files, root))) throw new DiskError('disk-gone', 'ENOENT', 'mkdir')
  await ensureFolder(files, path)
}

/** Temp files that this program is writing or about to put in place. */
const inFlight = new Set<string>()

/** Whether a temp file is one that this program still needs, whatever its time says (clocks are set back). */
export function isInFlight(path: string): boolean {
  return inFlight.has(path)
}

/**
 * A lowdb adapter whose write is on the disk when it returns: temp file in the same folder, write, fsync, rename,
 * fsync of the folder. A reader never meets half a file. `stage` and `replace` are the two halves of `write`,
 * for commits that must have all their bytes on the disk before the first file is replaced.
 */
export class DurableAdapter<T> implements Adapter<T> {
  private temp: string | undefined
  private closing: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly files: ArchiveFiles,
    readonly path: string,
    private readonly form: { parse: (bytes: Uint8Array) => T; stringify: (data: T) => Uint8Array },
    /** The archive that the file belongs to: it must be there. */
    private readonly root?: string,
  ) {}

  /** The file's content; null when there is none. Errors: `DiskError`. */
  async read(): Promise<T | null> {
    try {
      return this.form.parse(await this.files.readFile(this.path))
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  async write(data: T): Promise<void> {
    await this.stage(data)
    await this.replace()
  }

  private async openTemp(temp: string): Promise<OpenFile> {
    try {
      return await this.files.openNew(temp)
    } catch (error) {
      if (!isMissing(error)) throw error
      const folder = dirname(this.path)
      await (this.root === undefined
        ? ensureFolder(this.files, folder)
        : ensureArchiveFolder(this.files, this.root, folder))
      return this.files.openNew(temp)
    }
  }

  /** Puts the bytes beside the file, on the disk. On failure nothing stays. */
  async stage(data: T): Promise<void> {
    const temp = tempBeside(this.path)
    inFlight.add(temp)
    const file = await this.openTemp(temp).catch((error: unknown) => {
      inFlight.delete(temp)
      throw error
    })
    this.temp = temp
    try {
      await file.write(this.form.stringify(data))
      await file.sync()
    } catch (error) {
      await file.close().catch(() => undefined)
      await this.discard()
      throw error
    }
    // The bytes are safe; that the file is shut (some systems rename no open file) is waited for before the rename.
    this.closing = file.close().then(
      () => undefined,
      (error: unknown) => error,
    )
  }

  /**
   * Puts the staged bytes in the file's place. On failure the old file stands and no temp file is left.
   * Out: size and time of the new file, if the disk could tell them.
   */
  async replace(): Promise<FileStat | undefined> {
    const { temp } = this
    if (!temp) throw new Error('nothing staged')
    try {
      const fault = await this.closing
      if (fault) throw fault
      await this.files.rename(temp, this.path)
    } catch (error) {
      await this.discard()
      throw error
    }
    inFlight.delete(temp)
    this.temp = undefined
    const [stat] = await Promise.all([
      this.files.stat(this.path).catch((error: unknown) => {
        if (error instanceof DiskError) return undefined
        throw error
      }),
      this.files.fsyncDir(dirname(this.path)),
    ])
    return stat
  }

  /** Gives up what was staged. */
  async discard(): Promise<void> {
    await this.closing
    if (this.temp) {
      await this.files.unlink(this.temp).catch(() => undefined)
      inFlight.delete(this.temp)
    }
    this.temp = undefined
  }
}
