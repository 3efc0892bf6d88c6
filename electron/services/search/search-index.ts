import type { SearchAnswer } from '../../../shared/domain/search-types'
import type { Analyzer } from '../../../shared/text/analyzer'
import { fieldBit, WordReader } from './doc-words'
import { largest } from './facets'
import { showHits } from './hits'
import type { IndexFiles } from './index-files'
import { MatcherMemory } from './matcher-memory'
import { IndexDamage } from './paged-file'
import { groupsOf, runQuery, type Ranked, type Searched } from './searcher'
import {
  searchFields,
  type Expansions,
  type SearchChanges,
  type SearchField,
  type SearchQuery,
} from './search-port'
import { SegmentStore, type OpenedSegments } from './segment-store'
import type { Segment } from './segment'
import type { DocMaps } from './segment-merge'
import { nextMerge } from './merge-policy'

export interface IndexOptions {
  analyzer: Analyzer
  /** names the analysis: segments made with another one are of use only until the index is built anew */
  analyzerName: string
  /** where it is stored; left out = in memory only */
  files?: IndexFiles | undefined
  expansions?: Expansions | undefined
  /** merged segments of fewer documents stay in memory until they are stored */
  inMemory?: number
  /** called when what is stored turned out to be damaged */
  onLost?: () => void
}

/** What was found, by id only. */
export interface FoundIds {
  total: number
  /** not all words stand in all documents */
  partial: boolean
  found: { id: string; score: number; terms?: { term: string; fields: SearchField[] }[] }[]
}

const fieldsOf = (mask: number) => searchFields.filter((field) => (fieldBit(field) & mask) !== 0)

/**
 * The search index of one archive: immutable segments, marks of what died in them, and their merging.
 *
 * Every change becomes a small segment of its own and is found at once; small ones are joined in the background.
 * Changes must follow one another; queries may come at any time.
 */
export class SearchIndex {
  private segments: Segment[]
  private filling = false
  private dirty = false
  private upkeep: Promise<void> | undefined
  private generation = 0
  private readonly reader: WordReader
  private readonly memory = new MatcherMemory()
  private reached: number
  /** it only answers until another one is built */
  private retired: boolean
  /** nothing may be put into what is gone: it must be built from the records */
  private lost = false

  private constructor(
    private readonly options: IndexOptions,
    private readonly store: SegmentStore,
    opened: OpenedSegments | undefined,
  ) {
    this.reader = new WordReader(options.analyzer)
    this.segments = opened?.segments ?? []
    this.reached = opened?.seq ?? 0
    this.retired = opened?.seq === 0
  }

  /** Opens what is stored; empty when there is nothing that can be trusted. */
  static async open(options: IndexOptions): Promise<SearchIndex> {
    const store = new SegmentStore(options.analyzerName, options.files, options.inMemory)
    return new SearchIndex(options, store, await store.open())
  }

  /** An index that begins anew; what is stored stays until `flush`. */
  static fresh(options: IndexOptions): SearchIndex {
    return new SearchIndex(
      options,
      new SegmentStore(options.analyzerName, options.files, options.inMemory),
      undefined,
    )
  }

  /** Journal number reached; 0 = it must be built from the records. */
  get seq(): number {
    return this.reached
  }

  /** Living documents. */
  get size(): number {
    return this.segments.reduce((sum, { living }) => sum + living, 0)
  }

  /** False while it is filled from the records. */
  get ready(): boolean {
    return !this.filling && this.reached > 0
  }

  get parts(): { segments: number; bytes: number; merging: boolean } {
    const bytes = this.segments.reduce((sum, segment) => sum + segment.bytes, 0)
    return { segments: this.segments.length, bytes, merging: this.upkeep !== undefined }
  }

  /**
   * Takes documents out and in; resolves when they can be found. The old version is found until the new one is ready.
   * On damage everything is forgotten and `onLost` called; it does not reject for that.
   */
  async apply({ replace, upsert, seq }: SearchChanges): Promise<void> {
    if (this.lost) return
    const { generation } = this
    const latest = new Map(upsert.map((doc) => [doc.id, doc]))
    const fresh = latest.size > 0 ? await this.store.build([...latest.values()], this.reader) : undefined
    if (generation !== this.generation) return
    this.guarded(undefined, () => {
      for (const id of new Set([...replace, ...latest.keys()]))
        for (const segment of this.segments)
          for (const doc of segment.docsOf(id)) segment.kill(doc, segment.contentOf(doc, this.reader))
      if (fresh) this.segments = [...this.segments, fresh]
      this.filling = seq === 0
      if (seq > 0) this.reached = seq
      this.dirty = true
    })
    this.tidyUp(false)
  }

  /** Answers a query; never throws because of what was typed. After damage it finds nothing. */
  query(query: SearchQuery): SearchAnswer {
    const started = performance.now()
    const nothing = (): SearchAnswer => ({ query: query.text, total: 0, hits: [], groups: {}, tookMs: 0 })
    const answer = this.guarded(nothing(), () => this.show(query, runQuery(query, this.searched)))
    return { ...answer, tookMs: Math.round((performance.now() - started) * 100) / 100 }
  }

  /**
   * The ids of the first documents with their scores, without reading the documents themselves; with `explain` also
   * the terms that answered and the fields they stand in.
   */
  find(query: SearchQuery, makePlan?: Parameters<typeof runQuery>[2]): FoundIds {
    return this.guarded<FoundIds>({ total: 0, partial: false, found: [] }, () => {
      const { collector, candidates, partial, look } = runQuery(query, this.searched, makePlan)
      const found = candidates.map((candidate): FoundIds['found'][number] => {
        const { segment, doc, score } = candidate
        const terms = query.explain ? look.look(candidate).words.flatMap(({ matched }) => matched) : []
        return {
          id: segment.idOf(doc),
          score,
          ...(query.explain
            ? { terms: terms.map(({ term, mask }) => ({ term, fields: fieldsOf(mask) })) }
            : {}),
        }
      })
      return { total: collector.total, partial, found }
    })
  }

  /** Stores what is not stored. On failure of the disk the index lives on in memory. */
  async flush(): Promise<void> {
    if (!this.dirty || !(this.ready || this.retired)) return
    this.dirty = false
    const stored = await this.store.save(() => ({ segments: this.segments, seq: this.reached }))
    if (!stored) this.dirty = true
  }

  /** From now on what is stored serves queries only: it must be built anew even if this program ends. */
  async retire(): Promise<void> {
    this.reached = 0
    this.retired = true
    await this.store.save(() => ({ segments: this.segments, seq: 0 }))
  }

  /** Joins segments while nobody waits. */
  tidyUp(idle: boolean): void {
    if (this.upkeep) return
    const inputs = nextMerge(this.segments, idle)
    if (!inputs) return
    this.upkeep = this.merge(inputs).finally(() => {
      this.upkeep = undefined
      this.tidyUp(idle)
    })
  }

  /** Resolves when no merging is under way. */
  async settled(): Promise<void> {
    while (this.upkeep) await this.upkeep
  }

  /**
   * Ends merging and closes all files; what is stored stays (`keep`), or its segments go, because another list
   * stands in its place (`segments`), or everything goes (`everything`).
   */
  async close(remove: 'keep' | 'segments' | 'everything' = 'keep'): Promise<void> {
    const { segments } = this
    this.drop()
    await this.upkeep
    if (remove === 'segments') await this.store.remove(segments)
    if (remove === 'everything') await this.store.clear()
  }

  private get searched(): Searched {
    const { analyzer, expansions } = this.options
    return { segments: this.segments, analyzer, expansions, memory: this.memory }
  }

  private show(query: SearchQuery, ranked: Ranked): SearchAnswer {
    const { candidates, collector, look, plan, partial, replaced, average } = ranked
    const shown =
      query.only === undefined
        ? candidates
        : candidates.filter(({ segment, doc }) => segment.idOf(doc) === query.only)
    const seen = shown.map((candidate) => {
      const { segment, doc, score } = candidate
      const length = segment.columns.lengths[doc]!
      return { doc: segment.stored(doc), score, look: look.look(candidate), length, average }
    })
    const better = replaced.reduce((text, { word, by }) => text.replace(word.typed, by), query.text)
    return {
      query: query.text,
      total: collector.total,
      hits: showHits(seen, plan, this.options.analyzer, query.explain === true),
      groups: groupsOf(collector),
      ...(partial ? { partial } : {}),
      ...(query.facets ? { facets: largest(collector.facets, plan.filters) } : {}),
      ...(better === query.text ? {} : { didYouMean: better }),
      tookMs: 0,
    }
  }

  private async merge(inputs: readonly Segment[]): Promise<void> {
    const { generation } = this
    const wanted = () => generation === this.generation
    const merged = await this.store.merge(inputs, wanted).catch((fault: unknown) => {
      // Files that were closed meanwhile cannot be read: that is no damage.
      if (wanted()) this.guarded(undefined, () => raise(fault))
    })
    if (!merged) return
    const { segment, maps } = merged
    if (!wanted()) {
      segment?.close()
      if (segment) await this.store.remove([segment])
      return
    }
    this.guarded(undefined, () => this.exchange(inputs, segment, maps))
  }

  private exchange(inputs: readonly Segment[], segment: Segment | undefined, maps: DocMaps): void {
    // What died meanwhile dies in the new segment too.
    if (segment)
      for (const [i, input] of inputs.entries())
        for (const [doc, now] of maps[i]!.entries())
          if (now >= 0 && input.dead[doc] === 1) segment.kill(now, segment.contentOf(now, this.reader))
    this.segments = [...this.segments.filter((one) => !inputs.includes(one)), ...(segment ? [segment] : [])]
    for (const input of inputs) this.store.leave(input)
    this.dirty = true
  }

  /** Runs work that reads the index; on damage forgets the index and gives `instead`. */
  private guarded<T>(instead: T, work: () => T): T {
    try {
      return work()
    } catch (fault) {
      this.memory.release()
      if (!isDamage(fault)) throw fault
      this.drop()
      this.lost = true
      this.options.onLost?.()
      return instead
    }
  }

  private drop(): void {
    this.generation += 1
    for (const segment of this.segments) segment.close()
    this.segments = []
    this.reached = 0
    this.dirty = false
  }
}

function raise(fault: unknown): never {
  throw fault
}

/** Errors of the file system name the call that failed; anything else is a bug. */
export const isDamage = (fault: unknown): boolean =>
  fault instanceof IndexDamage || (fault instanceof Error && 'syscall' in fault)
