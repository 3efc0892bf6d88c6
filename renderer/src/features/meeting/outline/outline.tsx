import type { Editor } from '@tiptap/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { itemsWithoutQuorum } from '../../../../../shared/domain/quorum'
import { goTo } from '../editor/go-to'
import { useMeeting } from '../session/use-session'
import { ListenButton } from '../sound/listen-button'
import { useListening, type Listening } from '../sound/use-sound'
import classes from './outline.module.css'
import type { OutlineEntry } from './outline-entries'
import { useOutline } from './use-outline'
import { WordCount } from './word-count'

/** A sign that reads as words. A text out of sight would be a layer of its own, at a hundred places. */
const named = (words: string) => ({ role: 'img', 'aria-label': words, title: words })

/** One agenda item with its decisions and action items; drawn anew only when something of it changes. */
const OutlineItem = memo(function OutlineItem({
  editor,
  entry,
  current,
  lacking,
  listening,
}: {
  editor: Editor
  entry: OutlineEntry
  current: boolean
  lacking: boolean
  /** Present = there is something to listen to. */
  listening: Listening | undefined
}) {
  const { t } = useTranslation()
  const decisions = entry.parts.filter(({ kind }) => kind === 'decision').length
  const actions = entry.parts.length - decisions
  const title = entry.title || t(entry.id === '' ? 'meeting.outline.start' : 'meeting.outline.noTitle')
  const listen = (id: string, words: string) =>
    listening?.covers(id) && <ListenButton words={words} onListen={() => listening.listen(id)} />
  return (
    <li className={classes.item}>
      <div className={classes.row}>
        <button
          type="button"
          className={classes.entry}
          aria-current={current ? 'true' : undefined}
          data-untitled={entry.title === '' || undefined}
          onClick={() => goTo(editor, entry.id)}
        >
          <span className={classes.number}>{entry.number}</span>
          <span className={classes.title}>
            {title}
            {lacking && <span className={classes.warning}>{t('roll.quorum.shortNotMet')}</span>}
          </span>
          <span className={classes.counts}>
            {decisions > 0 && (
              <span {...named(t('meeting.outline.decisions', { count: decisions }))}>◆{decisions}</span>
            )}
            {actions > 0 && (
              <span {...named(t('meeting.outline.actions', { count: actions }))}>◇{actions}</span>
            )}
          </span>
        </button>
        {listen(entry.id, title)}
      </div>
      {entry.parts.length > 0 && (
        <ul className={classes.parts}>
          {entry.parts.map((part) => (
            <li key={part.id} className={classes.row}>
              <button type="button" className={classes.part} onClick={() => goTo(editor, part.id)}>
                <span
                  {...named(t(`meeting.outline.${part.kind}`))}
                  className={classes.mark}
                  data-kind={part.kind}
                >
                  {part.kind === 'decision' ? '◆' : '◇'}
                </span>
                <span className={classes.words}>{part.words || t(`meeting.outline.${part.kind}`)}</span>
              </button>
              {listen(part.id, part.words || t(`meeting.outline.${part.kind}`))}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
})

/** The agenda beside the minutes: Enter or a click goes there. */
export function Outline({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  const { entries, current } = useOutline(editor)
  const listening = useListening()
  const meeting = useMeeting()
  const lacking = itemsWithoutQuorum({ ...meeting, agenda: entries.filter(({ id }) => id !== '') })
  return (
    <nav className={classes.outline} aria-label={t('meeting.outline.label')}>
      <h2 className={classes.head}>{t('meeting.outline.label')}</h2>
      {entries.length === 0 && <p className={classes.empty}>{t('meeting.outline.empty')}</p>}
      <ul className={classes.list}>
        {entries.map((entry, index) => (
          <OutlineItem
            key={entry.id || `start-${index}`}
            editor={editor}
            entry={entry}
            current={entry.id === current}
            lacking={lacking.has(entry.id)}
            listening={listening.recorded ? listening : undefined}
          />
        ))}
      </ul>
      <WordCount editor={editor} />
    </nav>
  )
}
