import { Button } from '@mantine/core'
import { replaceEqualDeep } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  choiceStands,
  collisionKey,
  collisionNow,
  settleCollision,
  type Sides,
} from '../../../../../shared/domain/collision-now'
import type { Collision, Resolution } from '../../../../../shared/domain/meeting-merge'
import { newId } from '../../../../../shared/ids'
import type { Meeting } from '../../../../../shared/records/meeting'
import { useLanguage } from '../../../api/use-app-info'
import { FocusAfter } from '../../../ui/first-focus'
import { usePage } from '../session/use-session'
import { collisionWords } from './collision-words'
import classes from './conflict-panel.module.css'

/** Quiet time (ms) after which what is shown follows what is typed. */
const quiet = 150

function mayKeepBoth(collision: Collision): boolean {
  return collision.kind === 'block' && collision.mine?.kind === 'text' && collision.theirs?.kind === 'text'
}

interface Choice {
  choice: Resolution
  /** Both sides as they were shown when it was chosen. */
  shown: Sides
}

/**
 * Open collisions as the page says them by now, following behind the typing. Out: also how to have those of a page that was
 * read just now shown at once.
 */
function useCollisionsNow(open: readonly Collision[], editor: Editor) {
  const { session } = usePage()
  const on = useCallback((page: Meeting) => open.map((collision) => collisionNow(collision, page)), [open])
  const [shown, setShown] = useState(() => on(session.read()))
  const show = useCallback((next: Collision[]) => setShown((before) => replaceEqualDeep(before, next)), [])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        show(on(session.read()))
      }, quiet)
    }
    later()
    editor.on('transaction', later)
    const unsubscribe = session.subscribe(later)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', later)
      unsubscribe()
    }
  }, [editor, on, session, show])
  return { shown, on, show }
}

/**
 * Parts that two windows changed: both texts as they stand by now, and the choice. Nothing is written before the last choice. What
 * is written on after the choice, or was not shown yet, goes along with its side; the side that was not kept is asked about again.
 */
export function ConflictPanel({ open, editor }: { open: readonly Collision[]; editor: Editor }) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const { session } = usePage()
  const { shown, on, show } = useCollisionsNow(open, editor)
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const stands = (collision: Collision, made = choices) => {
    const choice = made.get(collisionKey(collision))
    return choice && choiceStands(choice.choice, choice.shown, collision) ? choice : undefined
  }
  const left = shown.filter((collision) => !stands(collision))
  const [first] = left
  if (!first) return null
  const words = collisionWords(first, t, lang)

  const choose = (choice: Resolution) => {
    const page = session.read()
    const now = on(page)
    // What is decided about is what was shown.
    const made = new Map(choices).set(collisionKey(first), { choice, shown: first })
    const standing = now.flatMap((collision) => {
      const one = stands(collision, made)
      return one ? [{ collision, one }] : []
    })
    // A choice that fell is forgotten: were the typing taken back, it would close the panel with nothing settled.
    setChoices(new Map(standing.map(({ collision, one }) => [collisionKey(collision), one])))
    show(now)
    if (standing.length < now.length) return
    const theirs = session.autosave.version
    const meeting = standing.reduce(
      (so, { collision, one }) => settleCollision(so, theirs, collision, one.choice, newId('text')),
      page,
    )
    session.autosave.resolved(meeting)
  }

  return (
    <section className={classes.panel} role="alert" aria-label={t('meeting.conflict.title')}>
      <FocusAfter to={() => (editor.isDestroyed ? undefined : editor.view.focus())} />
      <h2 className={classes.title}>{t('meeting.conflict.title')}</h2>
      <p className={classes.intro}>{t('meeting.conflict.intro')}</p>
      <p className={classes.where}>
        <strong>{words.where}</strong> · {t('meeting.conflict.left', { count: left.length })}
      </p>
      <div className={classes.sides}>
        <div className={classes.side}>
          <h3 className={classes.name}>{t('meeting.conflict.mine')}</h3>
          <p className={classes.words}>{words.mine}</p>
          <Button size="compact-sm" onClick={() => choose('mine')}>
            {t('meeting.conflict.keepMine')}
          </Button>
        </div>
        <div className={classes.side}>
          <h3 className={classes.name}>{t('meeting.conflict.theirs')}</h3>
          <p className={classes.words}>{words.theirs}</p>
          <Button size="compact-sm" variant="default" onClick={() => choose('theirs')}>
            {t('meeting.conflict.takeTheirs')}
          </Button>
        </div>
      </div>
      {mayKeepBoth(first) && (
        <Button size="compact-sm" variant="subtle" onClick={() => choose('both')}>
          {t('meeting.conflict.keepBoth')}
        </Button>
      )}
    </section>
  )
}
