import type { Adapter } from 'lowdb'
import { dirname } from 'node:path'
import { isMissing, type ArchiveFiles } from './archive-files'
import { tempBeside } from './layout'

/** Makes a folder and those above it, and makes their names last. */
export async function ensureFolder(files: ArchiveFiles, path: string): Promise<void> {
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

/** Writes bytes into a new file beside `path` and onto the disk. Out: the temp file's path; on failure nothing stays. */
export async function writeTemp(files: ArchiveFiles, path: string, bytes: Uint8Array): Promise<string> {
  const temp = tempBeside(path)
  const file = await files.openNew(temp).catch(async (error: unknown) => {
    if (!isMissing(error)) throw error
    await ensureFolder(files, dirname(path))
    return files.openNew(temp)
  })
  try {
    try {
      await file.write(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    await files.unlink(temp).catch(() => undefined)
    throw error
  }
  return temp
}

/**
 * A lowdb adapter whose write is on the disk when it returns: temp file in the same folder, write, fsync, rename,
 * fsync of the folder. A reader never meets half a file. `stage` and `replace` are the two halves of `write`,
 * for commits that must have all their bytes on the disk before the first file is replaced.
 */
export class DurableAdapter<T> implements Adapter<T> {
  private temp: string | undefined

  constructor(
    private readonly files: ArchiveFiles,
    readonly path: string,
    private readonly form: { parse: (bytes: Uint8Array) => T; stringify: (data: T) => Uint8Array },
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

  /** Puts the bytes beside the file, on the disk. */
  async stage(data: T): Promise<void> {
    this.temp = await writeTemp(this.files, this.path, this.form.stringify(data))
  }

  /** Puts the staged bytes in the file's place. On failure the old file stands and no temp file is left. */
  async replace(): Promise<void> {
    if (!this.temp) throw new Error('nothing staged')
    try {
      await this.files.rename(this.temp, this.path)
    } catch (error) {
      await this.discard()
      throw error
    }
    this.temp = undefined
    await this.files.fsyncDir(dirname(this.path))
  }

  /** Gives up what was staged. */
  async discard(): Promise<void> {
    if (this.temp) await this.files.unlink(this.temp).catch(() => undefined)
    this.temp = undefined
  }
}
