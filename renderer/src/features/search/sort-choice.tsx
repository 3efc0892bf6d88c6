import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SearchRequest } from '../../../../shared/domain/kept-searches'
import { searchSorts } from '../../../../shared/domain/search-types'

/** The order of the results. */
export function SortChoice({
  request,
  onChange,
}: {
  request: SearchRequest
  onChange: (request: SearchRequest) => void
}) {
  const { t } = useTranslation()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('searchPage.sortLabel')}
      value={request.sort ?? 'relevance'}
      onChange={(value) => {
        const sort = searchSorts.find((one) => one === value)
        const { sort: _before, ...rest } = request
        onChange(sort && sort !== 'relevance' ? { ...rest, sort } : rest)
      }}
      data={searchSorts.map((value) => ({ value, label: t(`searchPage.sort.${value}`) }))}
    />
  )
}
