import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { HitRow } from './hit-row'
import classes from './search-page.module.css'
import type { Hit } from './use-search'

const page = 8

/** The results as a list to walk through: arrows select, Enter opens, the space bar shows or hides the preview. */
export function ResultList({
  hits,
  direct,
  selected,
  onSelect,
  onOpen,
  onPreview,
}: {
  hits: readonly Hit[]
  /** so many at the head are what the query names directly */
  direct: number
  selected: Hit | undefined
  onSelect: (hit: Hit, byHand: boolean) => void
  onOpen: (hit: Hit) => void
  onPreview: () => void
}) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const listId = useId()
  const optionId = (index: number) => `${listId}-${index}`
  const at = hits.findIndex(({ id }) => id === selected?.id)
  const selectedId = selected?.id
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selectedId])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && selected) {
      event.preventDefault()
      return onOpen(selected)
    }
    if (event.key === ' ') {
      event.preventDefault()
      return onPreview()
    }
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: hits.length - 1,
    }
    const to = moves[event.key]
    if (to === undefined) return
    event.preventDefault()
    const hit = hits[Math.max(0, Math.min(hits.length - 1, to))]
    if (hit) onSelect(hit, false)
  }
  return (
    <div
      ref={list}
      className={classes.list}
      role="listbox"
      tabIndex={0}
      data-part="results"
      aria-label={t('searchPage.found')}
      aria-activedescendant={at >= 0 ? optionId(at) : undefined}
      onKeyDown={onKeyDown}
    >
      {hits.map((hit, index) => (
        <div
          key={hit.id}
          id={optionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={hit.id === selectedId}
          className={classes.hit}
          data-direct={index < direct || undefined}
          onClick={(event) => {
            list.current?.focus({ preventScroll: true })
            if (event.ctrlKey || event.metaKey) onOpen(hit)
            else onSelect(hit, true)
          }}
          onDoubleClick={() => onOpen(hit)}
          onKeyDown={onKeyDown}
        >
          <HitRow hit={hit} />
        </div>
      ))}
    </div>
  )
}
