import { useTranslation } from 'react-i18next'
import { formatEventRange } from '../../../../shared/dates'
import { countFilters, type SearchRequest } from '../../../../shared/domain/kept-searches'
import type { SearchIntent } from '../../../../shared/domain/search-intent'
import { useLanguage } from '../../api/use-app-info'
import { useDirect, type Hit } from './use-search'

/** The meetings and decisions of some days as a search: no words, only the days. */
function requestOfDates({ start, end }: Extract<SearchIntent, { kind: 'dates' }>): SearchRequest {
  // As far as typed: a month stays a month, a year is its months.
  const edge = (date: string, month: string) => (date.length === 4 ? `${date}-${month}` : date)
  const dates = { from: edge(start, '01'), to: edge(end, '12') }
  return { text: '', filters: { types: ['meeting'], dates }, sort: 'newest' }
}

interface DirectHits {
  hits: Hit[]
  total: number
  /** all of those days, when there are several */
  suggestion?: { name: string; request: SearchRequest }
  settled: boolean
}

/** Records that a query names by their number or day: they stand before all others. Filters and order end that. */
export function useDirectHits(request: SearchRequest, enabled: boolean): DirectHits {
  const { t } = useTranslation()
  const language = useLanguage()
  const free = enabled && countFilters(request.filters) === 0 && request.sort === undefined
  const { intent, direct, settled } = useDirect(request.text, free)
  if (!free || !direct) return { hits: [], total: 0, settled: !free || settled }
  const answer = { ...direct, settled }
  if (intent?.kind !== 'dates' || direct.total < 2) return answer
  const when = formatEventRange(intent.start, intent.end, 'long', language)
  const name = t(intent.start.length > 7 ? 'search.meetingsOn' : 'search.meetingsIn', { when })
  return { ...answer, suggestion: { name, request: requestOfDates(intent) } }
}
