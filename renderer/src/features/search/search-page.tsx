import { Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'wouter'
import { isEmptyRequest, type SearchRequest } from '../../../../shared/domain/kept-searches'
import { useLanguage } from '../../api/use-app-info'
import { EmptyState } from '../../ui/empty-state'
import { errorMessage } from '../../ui/error-message'
import { IndexNotice } from '../../ui/index-notice'
import { formatNumber } from '../../ui/numbers'
import { stored } from '../../ui/stored'
import { ActiveFilters } from './active-filters'
import { FacetPanel } from './facet-panel'
import { hitPath } from './hit-row'
import { useKeptSearches } from './kept-searches'
import { NothingFound } from './nothing-found'
import { PreviewPane } from './preview-pane'
import { RequestBar } from './request-bar'
import { ResultList } from './result-list'
import { requestOf, searchAddress } from './search-address'
import { SortChoice } from './sort-choice'
import { StartLists } from './start-lists'
import { useDirectHits } from './use-direct-hits'
import { useSearch, type Hit } from './use-search'
import classes from './search-page.module.css'

const firstShown = 25
const step = 100
const mostShown = 500
const previewWanted = stored('search.preview', true, (value) =>
  typeof value === 'boolean' ? value : undefined,
)

/** The request lives in the address, so that going back comes back to it; what is typed is shown at once. */
function useRequest() {
  const [parameters] = useSearchParams()
  const [, navigate] = useLocation()
  const request = requestOf(parameters)
  const change = (next: SearchRequest) => navigate(searchAddress(next), { replace: true })
  return { request, change, open: navigate }
}

/** F6 and Shift+F6 go round the parts of the page that are there. */
function useParts(selectors: readonly string[]) {
  const root = useRef<HTMLDivElement>(null)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F6') return
    const parts = selectors.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? [])
    const at = parts.findIndex((part) => part.contains(document.activeElement))
    const next = parts[(at + (event.shiftKey ? -1 : 1) + parts.length) % parts.length]
    if (!next) return
    event.preventDefault()
    const inside = next.querySelector<HTMLElement>('input, button, a[href], summary, [tabindex="0"]')
    ;(next.matches('[tabindex="0"]') ? next : (inside ?? next)).focus()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return root
}

const parts = ['[data-part="bar"]', '[data-part="facets"]', '[data-part="results"]', '[data-part="preview"]']

/** The whole search: filters, results, and the selected result at the place where the words stand. */
export function SearchPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { request, change, open } = useRequest()
  const { change: keep } = useKeptSearches()
  const [limits, setLimits] = useState({ of: '', limit: firstShown })
  const [chosen, setChosen] = useState<string>()
  const [asked, setAsked] = useState(false)
  const wanted = previewWanted.use()
  const narrow = useMediaQuery('(max-width: 1279px)', false, { getInitialValueInEffect: false })
  const root = useParts(parts)
  const empty = isEmptyRequest(request)
  const address = searchAddress(request)
  const limit = limits.of === address ? limits.limit : firstShown
  const { answer, error, settled } = useSearch(request, {
    purpose: 'page',
    limit,
    facets: true,
    enabled: !empty,
  })
  const direct = useDirectHits(request, !empty)
  const first = direct.hits
  const hits = [...first, ...(answer?.hits ?? []).filter(({ id }) => !first.some((hit) => hit.id === id))]
  const selected = hits.find(({ id }) => id === chosen) ?? hits[0]
  // In a narrow window the preview lies over the results: it comes when it is asked for.
  const previewed = (narrow ? asked : wanted) ? selected : undefined

  const show = (shown: boolean) => {
    setAsked(shown)
    if (!narrow) previewWanted.set(shown)
  }
  const openHit = (hit: Hit) => {
    keep({ kind: 'remember', request })
    open(hitPath(hit, request.text.trim()))
  }
  const focusResults = () => root.current?.querySelector<HTMLElement>('[data-part="results"]')?.focus()
  const select = (hit: Hit, byHand: boolean) => {
    setChosen(hit.id)
    if (byHand) show(true)
  }
  return (
    <div className={classes.page} ref={root}>
      <RequestBar
        request={request}
        onChange={change}
        onDone={() => keep({ kind: 'remember', request })}
        onResults={focusResults}
        exportable={(answer?.total ?? 0) > 0}
      />
      {empty ? (
        <StartLists onRun={change} />
      ) : (
        <div className={classes.columns}>
          <FacetPanel request={request} facets={answer?.facets} onChange={change} />
          <div className={classes.results} aria-busy={!settled} data-testid="search-results">
            <IndexNotice />
            <ActiveFilters request={request} onChange={change} />
            <div className={classes.summary}>
              <span className="tt-number" role="status">
                {answer && t('search.total', { count: answer.total })}
                {answer?.partial && ` · ${t('search.partial')}`}
              </span>
              <span className={classes.keys} aria-hidden>
                {t('searchPage.keys')}
              </span>
              <SortChoice request={request} onChange={change} />
            </div>
            {error && <EmptyState title={t('search.failed', { reason: errorMessage(error) })} />}
            {answer?.didYouMean && hits.length > 0 && (
              <Text size="sm" px={12} pb={8}>
                {t('search.spelling')}{' '}
                <button
                  type="button"
                  className={classes.inline}
                  onClick={() => change({ ...request, text: answer.didYouMean ?? '' })}
                >
                  {answer.didYouMean}
                </button>
              </Text>
            )}
            {answer && hits.length === 0 && settled && (
              <NothingFound request={request} didYouMean={answer.didYouMean} onChange={change} />
            )}
            {first.length > 0 && (
              <div className={classes.directHead}>
                <span>{t('search.direct')}</span>
                <span className="tt-number">{formatNumber(direct.total, language)}</span>
                {direct.suggestion && (
                  <button
                    type="button"
                    className={classes.inline}
                    onClick={() => direct.suggestion && change(direct.suggestion.request)}
                  >
                    {direct.suggestion.name}
                  </button>
                )}
              </div>
            )}
            {hits.length > 0 && (
              <ResultList
                hits={hits}
                direct={first.length}
                selected={selected}
                onSelect={select}
                onOpen={openHit}
                onPreview={() => show(!previewed)}
              />
            )}
            {answer && answer.total > answer.hits.length && limit < mostShown && (
              <button
                type="button"
                className={classes.more}
                onClick={() => setLimits({ of: address, limit: Math.min(limit + step, mostShown) })}
              >
                {t('searchPage.more')} ({formatNumber(answer.total - answer.hits.length, language)})
              </button>
            )}
          </div>
        </div>
      )}
      {previewed && !empty && (
        <PreviewPane
          hit={previewed}
          named={first.includes(previewed)}
          request={request}
          limit={limit}
          onOpen={() => openHit(previewed)}
          onClose={() => {
            show(false)
            // Whoever is typing goes on typing.
            if (!(document.activeElement instanceof HTMLInputElement)) focusResults()
          }}
        />
      )}
    </div>
  )
}
