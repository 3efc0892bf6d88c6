import {
  IconBuilding,
  IconCalendarEvent,
  IconCircleDot,
  IconGavel,
  IconNotes,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react'
import { formatEventTime } from '../../../../shared/dates'
import { useTranslation } from 'react-i18next'
import { recordPath } from '../../api/paths'
import { useLanguage } from '../../api/use-app-info'
import { Highlighted } from '../../ui/highlighted'
import classes from './search.module.css'
import { StateBadge } from './state-badge'
import type { Hit, HitType } from './use-search'

export const hitIcons: Record<HitType, TablerIcon> = {
  decision: IconCircleDot,
  meeting: IconCalendarEvent,
  participant: IconUser,
  agency: IconBuilding,
  body: IconGavel,
  note: IconNotes,
}

/** The address of a hit: the record at the spot, with the words that were searched. */
export function hitPath(hit: Hit, query: string): string {
  return recordPath(hit.meetingId ?? hit.id, {
    query,
    ...(hit.blockId ? { blockId: hit.blockId } : {}),
  })
}

/** One hit: what it is, its title, the place where the words stand, its date. */
export function HitRow({ hit }: { hit: Hit }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const Icon = hitIcons[hit.type]
  const { text, ranges } = hit.snippet
  return (
    <>
      <Icon size={18} stroke={1.5} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        <span className={classes.title}>
          <Highlighted text={hit.title || t('common.untitled')} ranges={hit.title ? hit.titleRanges : []} />
        </span>
        {hit.state && <StateBadge state={hit.state} />}
        {text !== '' && text !== hit.title && (
          <span className={classes.snippet}>
            <Highlighted text={text} ranges={ranges} />
          </span>
        )}
      </span>
      {hit.date && (
        <span className={classes.date}>
          {formatEventTime(hit.date.split('T')[0] ?? '', 'short', language)}
        </span>
      )}
    </>
  )
}
