import { IconCalendarTime, IconCircleCheck, IconEyeCheck, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MeetingStatus } from '../../../shared/records/meeting'
import classes from './status-badge.module.css'

const icons = {
  planned: IconCalendarTime,
  draft: IconPencil,
  review: IconEyeCheck,
  final: IconCircleCheck,
} as const

/** The state of a meeting: always icon, word and colour together. */
export function StatusBadge({ status }: { status: MeetingStatus }) {
  const { t } = useTranslation()
  const Icon = icons[status]
  return (
    <span className={classes.badge} data-status={status}>
      <Icon size={15} stroke={1.75} aria-hidden />
      {t(`terms.meetingStatus.${status}`)}
    </span>
  )
}
