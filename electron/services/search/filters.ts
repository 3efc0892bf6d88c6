import type {
  SearchDates,
  SearchFacets,
  SearchFilters,
  SearchSort,
} from '../../../shared/domain/search-types'
import type { DocTable, StoredDoc } from './doc-table'
import type { SearchQuery } from './search-port'

type Doc = StoredDoc['doc']
type Part = keyof SearchFilters
const parts: readonly Part[] = ['types', 'dates', 'agencies', 'bodies', 'kinds', 'statuses']

/** The filters of a query, ready to be asked. */
export interface Filter {
  /** Whether a document passes all filters, or all but one. */
  passes(doc: Doc, but?: Part): boolean
}

/** Compares as far as both go, so that a month takes in its days. */
function within(date: string | undefined, { from, to }: SearchDates): boolean {
  // Dates without year (`--04-17`) lie in no stretch.
  if (date === undefined || date.startsWith('-')) return false
  const day = date.split('T')[0] ?? ''
  const upTo = (edge: string) => Math.min(edge.length, day.length)
  if (from && day.slice(0, upTo(from)) < from.slice(0, upTo(from))) return false
  return !to || day.slice(0, upTo(to)) <= to.slice(0, upTo(to))
}

/** These agencies and everything under them. */
function families(ids: readonly string[], docs: DocTable): ReadonlySet<string> {
  const under = new Map<string, string[]>()
  for (const [, { doc }] of docs.entries()) {
    if (doc.type !== 'agency') continue
    const parent = doc.agencyIds?.find((id) => id !== doc.id)
    if (parent !== undefined) under.set(parent, [...(under.get(parent) ?? []), doc.id])
  }
  const all = new Set<string>()
  const take = (id: string) => {
    if (all.has(id)) return
    all.add(id)
    under.get(id)?.forEach(take)
  }
  ids.forEach(take)
  return all
}

/** Makes the filters of a query ready; an empty list filters nothing. */
export function filterOf({ filters = {}, types: narrow }: SearchQuery, docs: DocTable): Filter {
  const list = (values: readonly string[] | undefined) =>
    values && values.length > 0 ? new Set<string>(values) : undefined
  const [types, bodies, kinds, statuses] = [
    list(filters.types),
    list(filters.bodies),
    list(filters.kinds),
    list(filters.statuses),
  ]
  const agencies = filters.agencies?.length ? families(filters.agencies, docs) : undefined
  const { dates } = filters
  const one = (set: ReadonlySet<string>, value: string | undefined) => value !== undefined && set.has(value)
  const asks: Record<Part, (doc: Doc) => boolean> = {
    types: ({ type }) => !types || types.has(type),
    dates: ({ date }) => !dates || (!dates.from && !dates.to) || within(date, dates),
    agencies: ({ agencyIds }) => !agencies || (agencyIds?.some((id) => agencies.has(id)) ?? false),
    bodies: ({ bodyId }) => !bodies || one(bodies, bodyId),
    kinds: ({ kind }) => !kinds || one(kinds, kind),
    statuses: ({ status, state }) => !statuses || one(statuses, status) || one(statuses, state),
  }
  return {
    passes: (doc, but) =>
      (!narrow || narrow.includes(doc.type)) && parts.every((part) => part === but || asks[part](doc)),
  }
}

/** Counts what each value of a filter would leave, over all documents that answer the words. */
export function countFacets(found: readonly { stored: StoredDoc }[], filter: Filter): SearchFacets {
  const facets: SearchFacets = { types: {}, years: {}, agencies: {}, bodies: {}, kinds: {}, statuses: {} }
  const add = (counts: Record<string, number>, value: string | undefined) => {
    if (value) counts[value] = (counts[value] ?? 0) + 1
  }
  for (const {
    stored: { doc },
  } of found) {
    if (filter.passes(doc, 'types')) add(facets.types, doc.type)
    if (filter.passes(doc, 'dates')) add(facets.years, /^\d{4}/.exec(doc.date ?? '')?.[0])
    if (filter.passes(doc, 'agencies')) for (const id of new Set(doc.agencyIds)) add(facets.agencies, id)
    if (filter.passes(doc, 'bodies')) add(facets.bodies, doc.bodyId)
    if (filter.passes(doc, 'kinds')) add(facets.kinds, doc.kind)
    if (filter.passes(doc, 'statuses'))
      for (const status of new Set([doc.status, doc.state])) add(facets.statuses, status)
  }
  return facets
}

/** Hits in the order that was asked for; equals stay as they were, what has no date comes last. */
export function inOrder<T extends { stored: StoredDoc }>(
  ranked: readonly T[],
  sort: SearchSort = 'relevance',
): readonly T[] {
  if (sort === 'relevance') return ranked
  const turn = sort === 'newest' ? -1 : 1
  const dateOf = ({ stored: { doc } }: T) => (doc.date?.startsWith('-') ? '' : (doc.date ?? ''))
  return [...ranked].sort((a, b) => {
    const [first, second] = [dateOf(a), dateOf(b)]
    if (first === second) return 0
    if (first === '' || second === '') return first === '' ? 1 : -1
    return first < second ? -turn : turn
  })
}
