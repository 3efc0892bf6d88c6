import { Button } from '@mantine/core'
import { replaceEqualDeep } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { collisionKey, collisionNow, settleCollision } from '../../../../../shared/domain/collision-now'
import type { Collision, Resolution } from '../../../../../shared/domain/meeting-merge'
import { sameValue } from '../../../../../shared/domain/same-value'
import { newId } from '../../../../../shared/ids'
import { useLanguage } from '../../../api/use-app-info'
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
  /** My side when it was chosen. */
  mine: unknown
}

/** Open collisions as the page says them by now, following behind the typing. */
function useCollisionsNow(open: readonly Collision[], editor: Editor): Collision[] {
  const { session } = usePage()
  const read = useCallback(() => {
    const page = session.read()
    return open.map((collision) => collisionNow(collision, page))
  }, [open, session])
  const [now, setNow] = useState(read)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        setNow((before) => replaceEqualDeep(before, read()))
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
  }, [editor, read, session])
  return now
}

/**
 * Parts that two windows changed: both texts, mine as it stands by now, and the choice. Nothing is written before the last choice.
 * Where I write on in a part whose side was chosen already, it is asked again.
 */
export function ConflictPanel({ open, editor }: { open: readonly Collision[]; editor: Editor }) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const { session } = usePage()
  const collisions = useCollisionsNow(open, editor)
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const stands = (collision: Collision, made = choices) => {
    const choice = made.get(collisionKey(collision))
    return choice && sameValue(choice.mine, collision.mine) ? choice : undefined
  }
  const left = collisions.filter((collision) => !stands(collision))
  const [first] = left
  if (!first) return null
  const words = collisionWords(first, t, lang)

  const choose = (choice: Resolution) => {
    // What is decided about is what was shown; typed since, it is asked again.
    const page = session.read()
    const now = collisions.map((collision) => collisionNow(collision, page))
    const next = new Map(choices).set(collisionKey(first), { choice, mine: first.mine })
    setChoices(next)
    if (!now.every((collision) => stands(collision, next))) return
    const theirs = session.autosave.version
    const meeting = now.reduce((so, collision) => {
      const { choice } = stands(collision, next) ?? { choice: 'mine' }
      return settleCollision(so, theirs, collision, choice, newId('text'))
    }, page)
    session.autosave.resolved(meeting)
  }

  return (
    <section className={classes.panel} role="alert" aria-label={t('meeting.conflict.title')}>
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
