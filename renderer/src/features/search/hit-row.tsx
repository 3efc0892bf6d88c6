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
import { recordPath } from '../../api/paths'
import { useLanguage } from '../../api/use-app-info'
import { Highlighted } from '../../ui/highlighted'
import classes from './search.module.css'
import type { Hit, HitType } from './use-search'

const icons: Record<HitType, TablerIcon> = {
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
  const language = useLanguage()
  const Icon = icons[hit.type]
  const { text, ranges } = hit.snippet
  return (
    <>
      <Icon size={18} stroke={1.5} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        <span className={classes.title}>
          <Highlighted text={hit.title} ranges={hit.titleRanges} />
        </span>
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
