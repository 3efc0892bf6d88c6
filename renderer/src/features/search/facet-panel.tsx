import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchRequest } from '../../../../shared/domain/kept-searches'
import { searchTypes, type SearchFacets } from '../../../../shared/domain/search-types'
import { useLanguage } from '../../api/use-app-info'
import { formatNumber } from '../../ui/numbers'
import { kindWord, statusWord, useNames } from './request-words'
import { toggled, withFilter, yearFilter, yearOf } from './search-address'
import classes from './search-page.module.css'

interface Value {
  value: string
  word: string
  count: number
}

const firstShown = 6
const mostShown = 40

/** Values by their counts; those that are set stay in sight even when nothing is left of them. */
function ranked(counts: Record<string, number | undefined>, set: readonly string[]): [string, number][] {
  const all = new Map(set.map((value) => [value, 0]))
  for (const [value, count] of Object.entries(counts)) all.set(value, count ?? 0)
  return [...all].sort(
    ([a, first], [b, second]) =>
      Number(set.includes(b)) - Number(set.includes(a)) || second - first || (a < b ? -1 : 1),
  )
}

function Facet({
  label,
  values,
  set,
  onToggle,
}: {
  label: string
  values: readonly Value[]
  set: readonly string[]
  onToggle: (value: string) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  if (values.length === 0) return null
  const shown = open ? values : values.slice(0, Math.max(firstShown, set.length))
  return (
    <div role="group" aria-label={label} className={classes.facet}>
      <div className={classes.facetHead} aria-hidden>
        {label}
      </div>
      {shown.map(({ value, word, count }) => (
        <button
          key={value}
          type="button"
          className={classes.value}
          aria-pressed={set.includes(value)}
          title={word}
          onClick={() => onToggle(value)}
        >
          <span>{word}</span>
          <span className="tt-number">{formatNumber(count, language)}</span>
        </button>
      ))}
      {values.length > shown.length || open ? (
        <button type="button" className={classes.moreValues} onClick={() => setOpen(!open)}>
          {open
            ? t('searchPage.facets.fewer')
            : t('searchPage.facets.more', { count: values.length - shown.length })}
        </button>
      ) : null}
    </div>
  )
}

/** A facet whose values are ids of records, shown by their names. */
function NamedFacet({
  label,
  counts,
  set,
  onToggle,
}: {
  label: string
  counts: Record<string, number>
  set: readonly string[]
  onToggle: (value: string) => void
}) {
  const { t } = useTranslation()
  const values = ranked(counts, set).slice(0, mostShown)
  const names = useNames(values.map(([id]) => id))
  const shown = values.flatMap(([value, count]): Value[] => {
    const name = names.get(value)
    return name === undefined ? [] : [{ value, count, word: name || t('searchPage.facets.gone') }]
  })
  return <Facet label={label} values={shown} set={set} onToggle={onToggle} />
}

const nothing: SearchFacets = { types: {}, years: {}, agencies: {}, bodies: {}, kinds: {}, statuses: {} }

/** What the results can be narrowed by, with how many each would leave. */
export function FacetPanel({
  request,
  facets = nothing,
  onChange,
}: {
  request: SearchRequest
  facets: SearchFacets | undefined
  onChange: (request: SearchRequest) => void
}) {
  const { t } = useTranslation()
  const { filters = {} } = request
  const { types = [], agencies = [], bodies = [], kinds = [], statuses = [] } = filters
  const year = yearOf(filters.dates)
  const words = (counts: Record<string, number>, set: readonly string[], wordOf: (value: string) => string) =>
    ranked(counts, set).map(([value, count]) => ({ value, count, word: wordOf(value) }))
  const years = ranked(facets.years, year ? [year] : [])
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([value, count]) => ({ value, count, word: value }))
  return (
    <div className={classes.facets} role="group" aria-label={t('search.narrow')} data-part="facets">
      <Facet
        label={t('searchPage.facets.type')}
        values={searchTypes
          .filter((value) => (facets.types[value] ?? 0) > 0 || types.includes(value))
          .map((value) => ({ value, count: facets.types[value] ?? 0, word: t(`search.groups.${value}`) }))}
        set={types}
        onToggle={(value) => {
          const type = searchTypes.find((one) => one === value)
          if (type) onChange(withFilter(request, 'types', toggled(types, type)))
        }}
      />
      <Facet
        label={t('searchPage.facets.year')}
        values={years}
        set={year ? [year] : []}
        onToggle={(value) =>
          onChange(withFilter(request, 'dates', value === year ? undefined : yearFilter(value)))
        }
      />
      <NamedFacet
        label={t('searchPage.facets.agency')}
        counts={facets.agencies}
        set={agencies}
        onToggle={(value) => onChange(withFilter(request, 'agencies', toggled(agencies, value)))}
      />
      <NamedFacet
        label={t('searchPage.facets.body')}
        counts={facets.bodies}
        set={bodies}
        onToggle={(value) => onChange(withFilter(request, 'bodies', toggled(bodies, value)))}
      />
      <Facet
        label={t('searchPage.facets.kind')}
        values={words(facets.kinds, kinds, (value) => kindWord(value, t))}
        set={kinds}
        onToggle={(value) => onChange(withFilter(request, 'kinds', toggled(kinds, value)))}
      />
      <Facet
        label={t('searchPage.facets.status')}
        values={words(facets.statuses, statuses, (value) => statusWord(value, t))}
        set={statuses}
        onToggle={(value) => onChange(withFilter(request, 'statuses', toggled(statuses, value)))}
      />
      <Checkbox
        className={classes.fuzzy}
        size="sm"
        label={t('searchPage.facets.fuzzy')}
        checked={request.fuzzy === true}
        onChange={({ currentTarget: { checked } }) => {
          const { fuzzy: _before, ...rest } = request
          onChange(checked ? { ...rest, fuzzy: true } : rest)
        }}
      />
    </div>
  )
}
