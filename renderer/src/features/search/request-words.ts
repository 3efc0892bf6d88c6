import { useQueries } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { formatEventTime, type Language } from '../../../../shared/dates'
import type { SearchRequest } from '../../../../shared/domain/kept-searches'
import type { SearchFilters } from '../../../../shared/domain/search-types'
import { meetingKinds } from '../../../../shared/records/meeting'
import { callQuery } from '../../api/door'
import { useLanguage } from '../../api/use-app-info'
import { yearOf } from './search-address'

/** Names of agencies and boards by their ids: undefined while on the way, empty when the record is gone. */
export function useNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const answers = useQueries({ queries: ids.map((id) => callQuery('records.get', { id })) })
  return new Map(
    ids.flatMap((id, index): [string, string][] => {
      const answer = answers[index]
      if (answer?.isError) return [[id, '']]
      const record = answer?.data?.record
      return record && 'name' in record ? [[id, record.name]] : []
    }),
  )
}

const statuses = [
  'planned',
  'draft',
  'review',
  'final',
  'in-force',
  'amended',
  'annulled',
  'superseded',
  'carried-out',
] as const

/** The word for a state of a meeting or decision; unknown ones stay as they are. */
export function statusWord(status: string, t: TFunction): string {
  const known = statuses.find((one) => one === status)
  return known ? t(`searchPage.statuses.${known}`) : status
}

/** The word for a kind of meeting; unknown ones stay as they are. */
export function kindWord(kind: string, t: TFunction): string {
  const known = meetingKinds.find((one) => one === kind)
  return known ? t(`terms.meetingKind.${known}`) : kind
}

/** Days or months of a filter for people: a year, a day, or a stretch. */
export function datesWords(dates: NonNullable<SearchFilters['dates']>, language: Language): string {
  const year = yearOf(dates)
  if (year) return year
  const { from, to } = dates
  const word = (value: string | undefined) => (value ? formatEventTime(value, 'long', language) : '…')
  return from === to ? word(from) : `${word(from)} – ${word(to)}`
}

/** One value of a filter, as a chip shows it. */
export interface FilterWord {
  part: keyof SearchFilters
  value: string
  word: string
}

/** All values that narrow a request, with their words. */
export function useFilterWords({ filters = {} }: SearchRequest): FilterWord[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const { types = [], dates, agencies = [], bodies = [], kinds = [], statuses: states = [] } = filters
  const names = useNames([...agencies, ...bodies])
  const named = (id: string) => names.get(id) || t('searchPage.facets.gone')
  return [
    ...types.map((value) => ({ part: 'types' as const, value, word: t(`search.groups.${value}`) })),
    ...(dates ? [{ part: 'dates' as const, value: '', word: datesWords(dates, language) }] : []),
    ...agencies.map((value) => ({ part: 'agencies' as const, value, word: named(value) })),
    ...bodies.map((value) => ({ part: 'bodies' as const, value, word: named(value) })),
    ...kinds.map((value) => ({ part: 'kinds' as const, value, word: kindWord(value, t) })),
    ...states.map((value) => ({ part: 'statuses' as const, value, word: statusWord(value, t) })),
  ]
}

/** A name for a request: its words, then its filters. */
export function useRequestWords(request: SearchRequest): string {
  const words = useFilterWords(request).map(({ word }) => word)
  return [request.text.trim(), ...words].filter(Boolean).join(' · ')
}
