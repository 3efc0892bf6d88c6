import type { Adapter } from 'lowdb'
import { dirname } from 'node:path'
import { DiskError, isMissing, type ArchiveFiles, type FileStat, type OpenFile } from './archive-files'
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
      await ensureFolder(this.files, dirname(this.path))
      return this.files.openNew(temp)
    }
  }

  /** Puts the bytes beside the file, on the disk. On failure nothing stays. */
  async stage(data: T): Promise<void> {
    const temp = tempBeside(this.path)
    const file = await this.openTemp(temp)
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
    if (this.temp) await this.files.unlink(this.temp).catch(() => undefined)
    this.temp = undefined
  }
}
