import { Text } from '@mantine/core'
import { IconSearch, IconSearchOff } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { EmptyState } from '../../ui/empty-state'
import { errorMessage } from '../../ui/error-message'
import { formatNumber } from '../../ui/numbers'
import { Page } from '../../ui/page'
import { useLanguage } from '../../api/use-app-info'
import { HitRow, hitPath } from './hit-row'
import classes from './search-page.module.css'
import { groupOrder, useSearch, type HitType } from './use-search'

const mostHits = 100

/** All hits of a search, narrowed by kind of record. The arrow keys walk through them. */
export function SearchPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const [parameters] = useSearchParams()
  const query = parameters.get('q') ?? ''
  const [type, setType] = useState<HitType>()
  const list = useRef<HTMLUListElement>(null)
  const all = useSearch(query, mostHits, undefined, query !== '')
  const narrowed = useSearch(query, mostHits, type ? [type] : undefined, query !== '' && type !== undefined)
  const { answer, error } = type ? narrowed : all
  const groups = all.answer?.groups

  const walk = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.findIndex((link) => link === document.activeElement)
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
  }
  if (query === '')
    return <EmptyState Icon={IconSearch} title={t('search.label')} text={t('search.placeholder')} />
  return (
    <Page
      title={t('search.resultsFor', { query: query.length > 80 ? `${query.slice(0, 80)}…` : query })}
      {...(answer ? { count: formatNumber(answer.total, language) } : {})}
      fixed
    >
      <div className={classes.columns}>
        <div className={classes.facets} role="group" aria-label={t('search.narrow')}>
          {([undefined, ...groupOrder] as const).map((facet) => {
            const total = facet ? (groups?.[facet] ?? 0) : all.answer?.total
            if (facet && total === 0) return null
            return (
              <button
                key={facet ?? 'all'}
                type="button"
                className={classes.facet}
                aria-pressed={type === facet}
                onClick={() => setType(facet)}
              >
                <span>{facet ? t(`search.groups.${facet}`) : t('search.everything')}</span>
                <span className="tt-number">{total === undefined ? '' : formatNumber(total, language)}</span>
              </button>
            )
          })}
        </div>
        <div className={classes.results}>
          {answer?.partial && (
            <Text size="sm" c="dimmed" px={12} pb={8} role="status">
              {t('search.partial')}
            </Text>
          )}
          {error && <EmptyState title={t('search.failed', { reason: errorMessage(error) })} />}
          {answer?.total === 0 && (
            <EmptyState
              Icon={IconSearchOff}
              title={t('search.nothing', { query })}
              text={t('search.nothingText')}
            />
          )}
          <ul ref={list} className={classes.list} aria-label={t('search.results')}>
            {answer?.hits.map((hit) => (
              <li key={hit.id}>
                <Link href={hitPath(hit, query)} className={classes.hit} onKeyDown={walk}>
                  <HitRow hit={hit} />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Page>
  )
}
