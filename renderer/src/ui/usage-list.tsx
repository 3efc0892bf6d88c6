import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { MeetingRow } from '../../../shared/contract/rows'
import { formatEventTime } from '../../../shared/dates'
import { useCall } from '../api/door'
import { recordPath } from '../api/paths'
import { useLanguage } from '../api/use-app-info'
import classes from './usage-list.module.css'

const shownMeetings = 50

/**
 * Everything a record takes part in: meetings by date, then other records with the role it has there.
 * `sparse`: says nothing where there is nothing.
 */
export function UsageList({ id, sparse }: { id: string; sparse?: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const meetings = useCall('records.list', {
    type: 'meeting',
    sort: 'start',
    desc: true,
    limit: shownMeetings,
    filter: { refersTo: id },
  })
  const usages = useCall('records.usages', { id })
  const rows = (meetings.data?.rows ?? []) as MeetingRow[]
  const total = meetings.data?.total ?? 0
  const others = (usages.data ?? []).filter(({ type }) => type !== 'meeting')
  if (sparse && rows.length === 0 && others.length === 0) return null
  const withMeetings = !sparse || rows.length > 0
  return (
    <section className={classes.section}>
      {withMeetings && <Title order={3}>{t('cards.usage.meetings')}</Title>}
      {withMeetings && meetings.data && rows.length === 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('cards.usage.none')}
        </Text>
      )}
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link href={recordPath(row.id)} className={classes.link}>
              <span className={`${classes.date} tt-number`}>
                {row.start
                  ? formatEventTime(row.start.split('T')[0] ?? '', 'short', language)
                  : row.asWritten}
              </span>
              <span>{row.title || t('common.untitled')}</span>
            </Link>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <Text size="sm" c="dimmed">
          {t('cards.usage.all', { count: total })}
        </Text>
      )}
      {others.length > 0 && (
        <>
          <Title order={3} mt={16}>
            {t('cards.usage.others')}
          </Title>
          <ul className={classes.list}>
            {others.map(({ id: user, title, type, roles }) => (
              <li key={user}>
                <Link href={recordPath(user)} className={classes.link}>
                  <span className={classes.date}>{t(`terms.recordType.${type}`)}</span>
                  <span>
                    {title}{' '}
                    <span className={classes.roles}>
                      {roles
                        .flatMap((role) => roleWord(role) ?? [])
                        .map((word) => t(word))
                        .join(', ')}
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const knownRoles = [
  'body',
  'host',
  'partner',
  'attendance',
  'action',
  'carried',
  'office',
  'parent',
  'owner',
  'member',
  'link',
  'follow-up',
] as const

function roleWord(role: string) {
  const known = knownRoles.find((name) => name === role)
  return known ? (`terms.usageRole.${known}` as const) : undefined
}
