import type { z } from 'zod'
import { countFilters, type SearchRequest } from '../../../../shared/domain/kept-searches'
import { SearchFilters, searchSorts } from '../../../../shared/domain/search-types'
import { paths } from '../../api/paths'

type Shape = (typeof SearchFilters)['shape']

const lists = { types: 'tur', agencies: 'kurum', bodies: 'kurul', kinds: 'cesit', statuses: 'durum' } as const

/** The address of the search page for a request: it can be gone back to. */
export function searchAddress({ text, filters = {}, sort, fuzzy }: SearchRequest): string {
  const query = new URLSearchParams()
  if (text !== '') query.set('q', text)
  for (const [part, name] of Object.entries(lists) as [keyof typeof lists, string][])
    for (const value of filters[part] ?? []) query.append(name, value)
  if (filters.dates?.from) query.set('from', filters.dates.from)
  if (filters.dates?.to) query.set('to', filters.dates.to)
  if (sort && sort !== 'relevance') query.set('sira', sort)
  if (fuzzy) query.set('yakin', '1')
  return query.size > 0 ? `${paths.search}?${query}` : paths.search
}

function listOf<P extends keyof typeof lists>(parameters: URLSearchParams, part: P) {
  const schema: z.ZodType = (SearchFilters.shape as Shape)[part]
  const values = parameters.getAll(lists[part])
  const parsed = schema.safeParse(values)
  return values.length > 0 && parsed.success ? { [part]: parsed.data } : {}
}

/** The request that an address stands for; what makes no sense in it is passed over. */
export function requestOf(parameters: URLSearchParams): SearchRequest {
  const from = parameters.get('from')
  const to = parameters.get('to')
  const dates = SearchFilters.shape.dates.safeParse({ ...(from ? { from } : {}), ...(to ? { to } : {}) })
  const filters: SearchFilters = {
    ...listOf(parameters, 'types'),
    ...listOf(parameters, 'agencies'),
    ...listOf(parameters, 'bodies'),
    ...listOf(parameters, 'kinds'),
    ...listOf(parameters, 'statuses'),
    ...((from || to) && dates.success ? { dates: dates.data } : {}),
  }
  const sort = searchSorts.find((one) => one === parameters.get('sira'))
  return {
    text: (parameters.get('q') ?? '').slice(0, 2_000),
    ...(countFilters(filters) > 0 ? { filters } : {}),
    ...(sort ? { sort } : {}),
    ...(parameters.get('yakin') === '1' ? { fuzzy: true } : {}),
  }
}

/** A request with one filter set anew; an empty value takes the filter out. */
export function withFilter<P extends keyof SearchFilters>(
  request: SearchRequest,
  part: P,
  value: SearchFilters[P],
): SearchRequest {
  const { filters: before, ...rest } = request
  const filters: SearchFilters = { ...before, [part]: value }
  const empty = value === undefined || (Array.isArray(value) && value.length === 0)
  if (empty) delete filters[part]
  return countFilters(filters) > 0 ? { ...rest, filters } : rest
}

/** A list with a value put in, or taken out if it was there. */
export function toggled<V>(values: readonly V[] | undefined, value: V): V[] {
  const known = values ?? []
  return known.includes(value) ? known.filter((one) => one !== value) : [...known, value]
}

/** The first and last month of a year, as a filter; and the year such a filter stands for. */
export const yearFilter = (year: string) => ({ from: `${year}-01`, to: `${year}-12` })
export function yearOf(dates: SearchFilters['dates']): string | undefined {
  const year = dates?.from?.slice(0, 4)
  return year !== undefined && dates?.from === `${year}-01` && dates.to === `${year}-12` ? year : undefined
}
