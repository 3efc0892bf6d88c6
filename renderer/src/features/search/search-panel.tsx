import {
  IconArrowRight,
  IconBookmark,
  IconCommand,
  IconHistory,
  IconTextSpellcheck,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { countFilters } from '../../../../shared/domain/kept-searches'
import { useKeysLabel } from '../../api/keys'
import { useCall } from '../../api/door'
import { errorMessage } from '../../ui/error-message'
import { formatNumber } from '../../ui/numbers'
import { useLanguage } from '../../api/use-app-info'
import { HitRow } from './hit-row'
import classes from './search.module.css'
import type { Suggestion, SuggestionGroup, Suggestions } from './use-suggestions'

interface SearchPanelProps {
  listId: string
  optionId: (index: number) => string
  selected: number
  query: string
  suggestions: Suggestions
  onSelect: (index: number) => void
  /** `stay`: the panel stays open. */
  onChoose: (option: Suggestion, stay?: boolean) => void
}

function RequestOption({ request, name, saved, count }: Extract<Suggestion, { kind: 'request' }>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const Icon = saved ? IconBookmark : count === undefined ? IconHistory : IconArrowRight
  const filters = countFilters(request.filters)
  return (
    <>
      <Icon size={18} stroke={1.5} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        {name ?? (request.text.trim() || t('searchPage.keptLists.noWords'))}
      </span>
      <span className={classes.kbd}>
        {count !== undefined
          ? formatNumber(count, language)
          : filters > 0
            ? t('search.withFilters', { count: filters })
            : ''}
      </span>
    </>
  )
}

function OptionContent({ option, total }: { option: Suggestion; total: number | undefined }) {
  const { t } = useTranslation()
  const keysLabel = useKeysLabel()
  if (option.kind === 'request') return <RequestOption {...option} />
  if (option.kind === 'spelling')
    return (
      <>
        <IconTextSpellcheck size={18} stroke={1.5} aria-hidden className={classes.icon} />
        <span className={classes.words}>{t('search.spellingHint', { text: option.text })}</span>
      </>
    )
  if (option.kind === 'hit') return <HitRow hit={option.hit} />
  if (option.kind === 'all')
    return (
      <>
        <IconArrowRight size={18} stroke={1.5} aria-hidden className={classes.icon} />
        <span className={classes.words}>{t('search.all')}</span>
        <span className={classes.kbd}>{t('search.total', { count: total ?? 0 })}</span>
      </>
    )
  return (
    <>
      <IconCommand size={18} stroke={1.5} aria-hidden className={classes.icon} />
      <span className={classes.words}>{t(`commands.${option.id}`)}</span>
      <span className={classes.kbd}>{keysLabel(option.id)}</span>
    </>
  )
}

function groupName(group: SuggestionGroup) {
  switch (group.key) {
    case 'all':
    case 'commands':
    case 'direct':
    case 'spelling':
    case 'recent':
    case 'saved':
      return `search.${group.key}` as const
    default:
      return `search.groups.${group.key}` as const
  }
}

/** The list below the search field. */
export function SearchPanel({
  listId,
  optionId,
  selected,
  query,
  suggestions,
  onSelect,
  onChoose,
}: SearchPanelProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const { groups, answer, error, settled } = suggestions
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const nothing = settled && answer?.total === 0 && !groups.some(({ key }) => key === 'direct')
  const ready = useCall('search.status', undefined, { enabled: query !== '' }).data?.ready ?? true
  const starts = groups.map((_, index) =>
    groups.slice(0, index).reduce((sum, { options }) => sum + options.length, 0),
  )
  return (
    <div className={classes.panel}>
      <div
        className={classes.note}
        role="status"
        hidden={query === '' || (!nothing && !answer?.partial && !error && ready)}
      >
        {error ? (
          t('search.failed', { reason: errorMessage(error) })
        ) : nothing ? (
          <>
            <strong>
              {t('search.nothing', { query: query.length > 80 ? `${query.slice(0, 80)}…` : query })}
            </strong>
            {t(ready ? 'search.nothingText' : 'search.notReady')}
          </>
        ) : (
          t(ready ? 'search.partial' : 'search.notReady')
        )}
      </div>
      <div
        className={classes.list}
        id={listId}
        role="listbox"
        aria-label={t('search.results')}
        aria-busy={query !== '' && !settled}
        ref={list}
      >
        {groups.map((group, groupIndex) => (
          <div key={group.key} role="group" aria-label={t(groupName(group))} className={classes.group}>
            {group.key !== 'all' && (
              <div className={classes.groupHead} aria-hidden>
                <span>{t(groupName(group))}</span>
                {group.total !== undefined && <span className="tt-number">{group.total}</span>}
              </div>
            )}
            {group.options.map((option, inGroup) => {
              const index = (starts[groupIndex] ?? 0) + inGroup
              return (
                <div
                  key={index}
                  id={optionId(index)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === selected}
                  className={classes.option}
                  onPointerMove={() => {
                    if (index !== selected) onSelect(index)
                  }}
                  // The field must keep the focus, otherwise the list closes before the click arrives.
                  onPointerDown={(event) => event.preventDefault()}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={(event) => onChoose(option, event.ctrlKey || event.metaKey)}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter') onChoose(option)
                  }}
                >
                  <OptionContent option={option} total={group.total} />
                </div>
              )
            })}
          </div>
        ))}
      </div>
      <div className={classes.foot} aria-hidden>
        <span>{t('search.keys')}</span>
        {answer && <span>{t('search.total', { count: answer.total })}</span>}
      </div>
    </div>
  )
}
