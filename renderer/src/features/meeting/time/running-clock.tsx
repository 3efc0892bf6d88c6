import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockText, isRunning, openBreak, spentOn, stampClock } from '../../../../../shared/domain/item-times'
import { runCommand } from '../../../api/commands'
import { useKeysLabel } from '../../../api/keys'
import { useLanguage } from '../../../api/use-app-info'
import { useMeetingPart } from '../session/use-session'
import classes from './running-clock.module.css'
import { headingsOf } from './use-item-times'

/** The time now, each second while something runs. */
function useNow(running: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [running])
  return now
}

/** The clock of the item under discussion, or of the break; nothing while nothing runs. */
export function RunningClock({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const keysLabel = useKeysLabel()
  const breaks = useMeetingPart((meeting) => meeting.breaks)
  const item = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const headings = headingsOf(state.doc)
      const running = headings.find(({ fields }) => isRunning(fields))
      if (!running) return undefined
      const { startedAt, plannedMinutes } = running.fields
      return { title: state.doc.nodeAt(running.pos)?.textContent ?? '', startedAt, plannedMinutes }
    },
  })
  const pause = openBreak(breaks)
  const now = useNow(item !== undefined || pause !== undefined)
  if (!item && !pause) return null
  const spent = item ? spentOn(item, breaks, now) : 0
  const planned = item?.plannedMinutes
  const over = planned !== undefined && spent > planned * 60_000
  return (
    <div className={classes.clock} role="timer" aria-label={t('work.time.clock')}>
      {pause ? (
        <span className={classes.paused}>
          {t('work.time.paused', {
            since: stampClock(pause.from, lang),
            time: clockText(Math.max(0, now - Date.parse(pause.from))),
          })}
        </span>
      ) : (
        <>
          <span className={classes.title}>{item?.title || t('meeting.outline.noTitle')}</span>
          <span className={classes.time} data-over={over || undefined}>
            {planned === undefined
              ? clockText(spent)
              : t('work.time.ofPlanned', { time: clockText(spent), minutes: planned })}
            {over && <span className="tt-unseen"> {t('work.time.over')}</span>}
          </span>
        </>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        title={keysLabel('time.break') ?? ''}
        leftSection={pause ? <IconPlayerPlay size={14} /> : <IconPlayerPause size={14} />}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => runCommand('time.break')}
      >
        {t(pause ? 'work.time.resume' : 'work.time.break')}
      </Button>
    </div>
  )
}
