import { setImmediate as later, setTimeout as wait } from 'node:timers/promises'
import { DiskError, type ArchiveFiles } from './archive-files'
import type { ArchiveState } from './archive-state'
import { CatalogueCache } from './catalogue/cache-file'
import { checkFiles, type OutsideChange } from './checking'

/** Forgets an archive's catalogue: the next opening builds it from the files. Call while nobody has it open. Errors: `DiskError`. */
export function clearCatalogue(files: ArchiveFiles, cacheFolder: string): Promise<void> {
  return new CatalogueCache(files, cacheFolder).clear()
}

/** Changed records over the table before it is built anew: a fixed number, or this share of the table. */
const mostOverlay = 1_000
const overlayShare = 0.05
/** The same while a catalogue is filled from the files. */
const fillOverlay = 3_000
const fillShare = 0.15
/** Before a disk that could not be read is tried again (ms). */
const fillPause = 5_000

/** Loads, saves and renews an archive's catalogue in the per-machine folder. */
export class CatalogueKeeper {
  private readonly cache: CatalogueCache
  private renewing: Promise<void> | undefined
  /** Resolves when the catalogue knows all records. */
  listed: Promise<void> = Promise.resolve()

  constructor(private readonly state: ArchiveState) {
    this.cache = new CatalogueCache(state.files, state.options.cacheFolder)
  }

  /**
   * Fills the state's catalogue: from the cache and the journal, or from all files; those are read behind the scenes if
   * the opener wants it so. Out: whether it was built from the files, and changes found that no journal tells of.
   * Errors: `DiskError`.
   */
  async open(): Promise<{ rebuilt: boolean; found: OutsideChange[] }> {
    const { state } = this
    const loaded = await this.cache.load(state.head.id)
    if (loaded) {
      const entries = await state.journal.since(loaded.position)
      state.catalogue = loaded.catalogue
      if (entries) {
        await state.refresh(new Set(entries.flatMap(({ ops }) => ops.map(({ id }) => id))))
        state.notePosition()
        state.catalogueReady = true
        return { rebuilt: false, found: [] }
      }
    }
    if (!loaded && state.options.background) {
      this.listed = this.fill()
      return { rebuilt: true, found: [] }
    }
    // The journal cannot say what changed: names, sizes and times must.
    const found = await checkFiles(state, state.options.onProgress)
    state.notePosition()
    state.catalogueReady = true
    if (!loaded) void this.renew()
    return { rebuilt: !loaded, found: loaded ? found : [] }
  }

  /** Builds the catalogue while the archive is used; a disk that cannot be read is tried again until the archive is closed. */
  private async fill(): Promise<void> {
    const { state } = this
    // The first question of the window comes before the work.
    await later()
    while (!state.closed) {
      try {
        await checkFiles(state, (done, total) => {
          if (state.closed) throw new DiskError('disk-gone', 'ECLOSED', 'fill')
          this.considerFilling()
          state.options.onProgress?.(done, total)
        })
        break
      } catch (error) {
        if (!(error instanceof DiskError)) throw error
        await wait(fillPause, undefined, { ref: false })
      }
    }
    if (state.closed) return
    // A table that is just being built lacks what came last.
    await this.renewing
    state.catalogueReady = true
    state.notePosition()
    void this.renew()
  }

  /** While the catalogue is filled its table grows with it: entries in the table take a tenth of the memory. */
  private considerFilling(): void {
    const { catalogue } = this.state
    const inTable = Object.values(catalogue.base?.head.counts ?? {}).reduce((sum, count) => sum + count, 0)
    if (catalogue.overlaySize > Math.max(fillOverlay, inTable * fillShare)) void this.renew()
  }

  private tooMuch(): boolean {
    const { catalogue } = this.state
    const counts = Object.values(catalogue.counts()).reduce((sum, count) => sum + count, 0)
    return !catalogue.base || catalogue.overlaySize > Math.max(mostOverlay, counts * overlayShare)
  }

  /** Builds the table anew when much has changed, behind the scenes. */
  considerRenewal(): void {
    if (this.state.catalogueReady && this.tooMuch()) void this.renew()
  }

  private renew(): Promise<void> {
    this.renewing ??= this.renewNow().finally(() => {
      this.renewing = undefined
    })
    return this.renewing
  }

  private async renewNow(): Promise<void> {
    const { state } = this
    const table = await state.catalogue.compact({ archiveId: state.head.id, ...state.position })
    // Half a catalogue must not be taken for a whole one by the next opening.
    if (state.catalogueReady && !state.unannounced) await this.cache.saveTable(table)
  }

  /** Writes the cache anew from what is known now, so that nothing of purged records stays in it. */
  async rewrite(): Promise<void> {
    await this.renewing
    await this.renew()
    await this.cache.saveOverlay(this.state.catalogue, this.state.position)
  }

  /** Saves what the next opening needs. Call when no save runs any more. */
  async close(): Promise<void> {
    const { state } = this
    await this.renewing
    // What was found changed by others and could not be told in the journal must be found again by the next opener.
    if (state.unannounced || !state.catalogueReady) return
    if (this.tooMuch()) await this.renew()
    else await this.cache.saveOverlay(state.catalogue, state.position)
  }
}
