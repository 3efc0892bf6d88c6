import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { formatEventRange } from '../../../../shared/dates'
import type { MeetingRow } from '../../../../shared/contract/rows'
import { recordPath } from '../../api/paths'
import { useLanguage } from '../../api/use-app-info'
import { momentOf } from '../../ui/moments'
import { StatusBadge } from '../../ui/status-badge'
import classes from './archive-home.module.css'

/** A short list of meetings under a heading. `edited` shows when each was worked on last. */
export function MeetingCards({
  title,
  rows,
  none,
  edited,
}: {
  title: string
  rows: MeetingRow[] | undefined
  none: string
  edited?: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section className={classes.section} aria-label={title}>
      <Title order={2}>{title}</Title>
      {rows?.length === 0 && <p className={classes.none}>{none}</p>}
      <ul className={classes.list}>
        {rows?.map((row) => {
          const when = row.start ? formatEventRange(row.start, row.end, 'full', language) : row.asWritten
          const details = [when, row.place].filter(Boolean).join(' · ')
          return (
            <li key={row.id}>
              <Link href={recordPath(row.id)} className={classes.card}>
                <span className={classes.cardTitle}>{row.title || t('common.untitled')}</span>
                <StatusBadge status={row.status} />
                <span className={classes.cardDetails}>
                  {edited
                    ? [t('home.edited', { when: momentOf(row.updatedAt) }), details]
                        .filter(Boolean)
                        .join(' · ')
                    : details}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
