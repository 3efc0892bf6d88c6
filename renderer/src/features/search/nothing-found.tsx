import { Button, Stack, Text } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { countFilters, type SearchRequest } from '../../../../shared/domain/kept-searches'
import { EmptyState } from '../../ui/empty-state'
import { fewerWords } from './fewer-words'

/** Says that nothing was found and what to try: another spelling, without filters, fewer words. */
export function NothingFound({
  request,
  didYouMean,
  onChange,
}: {
  request: SearchRequest
  didYouMean: string | undefined
  onChange: (request: SearchRequest) => void
}) {
  const { t } = useTranslation()
  const text = request.text.trim()
  const ways: { label: string; request: SearchRequest }[] = []
  if (didYouMean)
    ways.push({
      label: `${t('search.spelling')} ${didYouMean}`,
      request: { ...request, text: didYouMean },
    })
  const { filters, ...free } = request
  if (countFilters(filters) > 0) ways.push({ label: t('searchPage.empty.withoutFilters'), request: free })
  if (text !== '' && !request.fuzzy)
    ways.push({ label: t('searchPage.empty.withFuzzy'), request: { ...request, fuzzy: true } })
  for (const fewer of fewerWords(text))
    ways.push({
      label: t('searchPage.empty.fewerWords', { text: fewer }),
      request: { ...request, text: fewer },
    })
  return (
    <EmptyState
      Icon={IconSearchOff}
      title={t('search.nothing', { query: text.length > 80 ? `${text.slice(0, 80)}…` : text })}
      text={t('search.nothingText')}
      more={
        ways.length > 0 && (
          <Stack gap={4} mt={16} align="center">
            <Text size="sm" c="dimmed">
              {t('searchPage.empty.tryText')}
            </Text>
            {ways.map((way) => (
              <Button
                key={way.label}
                size="compact-sm"
                variant="subtle"
                onClick={() => onChange(way.request)}
              >
                {way.label}
              </Button>
            ))}
          </Stack>
        )
      }
    />
  )
}
