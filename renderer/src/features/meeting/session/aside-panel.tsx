import { Button, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notifyDone } from '../../../ui/notify'
import { draftWords } from '../autosave/draft-words'
import classes from './aside-panel.module.css'
import { draftsAside, keepAside } from './save-ports'
import { usePage } from './use-session'

/** Words that could not be written, and fit nowhere in the meeting any more: to be read and copied, until they are taken away. */
export function AsidePanel() {
  const { t } = useTranslation()
  const { session } = usePage()
  const [drafts, setDrafts] = useState(() => draftsAside(session.id))
  const box = useRef<HTMLTextAreaElement>(null)
  if (drafts.length === 0) return null
  const keep = (next: string[]) => {
    keepAside(session.id, next)
    setDrafts(next)
  }
  const copy = () => {
    box.current?.select()
    // The window has no right to the clipboard but that of the user's own press.
    document.execCommand('copy')
    notifyDone(t('meeting.aside.copied'))
  }
  const remove = () => {
    keep([])
    notifyDone(t('meeting.aside.removed'), [{ label: t('common.actions.undo'), onClick: () => keep(drafts) }])
  }
  return (
    <section className={classes.panel} aria-label={t('meeting.aside.title')}>
      <p className={classes.text} role="alert">
        {t('meeting.aside.text')}
      </p>
      <Textarea
        ref={box}
        aria-label={t('meeting.aside.words')}
        readOnly
        autosize
        minRows={2}
        maxRows={6}
        value={drafts.map(draftWords).join('\n\n')}
      />
      <div className={classes.actions}>
        <Button size="compact-sm" variant="light" onClick={copy}>
          {t('meeting.aside.copy')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={remove}>
          {t('meeting.aside.remove')}
        </Button>
      </div>
    </section>
  )
}
