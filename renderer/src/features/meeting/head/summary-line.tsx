import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatEventRange } from '../../../../../shared/dates'
import { rollCallQuorum } from '../../../../../shared/domain/quorum'
import { useLanguage } from '../../../api/use-app-info'
import { useAgendaTitles } from '../roll/agenda-titles'
import { leaderOf, rollCounts } from '../roll/roll-rows'
import { useMeeting } from '../session/use-session'
import { useOpenPanel, type OpenPanel, type Panel } from './open-panel'
import classes from './summary-line.module.css'

/** The meeting at a glance; its two halves open the head and the roll. */
export function SummaryLine({
  panels,
  children,
}: {
  panels: OpenPanel
  /** what stands at the end of the line */
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const meeting = useMeeting()
  const open = useOpenPanel(panels)
  const agenda = useAgendaTitles()
  const { time, place, attendance } = meeting
  const leader = leaderOf(meeting)
  const when = time.asWritten ?? formatEventRange(time.start, time.end, 'full', lang)
  const counts = rollCounts(attendance)
  const head = [when || t('meeting.summary.noDate'), place].filter(Boolean)
  const who = leader ? t(`meeting.summary.${leader.role}`, { name: leader.name }) : ''
  const attended =
    attendance.length === 0
      ? t('meeting.summary.noRoll')
      : t('meeting.summary.attended', { present: counts.present, invited: attendance.length })
  const standing = rollCallQuorum({ ...meeting, agenda })
  const quorumWords = standing?.telling
    ? t(standing.met ? 'roll.quorum.shortMet' : 'roll.quorum.shortNotMet')
    : undefined
  const button = (panel: Panel, words: (string | undefined)[]) => (
    <button
      type="button"
      className={classes.button}
      aria-expanded={open === panel}
      aria-controls={`meeting-${panel}`}
      onClick={() => panels.toggle(panel)}
    >
      <span className={classes.name}>{t(`meeting.actions.${panel}`)}</span>
      <span className={classes.words}>{words.filter(Boolean).join(' · ')}</span>
      <span className={classes.arrow} aria-hidden>
        ▸
      </span>
    </button>
  )
  return (
    <div className={classes.line} role="group" aria-label={t('meeting.summary.label')}>
      {button('head', head)}
      {button('roll', [who, attended, quorumWords])}
      <div className={classes.end}>{children}</div>
    </div>
  )
}
