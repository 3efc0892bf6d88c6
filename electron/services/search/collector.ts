import {
  searchTypes,
  type SearchFacets,
  type SearchFilters,
  type SearchSort,
} from '../../../shared/domain/search-types'
import type { Found } from './matcher-memory'
import type { Segment } from './segment'
import { packDate, packLastMoment, typeCode, yearOf } from './segment-format'

/** A document that was found: its place and what it is ordered by. */
export interface Candidate {
  segment: Segment
  doc: number
  score: number
}

/** Bits of filters a document fails. */
const TYPES = 1
const DATES = 2
const AGENCIES = 4
const BODIES = 8
const KINDS = 16
const STATUSES = 32

/** Filters in the numbers of one segment; a filter left out lets everything through. */
class LocalFilter {
  private readonly types: Uint8Array | undefined
  private readonly kinds: Uint8Array | undefined
  private readonly statuses: Uint8Array | undefined
  private readonly bodies: Uint8Array | undefined
  private readonly agencies: Uint8Array | undefined
  private readonly from: number
  private readonly to: number
  readonly none: boolean

  constructor(
    private readonly segment: Segment,
    filters: SearchFilters,
  ) {
    const { tables } = segment.footer
    this.types = filters.types && marked(searchTypes.length, filters.types.map(typeCode))
    this.kinds = filters.kinds && marked(256, numbersOf(tables.kinds, filters.kinds))
    this.statuses = filters.statuses && marked(256, numbersOf(tables.statuses, filters.statuses))
    this.bodies = filters.bodies && marked(tables.bodies.length, numbersOf(tables.bodies, filters.bodies))
    this.agencies =
      filters.agencies && marked(tables.agencies.length, numbersOf(tables.agencies, filters.agencies))
    this.from = packDate(filters.dates?.from)
    this.to = filters.dates?.to === undefined ? 0xffffffff : packLastMoment(filters.dates.to)
    this.none = !Object.values(filters).some(Boolean)
  }

  /** Bits of the filters a document fails; 0 when it passes all. */
  fails(doc: number): number {
    const { columns } = this.segment
    let fails = 0
    if (this.types && this.types[columns.types[doc]!] === 0) fails |= TYPES
    if (this.from > 0 || this.to < 0xffffffff) {
      const date = columns.dates[doc]!
      if (date === 0 || date < this.from || date > this.to) fails |= DATES
    }
    if (this.bodies && this.bodies[columns.bodies[doc]!] === 0) fails |= BODIES
    if (this.kinds && this.kinds[columns.kinds[doc]!] === 0) fails |= KINDS
    if (this.statuses && this.statuses[columns.statuses[doc]!] === 0) fails |= STATUSES
    if (this.agencies && !this.hasAgency(doc, this.agencies)) fails |= AGENCIES
    return fails
  }

  private hasAgency(doc: number, wanted: Uint8Array): boolean {
    const { agencies, agencyOffsets } = this.segment.columns
    const to = agencyOffsets[doc + 1]!
    for (let at = agencyOffsets[doc]!; at < to; at += 1) if (wanted[agencies[at]!] === 1) return true
    return false
  }
}

function marked(size: number, numbers: readonly number[]): Uint8Array {
  const marks = new Uint8Array(size)
  for (const number of numbers) if (number >= 0) marks[number] = 1
  return marks
}

function numbersOf(names: readonly string[], wanted: readonly string[]): number[] {
  if (wanted.length < 8) return wanted.map((name) => names.indexOf(name))
  const places = new Map(names.map((name, i) => [name, i]))
  return wanted.map((name) => places.get(name) ?? -1)
}

/** Counts of all values of one segment. */
class LocalCounts {
  readonly types = new Uint32Array(searchTypes.length)
  readonly years = new Uint32Array(4096)
  readonly agencies: Uint32Array
  readonly bodies: Uint32Array
  readonly kinds = new Uint32Array(256)
  readonly statuses = new Uint32Array(256)
  /** A document whose agencies are not counted yet, and how many documents in a row are of its record. */
  private first = 0
  private alike = 0

  constructor(private readonly segment: Segment) {
    this.agencies = new Uint32Array(segment.footer.tables.agencies.length)
    this.bodies = new Uint32Array(segment.footer.tables.bodies.length)
  }

  /** Counts a document in for every filter that is its only obstacle, or all if there is none. */
  add(doc: number, fails: number): void {
    const { columns } = this.segment
    if ((fails & ~TYPES) === 0) this.types[columns.types[doc]!]! += 1
    if ((fails & ~DATES) === 0) this.years[yearOf(columns.dates[doc]!)]! += 1
    if ((fails & ~BODIES) === 0) this.bodies[columns.bodies[doc]!]! += 1
    if ((fails & ~KINDS) === 0) this.kinds[columns.kinds[doc]!]! += 1
    if ((fails & ~STATUSES) === 0) this.statuses[columns.statuses[doc]!]! += 1
    if ((fails & ~AGENCIES) !== 0) return
    // The decisions of a meeting stand behind it and have its agencies, dozens of them: they are gone through once.
    if (this.alike > 0 && columns.ownerHashes[doc] === columns.ownerHashes[this.first]) {
      this.alike += 1
      return
    }
    this.countAgencies()
    this.first = doc
    this.alike = 1
  }

  private countAgencies(): void {
    if (this.alike === 0) return
    const { agencyOffsets, agencies } = this.segment.columns
    const to = agencyOffsets[this.first + 1]!
    for (let at = agencyOffsets[this.first]!; at < to; at += 1) this.agencies[agencies[at]!]! += this.alike
    this.alike = 0
  }

  addTo(facets: SearchFacets): void {
    this.countAgencies()
    const { tables } = this.segment.footer
    const add = (
      into: Record<string, number>,
      names: readonly (string | undefined)[],
      counts: Uint32Array,
    ) => {
      for (const [i, name] of names.entries())
        if (name && counts[i]! > 0) into[name] = (into[name] ?? 0) + counts[i]!
    }
    add(facets.types as Record<string, number>, searchTypes, this.types)
    add(facets.agencies, tables.agencies, this.agencies)
    add(facets.bodies, tables.bodies, this.bodies)
    add(facets.kinds, tables.kinds, this.kinds)
    add(facets.statuses, tables.statuses, this.statuses)
    for (let year = 1; year < this.years.length; year += 1)
      if (this.years[year]! > 0) facets.years[year] = (facets.years[year] ?? 0) + this.years[year]!
  }
}

/** Takes in what segments found: counts it, filters it, keeps the first of the order asked for. */
export class Collector {
  total = 0
  readonly facets: SearchFacets = { types: {}, years: {}, agencies: {}, bodies: {}, kinds: {}, statuses: {} }
  readonly groups: Record<string, number> = {}
  private readonly heap: Candidate[] = []

  /** @param most so many of the first are kept */
  constructor(
    private readonly filters: SearchFilters,
    private readonly sort: SearchSort,
    private readonly most: number,
    private readonly counting: boolean,
  ) {}

  /** Documents of a segment, dead ones too. */
  add(segment: Segment, { docs, scores, size }: Found): void {
    const filter = new LocalFilter(segment, this.filters)
    const counts = this.counting ? new LocalCounts(segment) : undefined
    const { dead } = segment
    const anyDead = segment.deadDocs > 0
    const types = new Uint32Array(searchTypes.length)
    const typeColumn = segment.columns.types
    const { dates } = segment.columns
    // Documents are stored about as they were made: from behind, the newest come first and the rest is soon passed over.
    const back = this.sort === 'newest'
    for (let n = 0; n < size; n += 1) {
      const i = back ? size - 1 - n : n
      const doc = docs[i]!
      if (anyDead && dead[doc] === 1) continue
      const fails = filter.none ? 0 : filter.fails(doc)
      counts?.add(doc, fails)
      if (fails !== 0) continue
      types[typeColumn[doc]!]! += 1
      const score = scores[i]!
      // Most documents are behind all that were kept: that must cost nothing.
      if (this.heap.length === this.most && this.isBehind(score, dates[doc]!)) continue
      this.offer(segment, doc, score)
    }
    counts?.addTo(this.facets)
    for (const [i, type] of searchTypes.entries())
      if (types[i]! > 0) {
        this.groups[type] = (this.groups[type] ?? 0) + types[i]!
        this.total += types[i]!
      }
  }

  /** What was kept, first first. */
  best(): Candidate[] {
    return [...this.heap].sort((a, b) => this.compare(a, b))
  }

  /** Order of two documents, negative when `a` comes first; the same whatever segments they are in. */
  compare(a: Candidate, b: Candidate): number {
    if (this.sort === 'relevance') return b.score - a.score || newestFirst(a, b)
    return this.sort === 'newest' ? newestFirst(a, b) : oldestFirst(a, b)
  }

  private isBehind(score: number, date: number): boolean {
    const last = this.heap[0]
    if (!last) return true
    if (this.sort === 'relevance') return score < last.score
    return this.sort === 'newest' ? date < dateOf(last) : (date || UNDATED) > (dateOf(last) || UNDATED)
  }

  private offer(segment: Segment, doc: number, score: number): void {
    const { heap, most } = this
    const one: Candidate = { segment, doc, score }
    if (heap.length < most) {
      heap.push(one)
      this.rise(heap.length - 1)
    } else if (most > 0 && this.compare(one, heap[0]!) < 0) {
      heap[0] = one
      this.sink()
    }
  }

  /** The heap has the last of the kept at its head. */
  private rise(from: number): void {
    const { heap } = this
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.compare(heap[at]!, heap[above]!) <= 0) return
      ;[heap[at], heap[above]] = [heap[above]!, heap[at]!]
      at = above
    }
  }

  private sink(): void {
    const { heap } = this
    for (let at = 0; ;) {
      let last = at
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < heap.length && this.compare(heap[below]!, heap[last]!) > 0) last = below
      if (last === at) return
      ;[heap[at], heap[last]] = [heap[last]!, heap[at]!]
      at = last
    }
  }
}

const dateOf = ({ segment, doc }: Candidate) => segment.columns.dates[doc]!
const hash = ({ segment, doc }: Candidate) => segment.columns.idHashes[doc]!
const UNDATED = 2 ** 33
/** Undated ones come last, equals in an order of their own that does not depend on where they are stored. */
const newestFirst = (a: Candidate, b: Candidate) => dateOf(b) - dateOf(a) || hash(a) - hash(b)
const oldestFirst = (a: Candidate, b: Candidate) =>
  (dateOf(a) || UNDATED) - (dateOf(b) || UNDATED) || hash(a) - hash(b)
