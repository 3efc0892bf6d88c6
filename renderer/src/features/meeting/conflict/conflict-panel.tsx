import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { resolveCollision, type Collision, type Resolution } from '../../../../../shared/domain/meeting-merge'
import { newId } from '../../../../../shared/ids'
import { useLanguage } from '../../../api/use-app-info'
import { usePage } from '../session/use-session'
import { collisionWords } from './collision-words'
import classes from './conflict-panel.module.css'

function mayKeepBoth(collision: Collision): boolean {
  return collision.kind === 'block' && collision.mine?.kind === 'text' && collision.theirs?.kind === 'text'
}

/** Parts that two windows changed: both texts, and the choice. Nothing is written before the last choice. */
export function ConflictPanel({ collisions }: { collisions: readonly Collision[] }) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const { session } = usePage()
  const [choices, setChoices] = useState<ReadonlyMap<Collision, Resolution>>(new Map())
  const left = collisions.filter((collision) => !choices.has(collision))
  const [first] = left
  if (!first) return null
  const words = collisionWords(first, t, lang)

  const choose = (choice: Resolution) => {
    const next = new Map(choices).set(first, choice)
    setChoices(next)
    if (next.size < collisions.length) return
    const meeting = collisions.reduce(
      (now, collision) => resolveCollision(now, collision, next.get(collision) ?? 'mine', newId('text')),
      session.read(),
    )
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
