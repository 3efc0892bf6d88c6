import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData } from '@tanstack/react-query'
import type { Output } from '../../../../shared/contract/contract'
import { useCall } from '../../api/door'

type Answer = Output<'search.query'>
export type Hit = Answer['hits'][number]
export type HitType = Hit['type']

/** Order of the groups: what minutes are searched for comes first. */
export const groupOrder: HitType[] = ['decision', 'meeting', 'participant', 'agency', 'body', 'note']

const typingPause = 80

/**
 * Asks the search as one types. In: the text, how many hits, which types (all without), whether to ask at all.
 * Out: the newest answer that has come, and whether it belongs to the text as it is now.
 */
export function useSearch(text: string, limit: number, types: HitType[] | undefined, enabled: boolean) {
  const asked = text.trim().slice(0, 20_000)
  const [settledText] = useDebouncedValue(asked, typingPause)
  const { data, error, isPlaceholderData } = useCall(
    'search.query',
    { text: settledText, limit, typing: true, ...(types ? { types } : {}) },
    { enabled: enabled && settledText !== '', placeholderData: keepPreviousData },
  )
  const answer = asked === '' ? undefined : data
  return {
    answer,
    error: error?.error,
    settled: answer !== undefined && !isPlaceholderData && asked === settledText,
  }
}
