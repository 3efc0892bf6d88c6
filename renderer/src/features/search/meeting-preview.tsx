import { IconBan, IconCircleDot, IconSquareCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatEventRange } from '../../../../shared/dates'
import { withoutPrivate } from '../../../../shared/domain/private-blocks'
import type { ActionBlock, Block, DecisionBlock } from '../../../../shared/records/blocks'
import type { Meeting } from '../../../../shared/records/meeting'
import { useLanguage } from '../../api/use-app-info'
import { ReadView } from '../../ui/read-view'
import { StatusBadge } from '../../ui/status-badge'
import classes from './preview.module.css'
import { StateBadge } from './state-badge'

function Decision({ block }: { block: DecisionBlock }) {
  const { t } = useTranslation()
  const { number, text, grounds, state } = block
  const inForce = state !== 'annulled' && state !== 'superseded'
  const Icon = inForce ? IconCircleDot : IconBan
  return (
    <div className={classes.part} data-block={block.id} data-kind="decision">
      <div className={classes.partHead}>
        <Icon size={16} stroke={1.75} aria-hidden />
        {t('searchPage.preview.decision', { number: number ?? '' }).trim()}
        {!inForce && <StateBadge state={state} />}
      </div>
      <ReadView markdown={text} />
      {grounds && (
        <>
          <div className={classes.partNote}>{t('searchPage.preview.grounds')}</div>
          <ReadView markdown={grounds} />
        </>
      )}
    </div>
  )
}

function Action({ block }: { block: ActionBlock }) {
  const { t } = useTranslation()
  const { agencyName, unit, personName } = block.responsible
  const who = [agencyName, unit, personName].filter(Boolean).join(', ')
  return (
    <div className={classes.part} data-block={block.id} data-kind="action">
      <div className={classes.partHead}>
        <IconSquareCheck size={16} stroke={1.75} aria-hidden />
        {t('searchPage.preview.action')}
      </div>
      <ReadView markdown={block.text} />
      {who && <div className={classes.partNote}>{who}</div>}
    </div>
  )
}

function Part({ block }: { block: Block }) {
  if (block.kind === 'decision') return <Decision block={block} />
  if (block.kind === 'action') return <Action block={block} />
  return (
    <div data-block={block.id}>
      <ReadView markdown={block.markdown} />
    </div>
  )
}

/** The minutes of a meeting for reading: head in one line, then the agenda with its text, decisions and action items. */
export function MeetingPreview({ meeting }: { meeting: Meeting }) {
  const language = useLanguage()
  const { time, place, bodyName, status, attendance, agenda } = withoutPrivate(meeting)
  const when = formatEventRange(time.start, time.end, 'full', language) || time.asWritten
  return (
    <>
      <p className={classes.facts}>
        <StatusBadge status={status} />
        {[when, place, bodyName].filter(Boolean).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {agenda.map((item) => (
        <section key={item.id} data-block={item.id}>
          {item.title !== '' && (
            <h3 className={classes.item}>{[item.number, item.title].filter(Boolean).join('. ')}</h3>
          )}
          {item.blocks.map((block) => (
            <Part key={block.id} block={block} />
          ))}
        </section>
      ))}
      {attendance.length > 0 && (
        <ul className={classes.roll}>
          {attendance.map(({ id, prefix, name, title, agencyName }) => (
            <li key={id}>
              {[[prefix, name].filter(Boolean).join(' '), title, agencyName].filter(Boolean).join(', ')}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
