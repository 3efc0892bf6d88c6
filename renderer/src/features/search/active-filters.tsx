import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SearchRequest } from '../../../../shared/domain/kept-searches'
import { useFilterWords, type FilterWord } from './request-words'
import classes from './search-page.module.css'
import { toggled, withFilter } from './search-address'

function without(request: SearchRequest, { part, value }: FilterWord): SearchRequest {
  if (part === 'dates') return withFilter(request, 'dates', undefined)
  const values: readonly string[] = request.filters?.[part] ?? []
  return withFilter(request, part, toggled(values, value) as never)
}

/** What narrows the search now, each to be taken away with one click. */
export function ActiveFilters({
  request,
  onChange,
}: {
  request: SearchRequest
  onChange: (request: SearchRequest) => void
}) {
  const { t } = useTranslation()
  const chips = useFilterWords(request)
  if (chips.length === 0) return null
  return (
    <div className={classes.chips} role="group" aria-label={t('searchPage.active')}>
      {chips.map((chip) => (
        <button
          key={`${chip.part}${chip.value}`}
          type="button"
          className={classes.chip}
          aria-label={t('searchPage.removeFilter', { name: chip.word })}
          onClick={() => onChange(without(request, chip))}
        >
          <span>{chip.word}</span>
          <IconX size={14} stroke={1.75} aria-hidden />
        </button>
      ))}
      {chips.length > 1 && (
        <button
          type="button"
          className={classes.inline}
          onClick={() => {
            const { filters: _filters, ...rest } = request
            onChange(rest)
          }}
        >
          {t('searchPage.removeAll')}
        </button>
      )}
    </div>
  )
}
