import { Button, SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { quorumChanges, rollCallQuorum } from '../../../../../shared/domain/quorum'
import { useMeeting, usePage } from '../session/use-session'
import { useAgendaTitles } from './agenda-titles'
import classes from './quorum-line.module.css'

const calls = ['first', 'second'] as const

/** Whether enough members are there, at the roll call and where it changes; which call this is; the chair's word. */
export function QuorumLine() {
  const { t } = useTranslation()
  const { session, readOnly } = usePage()
  const rest = useMeeting()
  const agenda = useAgendaTitles()
  const { quorum } = rest
  if (!quorum) return null
  const meeting = { ...rest, agenda }
  const standing = rollCallQuorum(meeting)
  if (!standing) return null
  const titles = new Map(agenda.map(({ id, title }) => [id, title]))
  const { declared } = standing
  return (
    <div className={classes.line} role="group" aria-label={t('roll.quorum.label')}>
      <span role="status" className={classes.words} data-met={standing.met}>
        {declared
          ? t('roll.quorum.declared')
          : t(standing.met ? 'roll.quorum.met' : 'roll.quorum.notMet', { ...standing })}
      </span>
      {quorumChanges(meeting).map(({ itemId, standing: then }) => (
        <span key={itemId} className={classes.words} data-met={then.met}>
          {t(then.met ? 'roll.quorum.regained' : 'roll.quorum.lost', {
            item: titles.get(itemId) || t('meeting.outline.noTitle'),
            present: then.present,
          })}
        </span>
      ))}
      {quorum.second && (
        <SegmentedControl
          size="xs"
          aria-label={t('roll.quorum.call')}
          disabled={readOnly}
          value={quorum.call}
          data={calls.map((value) => ({ value, label: t(`roll.quorum.calls.${value}`) }))}
          onChange={(value) =>
            session.setHead({ quorum: { ...quorum, call: value === 'second' ? 'second' : 'first' } })
          }
        />
      )}
      {!readOnly && !standing.met && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            const { declared: _said, ...others } = quorum
            session.setHead({ quorum: declared ? others : { ...quorum, declared: 'not-met' } })
          }}
        >
          {t(declared ? 'roll.quorum.takeBack' : 'roll.quorum.declare')}
        </Button>
      )}
    </div>
  )
}
