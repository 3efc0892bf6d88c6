import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatEventTime } from '../../../../shared/dates'
import type { SearchRequest } from '../../../../shared/domain/kept-searches'
import type { SearchReason } from '../../../../shared/domain/search-types'
import { recordTypeOfId } from '../../../../shared/ids'
import type { Agency } from '../../../../shared/records/agency'
import type { Body } from '../../../../shared/records/body'
import type { Meeting } from '../../../../shared/records/meeting'
import type { Note } from '../../../../shared/records/note'
import type { Participant } from '../../../../shared/records/participant'
import type { AnyRecord } from '../../../../shared/records/registry'
import { useCall } from '../../api/door'
import { useLanguage } from '../../api/use-app-info'
import { DetailsPane } from '../../ui/details-pane'
import { errorMessage } from '../../ui/error-message'
import { ReadView } from '../../ui/read-view'
import { foundWords, rangesOf } from './found-words'
import { MeetingPreview } from './meeting-preview'
import classes from './preview.module.css'
import { AgencyPreview, BodyPreview, PersonPreview } from './record-preview'
import { reasonSentences } from './reason-sentences'
import { StateBadge } from './state-badge'
import type { Hit } from './use-search'

const highlight = 'tt-found'

/** Marks the found words below an element, without touching it; out: the marked stretches in order. */
function mark(root: HTMLElement, found: ReadonlySet<string>): Range[] {
  const ranges: Range[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const [start, end] of rangesOf(node.textContent ?? '', found)) {
      const range = new Range()
      range.setStart(node, start)
      range.setEnd(node, end)
      ranges.push(range)
    }
  CSS.highlights.set(highlight, new Highlight(...ranges))
  return ranges
}

function Content({ record }: { record: AnyRecord }): ReactNode {
  const { t } = useTranslation()
  switch (recordTypeOfId(record.id)) {
    case 'meeting':
      return <MeetingPreview meeting={record as Meeting} />
    case 'note': {
      const { markdown } = record as Note
      if (markdown.trim() === '') return <p className={classes.dim}>{t('searchPage.preview.noText')}</p>
      return <ReadView markdown={markdown} />
    }
    case 'agency':
      return <AgencyPreview agency={record as Agency} />
    case 'participant':
      return <PersonPreview person={record as Participant} />
    case 'body':
      return <BodyPreview body={record as Body} />
    default:
      return null
  }
}

interface Why {
  reason: SearchReason | undefined
  known: boolean
}

/** Why a hit was found; what a query names directly has no reason. Known even when there is no answer. */
function useWhy(hit: Hit, named: boolean, request: SearchRequest, limit: number): Why {
  const { data, isFetched } = useCall(
    'search.reason',
    { ...request, text: request.text.trim(), id: hit.id, limit },
    { enabled: !named },
  )
  return { reason: named ? undefined : data?.reason, known: named || isFetched }
}

/** Shows the place of a hit in the middle of the pane, with its words marked. */
function useShownPlace(hit: Hit, record: AnyRecord | undefined, why: Why) {
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const root = content.current
    if (!root || !record || !why.known) return
    const ranges = mark(root, foundWords(hit, why.reason))
    const block = hit.blockId
      ? root.querySelector<HTMLElement>(`[data-block="${CSS.escape(hit.blockId)}"]`)
      : null
    const first = ranges.find(({ startContainer }) => !block || block.contains(startContainer))
    const place = first?.startContainer.parentElement ?? block
    if (place) place.scrollIntoView({ block: 'center' })
    else root.parentElement?.scrollTo(0, 0)
    return () => {
      CSS.highlights.delete(highlight)
    }
  }, [hit, record, why.known, why.reason])
  return content
}

/** The record of a hit for reading, at the matching place; and why it was found. */
export function PreviewPane({
  hit,
  named,
  request,
  limit,
  onOpen,
  onClose,
}: {
  hit: Hit
  /** the query names it directly */
  named: boolean
  request: SearchRequest
  /** among how many hits it stands */
  limit: number
  onOpen: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data, error } = useCall('records.get', { id: hit.meetingId ?? hit.id })
  const record = data?.record as AnyRecord | undefined
  const why = useWhy(hit, named, request, limit)
  const content = useShownPlace(hit, record, why)
  const day = hit.date ? formatEventTime(hit.date.split('T')[0] ?? '', 'long', language) : undefined
  return (
    <DetailsPane
      title={hit.title || t('common.untitled')}
      onClose={onClose}
      actions={
        <Button
          size="compact-sm"
          variant="light"
          className={classes.open}
          data-part="preview"
          rightSection={<IconArrowRight size={16} stroke={1.5} />}
          onClick={onOpen}
        >
          {t('searchPage.preview.open')}
        </Button>
      }
    >
      <div className={classes.head}>
        <span>{t(`terms.recordType.${hit.type}`)}</span>
        {day && <span className="tt-number">{day}</span>}
        {hit.state && <StateBadge state={hit.state} />}
      </div>
      <details className={classes.why}>
        <summary>{t('searchPage.preview.why')}</summary>
        <ul>
          {(why.known ? reasonSentences(why.reason, request.text.trim(), language, t) : []).map(
            (sentence) => (
              <li key={sentence}>{sentence}</li>
            ),
          )}
        </ul>
      </details>
      {error && (
        <p className={classes.dim} role="status">
          {t('searchPage.preview.noAnswer', { reason: errorMessage(error.error) })}
        </p>
      )}
      <div ref={content} className={classes.content} data-testid="preview-text">
        {record && <Content record={record} />}
      </div>
    </DetailsPane>
  )
}
