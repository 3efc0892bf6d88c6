import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData } from '@tanstack/react-query'
import type { Output } from '../../../../shared/contract/contract'
import type { SearchPurpose } from '../../../../shared/contract/search-contract'
import type { SearchRequest } from '../../../../shared/domain/kept-searches'
import { parseIntent, type SearchIntent } from '../../../../shared/domain/search-intent'
import { useCall } from '../../api/door'

export type Answer = Output<'search.query'>
export type Hit = Answer['hits'][number]
export type HitType = Hit['type']

/** Order of the groups: what minutes are searched for comes first. */
export const groupOrder: HitType[] = ['decision', 'meeting', 'participant', 'agency', 'body', 'note']

const typingPause = 70
const longest = 20_000

interface Options {
  purpose: SearchPurpose
  limit: number
  /** only these, beside the filters of the request */
  types?: HitType[] | undefined
  /** counts for the filters */
  facets?: boolean
  enabled?: boolean
}

/**
 * Asks the search as one types. In: the request, how many hits, whether to ask at all.
 * Out: the newest answer that has come, and whether it belongs to the request as it is now.
 */
export function useSearch(
  request: SearchRequest,
  { purpose, limit, types, facets = false, enabled = true }: Options,
) {
  const { text, filters, sort, fuzzy } = request
  const asked = text.trim().slice(0, longest)
  const [settledText] = useDebouncedValue(asked, typingPause)
  const anything = settledText !== '' || filters !== undefined
  const { data, error, isPlaceholderData } = useCall(
    'search.query',
    {
      text: settledText,
      limit,
      typing: true,
      purpose,
      ...(types ? { types } : {}),
      ...(filters ? { filters } : {}),
      ...(sort ? { sort } : {}),
      ...(fuzzy ? { fuzzy } : {}),
      ...(facets ? { facets } : {}),
    },
    { enabled: enabled && anything, placeholderData: keepPreviousData, newestOnly: true },
  )
  const answer = asked === '' && filters === undefined ? undefined : data
  return {
    answer,
    error: error?.error,
    settled: answer !== undefined && !isPlaceholderData && asked === settledText,
  }
}

const noIntent: SearchIntent = { kind: 'number', number: '0', of: 'any' }

/** What the words name directly (a number, a day), and the records of that number or day. */
export function useDirect(text: string, enabled: boolean) {
  const [settledText] = useDebouncedValue(text.trim(), typingPause)
  const intent = parseIntent(settledText)
  const { data, isPlaceholderData } = useCall('search.direct', intent ?? noIntent, {
    enabled: enabled && intent !== undefined,
  })
  const current = intent !== undefined && settledText === text.trim()
  return {
    intent: current ? intent : undefined,
    direct: current && !isPlaceholderData ? data : undefined,
    settled: parseIntent(text) === undefined || (current && data !== undefined),
  }
}
