import { countFilters, type SearchRequest } from '../../../../shared/domain/kept-searches'
import { useDirect, type Hit } from './use-search'

/** Records that a query without filters names by their number or day: they stand before all others. */
export function useDirectHits(request: SearchRequest, enabled: boolean): Hit[] {
  const free = countFilters(request.filters) === 0 && request.sort === undefined
  const { direct } = useDirect(request.text, enabled && free)
  return free ? (direct?.hits ?? []) : []
}
