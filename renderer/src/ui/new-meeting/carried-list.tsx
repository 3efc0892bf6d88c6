import { Checkbox } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CarriedRow } from '../../../../shared/contract/new-meeting-contract'
import { formatEventTime } from '../../../../shared/dates'
import { dueText } from '../../../../shared/domain/due-parse'
import { recordPath } from '../../api/paths'
import { useLanguage } from '../../api/use-app-info'
import classes from './new-meeting.module.css'

/** Why a matter comes along, in words. */
function useReason(): (row: CarriedRow) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  return ({ reason, last, reviewOn, responsible, due }) => {
    const day = last.start
      ? formatEventTime(last.start.slice(0, 10), 'short', language)
      : t('carry.unknownDay')
    const on = reviewOn ? formatEventTime(reviewOn, 'long', language) : ''
    const words = [t(`carry.reason.${reason}`, { day, on })]
    if (responsible) words.push(responsible)
    if (due) words.push(t('carry.due', { due: dueText(due, language, t('carry.nextMeeting')) }))
    return words.join(' · ')
  }
}

/** What comes along to the new meeting: each can be left out, each leads to where it began. */
export function CarriedList({
  rows,
  left,
  onLeft,
  onFollow,
}: {
  rows: readonly CarriedRow[]
  /** keys of what stays behind */
  left: ReadonlySet<string>
  onLeft: (left: ReadonlySet<string>) => void
  onFollow: (path: string) => void
}) {
  const { t } = useTranslation()
  const reasonOf = useReason()
  const chosen = rows.filter(({ key }) => !left.has(key)).length
  const toggle = (key: string) => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    onLeft(next)
  }
  return (
    <fieldset className={classes.carried}>
      <legend className={classes.legend}>{t('carry.come')}</legend>
      {rows.length === 0 ? (
        <p className={classes.hint}>{t('carry.nothing')}</p>
      ) : (
        <>
          <p className={classes.hint}>{t('carry.comeHint')}</p>
          <div className={classes.all}>
            <Checkbox
              label={t('carry.all')}
              checked={chosen === rows.length}
              indeterminate={chosen > 0 && chosen < rows.length}
              onChange={() =>
                onLeft(chosen === rows.length ? new Set(rows.map(({ key }) => key)) : new Set())
              }
            />
            <span className={classes.count} role="status">
              {t('carry.chosen', { chosen, total: rows.length })}
            </span>
          </div>
          <ul className={classes.rows}>
            {rows.map((row) => {
              const place = row.carriedFrom.blockId ?? row.carriedFrom.itemId
              const title = row.origin.title || t('carry.untitled')
              return (
                <li key={row.key} className={classes.row}>
                  <Checkbox
                    className={classes.matter}
                    checked={!left.has(row.key)}
                    label={row.title}
                    description={`${t(`carry.kind.${row.kind}`)} · ${reasonOf(row)}`}
                    onChange={() => toggle(row.key)}
                  />
                  <a
                    className={classes.origin}
                    href={`#${recordPath(row.origin.id, { blockId: place })}`}
                    aria-label={`${t('carry.openOrigin', { title })} – ${row.title}`}
                    title={t('carry.openOrigin', { title })}
                    onClick={(event) => {
                      event.preventDefault()
                      onFollow(recordPath(row.origin.id, { blockId: place }))
                    }}
                  >
                    <IconExternalLink size={16} stroke={1.5} aria-hidden />
                  </a>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </fieldset>
  )
}
