import type { IndexStatus } from '../../shared/contract/search-contract'
import { recordTypeOfId, type RecordType } from '../../shared/ids'
import { docsFromRecord } from './search/documents'
import type { SearchPort, SearchStatus } from './search/search-port'
import type { ArchiveReader, StoreEvent } from './store/store-types'

/** Records that search knows; follow-ups belong to their meetings. */
const searched: RecordType[] = ['meeting', 'participant', 'agency', 'body', 'note']
/** Records read at a time while the index is built, so that saves come in between. */
const batchSize = 100

export interface FeedPorts {
  /** Nothing is read before this resolves: at start-up the window comes first. */
  begin?: Promise<unknown>
  onProgress: (done: number, total: number) => void
  /** Changes can be found now: whoever asked before asks again. */
  onApplied?: (status: IndexStatus) => void
  logFault: (where: string, fault: unknown) => void
}

/**
 * Keeps search in step with an archive: catches up at opening from the journal, follows every change,
 * and rebuilds from the records when the journal does not reach back far enough.
 */
export class SearchFeed {
  private chain: Promise<void>
  private stopped = false
  private built: { done: number; total: number } | undefined
  private caughtUp = false
  private held: { until: Promise<void>; release: () => void } | undefined
  private readonly unsubscribe: () => void
  private end: () => void = () => undefined
  private readonly ended = new Promise<void>((resolve) => {
    this.end = resolve
  })

  constructor(
    private readonly store: ArchiveReader,
    private readonly search: SearchPort,
    private readonly ports: FeedPorts,
  ) {
    this.chain = Promise.race([ports.begin, this.ended]).then(() => undefined)
    this.unsubscribe = store.onChange((event) => this.follow(event))
    this.queue('catch up', () => this.catchUp())
    search.onLost?.(() => void this.queue('catch up', () => this.catchUp()))
  }

  /** Resolves when everything announced so far can be found. */
  idle(): Promise<void> {
    return this.chain
  }

  /** Builds the index from the records again. */
  rebuild(): Promise<void> {
    return this.queue('rebuild', () => this.buildAll())
  }

  /** How the index stands: what it tells itself, and how far its building is. */
  standing({ docs, ready }: SearchStatus): IndexStatus {
    if (this.built) return { docs, ready, ...this.built, paused: this.held !== undefined }
    // An archive without a journal has no number to reach: what has been read through is ready.
    return { docs, ready: ready || this.caughtUp }
  }

  /** Holds the building of the index after the records it is reading; what is ready can be searched. */
  pause(): void {
    if (this.held) return
    let release: () => void = () => undefined
    const until = new Promise<void>((resolve) => {
      release = resolve
    })
    this.held = { until, release }
    void this.tell()
  }

  /** Lets the building go on. */
  resume(): void {
    this.held?.release()
    this.held = undefined
    void this.tell()
  }

  /** Ends following; the search process itself is closed by its owner. */
  async stop(): Promise<void> {
    this.stopped = true
    this.end()
    this.resume()
    this.unsubscribe()
    await this.chain
  }

  private queue(where: string, work: () => Promise<void>): Promise<void> {
    this.chain = this.chain
      .then(() => (this.stopped ? undefined : work()))
      .catch((fault: unknown) => this.ports.logFault(`search ${where}`, fault))
    return this.chain
  }

  private follow(event: StoreEvent): void {
    void this.queue('follow', () =>
      this.applyIds(
        event.changes.map(({ id }) => id),
        event.seq,
      ),
    )
  }

  private async catchUp(): Promise<void> {
    // An index of half the records would be taken for whole.
    await Promise.race([this.store.listed, this.ended])
    if (this.stopped) return
    const { seq } = await this.search.status()
    // A catalogue built anew may hold files that no journal tells of.
    const missed = seq > 0 && !this.store.rebuilt ? await this.store.changesSince(seq) : undefined
    if (!missed) {
      await this.buildAll()
      return this.noteCaughtUp()
    }
    // Until the last of them is in, the index has reached no further than before.
    const ids = [...new Set(missed.ids)]
    for (let from = 0; from < ids.length && !this.stopped; from += batchSize) {
      const last = from + batchSize >= ids.length
      await this.applyIds(ids.slice(from, from + batchSize), last ? missed.seq : seq)
    }
    if (ids.length === 0) await this.applyIds([], missed.seq)
    await this.noteCaughtUp()
  }

  private async noteCaughtUp(): Promise<void> {
    this.caughtUp = !this.stopped
    await this.tell()
  }

  private async buildAll(): Promise<void> {
    await Promise.race([this.store.listed, this.ended])
    if (this.stopped) return
    const { seq } = this.store
    // What was known before answers until all is built.
    await this.search.reset({ keepServing: true })
    const ids = searched.flatMap((type) => this.store.ids(type))
    try {
      for (let from = 0; from < ids.length; from += batchSize) {
        this.built = { done: from, total: ids.length }
        await this.held?.until
        if (this.stopped) return
        // The number goes with the last batch only: an interrupted build starts again.
        const last = from + batchSize >= ids.length
        await this.applyIds(ids.slice(from, from + batchSize), last ? seq : 0)
        this.ports.onProgress(Math.min(from + batchSize, ids.length), ids.length)
      }
      if (ids.length === 0) await this.applyIds([], seq)
    } finally {
      this.built = undefined
    }
    await this.tell()
  }

  private async applyIds(ids: string[], seq: number): Promise<void> {
    const owners = [...new Set(ids)].filter((id) => {
      const type = recordTypeOfId(id)
      return type !== undefined && searched.includes(type)
    })
    const upsert = []
    for (const id of owners) {
      const found = await this.store.get(id)
      if (found.ok) upsert.push(...docsFromRecord(found.value.record))
    }
    await this.search.apply({ replace: owners, upsert, seq })
    await this.tell()
  }

  /** Tells how the index stands. */
  private async tell(): Promise<void> {
    const status = await this.search.status().catch(() => undefined)
    if (status && !this.stopped) this.ports.onApplied?.(this.standing(status))
  }
}
