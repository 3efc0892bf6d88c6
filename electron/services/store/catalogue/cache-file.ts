import { join } from 'node:path'
import { DiskError, isMissing, type ArchiveFiles } from '../archive-files'
import { DurableAdapter, ensureFolder } from '../durable-adapter'
import { BaseTable, baseVersion } from './base-table'
import { Catalogue, type Overlay } from './catalogue'

/** A position in the journal: every change up to it is in the catalogue. */
export interface Position {
  seq: number
  tid: string
}

interface OverlayFile extends Position, Overlay {
  version: number
  baseId: string
}

const bytesAsTheyAre = { parse: (bytes: Uint8Array) => bytes, stringify: (bytes: Uint8Array) => bytes }

/** The catalogue's files in the per-machine folder. Everything in them can be made again from the records. */
export class CatalogueCache {
  private readonly tablePath: string
  private readonly overlayPath: string

  constructor(
    private readonly files: ArchiveFiles,
    private readonly folder: string,
  ) {
    this.tablePath = join(folder, 'catalogue.bin')
    this.overlayPath = join(folder, 'catalogue-changes.json')
  }

  private async read(path: string): Promise<Uint8Array | undefined> {
    try {
      return await this.files.readFile(path)
    } catch (error) {
      if (isMissing(error) || error instanceof DiskError) return undefined
      throw error
    }
  }

  /** The catalogue as saved last, with the position it has reached; undefined when it is missing, damaged or another archive's. */
  async load(archiveId: string): Promise<{ catalogue: Catalogue; position: Position } | undefined> {
    const bytes = await this.read(this.tablePath)
    const table = bytes && BaseTable.open(bytes)
    if (!table || table.head.archiveId !== archiveId) return undefined
    const catalogue = new Catalogue(table)
    const overlay = await this.loadOverlay(table.head.baseId)
    for (const entry of overlay?.entries ?? []) catalogue.put(entry)
    for (const id of overlay?.dropped ?? []) catalogue.drop(id)
    const { seq, tid } = overlay ?? table.head
    return { catalogue, position: { seq, tid } }
  }

  private async loadOverlay(baseId: string): Promise<OverlayFile | undefined> {
    const bytes = await this.read(this.overlayPath)
    if (!bytes) return undefined
    try {
      const file = JSON.parse(Buffer.from(bytes).toString('utf8')) as OverlayFile
      return file.version === baseVersion && file.baseId === baseId ? file : undefined
    } catch {
      return undefined
    }
  }

  /** Forgets everything. Errors: `DiskError`. */
  async clear(): Promise<void> {
    for (const path of [this.tablePath, this.overlayPath]) {
      await this.files.unlink(path).catch((error: unknown) => {
        if (!isMissing(error)) throw error
      })
    }
  }

  private async save(path: string, bytes: Uint8Array): Promise<boolean> {
    try {
      await ensureFolder(this.files, this.folder)
      await new DurableAdapter(this.files, path, bytesAsTheyAre).write(bytes)
      return true
    } catch (error) {
      // Without the cache the next opening takes longer; nothing else is lost.
      if (!(error instanceof DiskError)) throw error
      return false
    }
  }

  /** Saves a table just built. Out: whether the disk took it. */
  saveTable(table: BaseTable): Promise<boolean> {
    return this.save(this.tablePath, table.bytes)
  }

  /** Saves what changed since the table was saved. In: the position that this has reached. */
  async saveOverlay(catalogue: Catalogue, position: Position): Promise<void> {
    const { base } = catalogue
    if (!base) return
    const file: OverlayFile = {
      version: baseVersion,
      baseId: base.head.baseId,
      ...position,
      ...catalogue.overlay(),
    }
    await this.save(this.overlayPath, Buffer.from(JSON.stringify(file)))
  }
}
