import type { Analyzer } from '../../../shared/text/analyzer'
import type { SearchAnswer, SearchType } from '../../../shared/domain/search-types'
import { DocTable, fieldNumber, store, type StoredDoc } from './doc-table'
import { buildSegment, type LunrSegment, type Pause } from './lunr-segment'
import { planQuery } from './query-plan'
import { rankHits, type FoundDoc } from './ranking'
import { showHits } from './hits'
import { searchFields, type SearchChanges, type SearchDoc, type SearchQuery } from './search-port'
import { pack, TermTable } from './term-table'
import { Vocabulary } from './vocabulary'

/** The changed part is merged into the base when it holds more documents than this, and this share of the base. */
const MOST_CHANGED = 200
const CHANGED_SHARE = 0.1
/** While the index is filled from nothing the base doubles, so that the work stays proportional. */
const FILLING_SHARE = 1
/** Small segments of changed documents are merged when there are more. */
const MOST_SMALL = 8
/** All words must be there; with fewer hits than this, documents with some of the words follow. */
const ENOUGH = 3
const PAUSE_AFTER_MS = 8

/** What an index is made of, for storing and for starting from a stored one. */
export interface IndexParts {
  terms: TermTable
  docs: DocTable
  words: Vocabulary
  seq: number
}

const emptyParts = (): IndexParts => ({
  terms: new TermTable(),
  docs: new DocTable(),
  words: new Vocabulary(),
  seq: 0,
})

/**
 * The search index: a base lunr segment, small segments of what changed since, and tombstones.
 *
 * A change is analysed once, becomes a small segment of its own and is found at once; merging and rebuilding go on
 * in the background and give way to queries. Word counts are kept over all living documents, so the scores of
 * segments compare; a segment's own scores use the counts of the moment it was made.
 */
export class LunrIndex {
  private parts: IndexParts
  private base: LunrSegment | undefined
  private small: LunrSegment[] = []
  private filling = false
  private upkeep: Promise<void> | undefined
  private generation = 0

  constructor(
    private readonly analyzer: Analyzer,
    parts: IndexParts = emptyParts(),
  ) {
    this.parts = parts
  }

  get seq(): number {
    return this.parts.seq
  }

  get size(): number {
    return this.parts.docs.size
  }

  /** False while it is filled from the records. */
  get ready(): boolean {
    return !this.filling && this.parts.seq > 0
  }

  /** Living parts, for storing. */
  stored(): IndexParts {
    return this.parts
  }

  /** Makes the base of parts that were stored. Until it is done nothing is found. */
  async warm(): Promise<void> {
    if (this.parts.docs.size > 0) await this.rebuildBase()
  }

  /**
   * Takes documents out and in; resolves when they can be found. Calls must follow one another.
   * The old version is found until the new one is ready.
   */
  async apply({ replace, upsert, seq }: SearchChanges): Promise<void> {
    const { generation } = this
    const { docs, terms } = this.parts
    const latest = new Map(upsert.map((doc) => [doc.id, doc]))
    const added = [...latest.values()].map((doc): [number, StoredDoc] => [
      docs.reserve(),
      store(doc, this.postingsOf(doc)),
    ])
    for (const [, { postings }] of added) terms.tally(postings, 1)
    if (added.length > 0) {
      const segment = await buildSegment(sourcesOf(added), terms, pauses())
      if (generation !== this.generation) return
      this.small.push(segment)
    }
    for (const id of [...replace, ...latest.keys()])
      for (const gone of docs.remove(id)) terms.tally(gone.postings, -1)
    for (const [ref, stored] of added) docs.put(ref, stored)
    this.filling = seq === 0
    if (seq > 0) this.parts.seq = seq
    this.tidyUp()
  }

  /** Answers a query from all segments. */
  query(query: SearchQuery): SearchAnswer {
    const started = performance.now()
    const { terms, words } = this.parts
    const plan = planQuery(query, {
      analyzer: this.analyzer,
      keysBeginning: (prefix) => words.keysBeginning(prefix),
      count: (term) => terms.count(term),
    })
    const required = plan.words.filter(({ presence }) => presence === 'required').length
    const full = this.find(query, plan, true)
    const ranked = rankHits(full, plan)
    let partial = false
    if (ranked.length < ENOUGH && required > 1) {
      const known = new Set(full.map(({ ref }) => ref))
      const some = this.find(query, plan, false).filter(
        ({ ref, words: found }) => !known.has(ref) && found.size >= Math.floor(required / 2),
      )
      partial = some.length > 0
      ranked.push(...rankHits(some, plan))
    }
    const groups: Partial<Record<SearchType, number>> = {}
    for (const { stored } of ranked) groups[stored.doc.type] = (groups[stored.doc.type] ?? 0) + 1
    return {
      query: query.text,
      total: ranked.length,
      hits: showHits(ranked.slice(0, query.limit ?? 30), plan, this.analyzer),
      groups,
      ...(partial ? { partial } : {}),
      tookMs: Math.round((performance.now() - started) * 100) / 100,
    }
  }

  /** Resolves when no merging or rebuilding is under way. */
  async settled(): Promise<void> {
    while (this.upkeep) await this.upkeep
  }

  /** Forgets everything. */
  reset(): void {
    this.generation += 1
    this.parts = emptyParts()
    this.base = undefined
    this.small = []
    this.filling = true
  }

  private find(query: SearchQuery, plan: ReturnType<typeof planQuery>, all: boolean): FoundDoc[] {
    const { docs } = this.parts
    const found: FoundDoc[] = []
    for (const segment of this.base ? [this.base, ...this.small] : this.small)
      for (const hit of segment.search(plan, all)) {
        const stored = docs.get(hit.ref)
        if (!stored || (query.types && !query.types.includes(stored.doc.type))) continue
        found.push({ ...hit, stored })
      }
    return found
  }

  private postingsOf(doc: SearchDoc): Uint32Array {
    const { terms, words } = this.parts
    const packed: number[] = []
    for (const field of searchFields) {
      const text = doc.fields[field]
      if (!text) continue
      const counts = new Map<string, number>()
      for (const token of this.analyzer.analyze(text)) {
        words.add(token)
        for (const part of token.parts ?? []) words.add(part)
        for (const key of token.keys) counts.set(key, (counts.get(key) ?? 0) + 1)
      }
      for (const [term, count] of counts) packed.push(pack(fieldNumber(field), count, terms.number(term)))
    }
    return Uint32Array.from(packed)
  }

  private changedDocs(): number {
    return this.small.reduce((sum, { docs }) => sum + docs, 0)
  }

  /** Starts background work if there is need and none under way. */
  private tidyUp(): void {
    if (this.upkeep) return
    const changed = this.changedDocs()
    const share = (this.base?.docs ?? 0) * (this.filling ? FILLING_SHARE : CHANGED_SHARE)
    const work =
      changed > Math.max(MOST_CHANGED, share)
        ? () => this.rebuildBase()
        : this.small.length > MOST_SMALL
          ? () => this.mergeSmall()
          : undefined
    if (!work) return
    this.upkeep = work().finally(() => {
      this.upkeep = undefined
      this.tidyUp()
    })
  }

  private async rebuildBase(): Promise<void> {
    const { generation } = this
    const small = [...this.small]
    const { docs, terms } = this.parts
    const segment = await buildSegment(sourcesOf([...docs.entries()]), terms, pauses())
    if (generation !== this.generation) return
    this.base = segment
    // Segments that came while it was built stay.
    this.small = this.small.filter((one) => !small.includes(one))
  }

  private async mergeSmall(): Promise<void> {
    const { generation, base } = this
    const small = [...this.small]
    const { docs, terms } = this.parts
    const living = [...docs.entries()].filter(([ref]) => ref > (base?.upTo ?? -1))
    const upTo = Math.max(...small.map((segment) => segment.upTo))
    const sources = sourcesOf(living.filter(([ref]) => ref <= upTo))
    const segment = await buildSegment(sources, terms, pauses())
    if (generation !== this.generation) return
    this.small = [segment, ...this.small.filter((one) => !small.includes(one))]
  }
}

const sourcesOf = (entries: readonly (readonly [number, StoredDoc])[]) =>
  entries.map(([ref, { postings }]) => ({ ref, postings }))

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
