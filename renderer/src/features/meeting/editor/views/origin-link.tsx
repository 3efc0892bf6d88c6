import { IconCornerDownRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { formatEventTime } from '../../../../../../shared/dates'
import type { AgendaItemHead } from '../../../../../../shared/records/meeting'
import { useCall } from '../../../../api/door'
import { recordPath } from '../../../../api/paths'
import { useLanguage } from '../../../../api/use-app-info'
import classes from './parts.module.css'

/** Below a heading that came along from an earlier meeting: which it was, and the way there. */
export function OriginLink({ from }: { from: NonNullable<AgendaItemHead['carriedFrom']> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data, isError } = useCall('meetings.get', { id: from.meetingId })
  if (isError) return <div className={classes.origin}>{t('carry.from.gone')}</div>
  if (!data) return <div className={classes.origin} />
  const { title, time } = data.meeting
  const kind = from.blockId?.startsWith('decision') ? 'decision' : from.blockId ? 'action' : 'item'
  const day = time.start ? ` (${formatEventTime(time.start.slice(0, 10), 'short', language)})` : ''
  return (
    <div className={classes.origin}>
      <IconCornerDownRight size={14} stroke={1.5} aria-hidden />
      <Link href={recordPath(from.meetingId, { blockId: from.blockId ?? from.itemId })}>
        {t(`carry.from.${kind}`, { title: `${title.trim() || t('carry.untitled')}${day}` })}
      </Link>
    </div>
  )
}
