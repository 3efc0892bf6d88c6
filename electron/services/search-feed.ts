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

/** A promise, and what fulfils it. */
function signal() {
  let fire: () => void = () => undefined
  const fired = new Promise<void>((resolve) => {
    fire = resolve
  })
  return { fired, fire }
}

/**
 * Keeps search in step with an archive: catches up at opening from the journal, follows every change,
 * and rebuilds from the records when the journal does not reach back far enough. What is saved while much is read
 * goes in between, so that it is found at once, also while the reading is held.
 */
export class SearchFeed {
  private chain: Promise<void>
  private stopped = false
  private built: { done: number; total: number } | undefined
  private caughtUp = false
  /** changes that have been announced and are not in yet */
  private waiting: StoreEvent[] = []
  private news = signal()
  /** while much is read: journal numbers before and at its end */
  private reached = { before: 0, after: 0 }
  /** the index may lack changes that only the journal tells: nothing newer may go in before them */
  private behind = true
  private held: ReturnType<typeof signal> | undefined
  private readonly unsubscribe: () => void
  private readonly end = signal()

  constructor(
    private readonly store: ArchiveReader,
    private readonly search: SearchPort,
    private readonly ports: FeedPorts,
  ) {
    this.chain = Promise.race([ports.begin, this.end.fired]).then(() => undefined)
    this.unsubscribe = store.onChange((event) => this.follow(event))
    this.queue('catch up', () => this.catchUp())
    search.onLost?.(() => {
      this.behind = true
      this.news.fire()
      void this.queue('catch up', () => this.catchUp())
    })
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
  standing({ docs, ready, merging }: SearchStatus): IndexStatus {
    const joining = merging ? { merging } : {}
    if (this.built) return { docs, ready, ...joining, ...this.built, paused: this.held !== undefined }
    // An archive without a journal has no number to reach: what has been read through is ready.
    return { docs, ready: ready || this.caughtUp, ...joining }
  }

  /** Holds the building of the index after the records it is reading; what is ready can be searched. */
  pause(): void {
    if (this.held) return
    this.held = signal()
    void this.tell()
  }

  /** Lets the building go on. */
  resume(): void {
    this.held?.fire()
    this.held = undefined
    void this.tell()
  }

  /** Ends following; the search process itself is closed by its owner. */
  async stop(): Promise<void> {
    this.stopped = true
    this.end.fire()
    this.resume()
    this.unsubscribe()
    await this.chain
  }

  private queue(where: string, work: () => Promise<void>): Promise<void> {
    this.chain = this.chain
      .then(() => (this.stopped ? undefined : work()))
      .catch((fault: unknown) => {
        this.behind = true
        this.ports.logFault(`search ${where}`, fault)
      })
    return this.chain
  }

  private follow(event: StoreEvent): void {
    this.waiting.push(event)
    this.news.fire()
    void this.queue('follow', async () => {
      if (this.behind) return this.catchUp()
      const news = this.takeWaiting()
      if (news) await this.applyIds(news.ids, news.seq, true)
    })
  }

  /** What has been announced since; undefined = nothing. */
  private takeWaiting(): { ids: string[]; seq: number } | undefined {
    const events = this.waiting.splice(0)
    if (events.length === 0) return undefined
    return {
      ids: events.flatMap(({ changes }) => changes.map(({ id }) => id)),
      seq: Math.max(...events.map(({ seq }) => seq)),
    }
  }

  private async catchUp(): Promise<void> {
    // An index of half the records would be taken for whole.
    await Promise.race([this.store.listed, this.end.fired])
    if (this.stopped) return
    this.behind = false
    const { seq } = await this.search.status()
    // A catalogue built anew may hold files that no journal tells of.
    const missed = seq > 0 && !this.store.rebuilt ? await this.store.changesSince(seq) : undefined
    if (missed) await this.readAll([...new Set(missed.ids)], { before: seq, after: missed.seq })
    else await this.buildAll()
    await this.noteCaughtUp()
  }

  private async noteCaughtUp(): Promise<void> {
    this.caughtUp = !this.stopped && !this.behind
    await this.tell()
  }

  private async buildAll(): Promise<void> {
    await Promise.race([this.store.listed, this.end.fired])
    if (this.stopped) return
    this.behind = false
    const { seq } = this.store
    // What was known before answers until all is built.
    await this.search.reset({ keepServing: true })
    const ids = searched.flatMap((type) => this.store.ids(type))
    try {
      // An interrupted build starts again.
      await this.readAll(ids, { before: 0, after: seq }, async (done) => {
        if (done > 0) this.ports.onProgress(done, ids.length)
        if (done === ids.length) return
        this.built = { done, total: ids.length }
        await this.whileHeld()
      })
    } finally {
      this.built = undefined
    }
    await this.tell()
  }

  /**
   * Puts records in by batches, and what is announced meanwhile between them. Until the last of them is in, the index
   * has reached no further than `before`; then it has reached `after`, or what was announced last.
   * @param step called before each batch and after the last
   */
  private async readAll(
    ids: readonly string[],
    numbers: { before: number; after: number },
    step: (done: number) => Promise<void> = async () => undefined,
  ): Promise<void> {
    this.reached = numbers
    for (let from = 0; ; from += batchSize) {
      await step(Math.min(from, ids.length))
      if (this.stopped || this.behind) return
      await this.putInMeanwhile()
      const last = from + batchSize >= ids.length
      await this.applyIds(ids.slice(from, from + batchSize), last ? this.reached.after : numbers.before)
      if (last) return step(ids.length)
    }
  }

  /** Puts in what was announced while much else is read. */
  private async putInMeanwhile(): Promise<void> {
    const news = this.takeWaiting()
    if (!news) return
    this.reached.after = Math.max(this.reached.after, news.seq)
    await this.applyIds(news.ids, this.reached.before, true)
  }

  /** Waits while the building is held; changes go in meanwhile. */
  private async whileHeld(): Promise<void> {
    while (this.held && !this.behind) {
      this.news = signal()
      await this.putInMeanwhile()
      if (this.waiting.length === 0) await Promise.race([this.held?.fired, this.news.fired])
    }
  }

  private async applyIds(ids: string[], seq: number, meanwhile = false): Promise<void> {
    const owners = [...new Set(ids)].filter((id) => {
      const type = recordTypeOfId(id)
      return type !== undefined && searched.includes(type)
    })
    const upsert = []
    for (const id of owners) {
      const found = await this.store.get(id)
      if (found.ok) upsert.push(...docsFromRecord(found.value.record))
    }
    await this.search.apply({ replace: owners, upsert, seq, ...(meanwhile ? { meanwhile } : {}) })
    await this.tell()
  }

  /** Tells how the index stands. */
  private async tell(): Promise<void> {
    const status = await this.search.status().catch(() => undefined)
    if (status && !this.stopped) this.ports.onApplied?.(this.standing(status))
  }
}
