import { removeManifest, readManifest, writeManifest } from './manifest'
import { bytesFile, newName, type IndexFiles, type WritableFile } from './index-files'
import type { WordReader } from './doc-words'
import { PageCache, PagedReader } from './paged-file'
import type { SearchDoc } from './search-port'
import { Segment } from './segment'
import { buildSegment, type Pause } from './segment-builder'
import { mergeSegments, type DocMaps } from './segment-merge'
import { SegmentWriter } from './segment-writer'

const EXTENSION = '.segment'
/** The index of earlier versions. */
const EARLIER = 'search-index.gz'
/** Files that no list names may be those of another program that is just writing; older ones are left over. */
const LEFT_OVER_MS = 3_600_000
/** Merged segments of fewer documents stay in memory until the index is stored. */
const IN_MEMORY = 4_000
const PAUSE_AFTER_MS = 8
const DRAIN_BYTES = 1 << 20

export interface OpenedSegments {
  segments: Segment[]
  seq: number
}

/** Where segments come from and go to: memory, and the folder of the index if there is one. */
export class SegmentStore {
  private readonly cache = new PageCache()
  /** files that are no longer needed once a new list is written */
  private readonly left: string[] = []
  private saving: Promise<unknown> = Promise.resolve()
  /** the disk did not take the last merge */
  private refuses = false

  constructor(
    private readonly analyzer: string,
    private readonly files: IndexFiles | undefined,
    private readonly inMemory = IN_MEMORY,
  ) {}

  /** What is stored; undefined when there is nothing whole. With another analysis its journal number is 0. */
  async open(): Promise<OpenedSegments | undefined> {
    const { files } = this
    if (!files) return undefined
    const manifest = await readManifest(files).catch(() => undefined)
    const segments: Segment[] = []
    try {
      for (const { name, losses } of manifest?.segments ?? []) {
        const file = files.open(name)
        try {
          const segment = new Segment(new PagedReader(file, this.cache), name)
          segment.restore(losses)
          segments.push(segment)
        } catch (fault) {
          file.close()
          throw fault
        }
      }
    } catch {
      // Whatever is wrong with it: the records are there, and the index is built from them.
      for (const segment of segments) segment.close()
      return undefined
    }
    await this.sweep(new Set(segments.map(({ name }) => name ?? '')))
    return manifest && { segments, seq: manifest.analyzer === this.analyzer ? manifest.seq : 0 }
  }

  /** A segment of these documents, in memory. */
  async build(docs: readonly SearchDoc[], reader: WordReader): Promise<Segment> {
    const writer = new SegmentWriter(this.analyzer)
    await buildSegment(docs, reader, writer, pauses())
    return this.memorySegment(writer.taken())
  }

  /**
   * A segment of the living documents of others; none in it when all are dead.
   * @param wanted asked now and then: false ends it without result. Errors: `IndexDamage` of what is read.
   */
  async merge(
    inputs: readonly Segment[],
    wanted: () => boolean,
  ): Promise<{ segment: Segment | undefined; maps: DocMaps } | undefined> {
    const living = inputs.reduce((sum, segment) => sum + segment.living, 0)
    if (living === 0)
      return { segment: undefined, maps: inputs.map(({ docs }) => new Int32Array(docs).fill(-1)) }
    const writer = new SegmentWriter(this.analyzer)
    const name = newName(EXTENSION)
    let file = living >= this.inMemory && !this.refuses ? await this.create(name) : undefined
    const kept: Uint8Array[] = []
    let waiting = 0
    const drain = async (all: boolean) => {
      const ready = writer.taken()
      kept.push(...ready)
      waiting += ready.reduce((sum, { length }) => sum + length, 0)
      if (!file || (!all && waiting < DRAIN_BYTES)) return
      const bytes = joined(kept)
      const open = file
      kept.length = 0
      waiting = 0
      await this.writing(() => open.append(bytes))
    }
    const breathe = pauses()
    const pause: Pause = () => {
      const due = breathe()
      if (!due) return undefined
      return due.then(() => {
        if (!wanted()) throw NOT_WANTED
        return drain(false)
      })
    }
    try {
      const maps = await mergeSegments(inputs, writer, pause)
      await drain(true)
      if (!file) return { segment: this.memorySegment(kept), maps }
      const open = file
      await this.writing(() => open.finish())
      file = undefined
      const written = await this.writing(async () => this.files!.open(name))
      return { segment: new Segment(new PagedReader(written, this.cache), name), maps }
    } catch (fault) {
      await file?.abandon().catch(() => undefined)
      if (fault === NOT_WANTED) return undefined
      throw fault
    }
  }

  /** A segment that was merged into another; its file goes when the next list is written. */
  leave(segment: Segment): void {
    segment.close()
    if (segment.name !== undefined) this.left.push(segment.name)
  }

  /** Stores segments and their list. Out: false when the disk did not take it; the old list then still stands. */
  async save(state: () => { segments: readonly Segment[]; seq: number }): Promise<boolean> {
    const { files } = this
    if (!files) return true
    const work = this.saving.then(async () => {
      // Segments may come while others are written.
      for (;;) {
        const open = state().segments.find(({ name }) => name === undefined)
        if (!open) break
        await this.write(open, files)
      }
      const { segments, seq } = state()
      const left = this.left.splice(0)
      await writeManifest(files, {
        seq,
        analyzer: this.analyzer,
        segments: segments.map((segment) => ({ name: segment.name ?? '', losses: segment.losses() })),
      })
      for (const name of left) await files.remove(name).catch(() => undefined)
    })
    this.saving = work.catch(() => undefined)
    return work.then(
      () => {
        this.refuses = false
        return true
      },
      () => false,
    )
  }

  /** Removes everything from the disk. */
  async clear(): Promise<void> {
    await this.saving
    const { files } = this
    if (!files) return
    await removeManifest(files).catch(() => undefined)
    await this.sweep(new Set(), 0)
  }

  /** Removes files of segments, as far as they have some. */
  async remove(segments: readonly Segment[]): Promise<void> {
    await this.saving
    for (const { name } of segments)
      if (name !== undefined) await this.files?.remove(name).catch(() => undefined)
  }

  private create(name: string): Promise<WritableFile | undefined> {
    return Promise.resolve(this.files?.create(name)).catch(() => {
      this.refuses = true
      return undefined
    })
  }

  /** Writes for a merge. Where the disk refuses the merge is given up, and made in memory next time. */
  private async writing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch {
      this.refuses = true
      throw NOT_WANTED
    }
  }

  private async write(segment: Segment, files: IndexFiles): Promise<void> {
    const name = newName(EXTENSION)
    const file = await files.create(name)
    try {
      await file.append(segment.memory ?? new Uint8Array(0))
      await file.finish()
    } catch (fault) {
      await file.abandon().catch(() => undefined)
      throw fault
    }
    segment.name = name
  }

  private memorySegment(parts: readonly Uint8Array[]): Segment {
    const bytes = joined(parts)
    return new Segment(new PagedReader(bytesFile(bytes), this.cache), undefined, bytes)
  }

  /** Removes files of the index that are not of use. */
  private async sweep(used: ReadonlySet<string>, olderThan = LEFT_OVER_MS): Promise<void> {
    const { files } = this
    for (const { name, ageMs } of (await files?.list().catch(() => [])) ?? [])
      if (name === EARLIER || (name.endsWith(EXTENSION) && !used.has(name) && ageMs >= olderThan))
        await files?.remove(name).catch(() => undefined)
  }
}

const NOT_WANTED = new Error('merge not wanted')

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A pause that lets other work in after some milliseconds of ours. */
function pauses(): Pause {
  let since = performance.now()
  return () => {
    if (performance.now() - since < PAUSE_AFTER_MS) return undefined
    return new Promise((resolve) =>
      setImmediate(() => {
        since = performance.now()
        resolve()
      }),
    )
  }
}
