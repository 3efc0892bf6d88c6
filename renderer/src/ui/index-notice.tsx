import { Button, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { callDoor, useCall } from '../api/door'
import classes from './index-notice.module.css'
import { notifyError } from './notify'

/** Says that the search index is being built, how far it is, and lets it be held; nothing when it is complete. */
export function IndexNotice() {
  const { t } = useTranslation()
  const { data } = useCall('search.status', undefined, { staleTime: 0 })
  if (!data || (data.ready && data.total === undefined)) return null
  const { done = 0, total, paused = false } = data
  if (total === undefined)
    return (
      <p className={classes.notice} role="status">
        {t('search.notReady')}
      </p>
    )
  // An older index answers while a new one is built.
  const words = data.ready
    ? paused
      ? 'searchPage.index.renewalPaused'
      : 'searchPage.index.renewing'
    : paused
      ? 'searchPage.index.paused'
      : 'searchPage.index.building'
  const hold = async () => {
    const held = await callDoor('search.pause', { paused: !paused })
    if (!held.ok) notifyError(held.error)
  }
  return (
    <div className={classes.notice}>
      <div className={classes.line}>
        <span className="tt-number" role="status">
          {t(words, { done, total })}
        </span>
        <Button size="compact-sm" variant="default" onClick={() => void hold()}>
          {t(paused ? 'searchPage.index.resume' : 'searchPage.index.pause')}
        </Button>
      </div>
      <Progress size="xs" value={(done / Math.max(total, 1)) * 100} aria-hidden />
    </div>
  )
}
