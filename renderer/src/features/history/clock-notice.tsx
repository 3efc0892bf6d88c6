import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { callDoor, useCall } from '../../api/door'
import { useReadOnly } from '../../api/use-app-info'
import { exactMomentOf } from '../../ui/moments'
import { notifyError } from '../../ui/notify'
import classes from './history.module.css'

/** Asks whether the clock is right after it jumped by more than a day; silent otherwise. */
export function ClockNotice() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const readOnly = useReadOnly()
  const { data: jump } = useCall('history.clock', undefined, { staleTime: 0 })
  if (!jump || readOnly) return null
  const confirm = async () => {
    const done = await callDoor('history.confirmClock')
    if (!done.ok) notifyError(done.error)
    await client.invalidateQueries({ queryKey: ['history.clock'] })
  }
  return (
    <div className={classes.notice} role="status">
      <span>{t('history.clock', { from: exactMomentOf(jump.from), to: exactMomentOf(jump.to) })}</span>
      <Button size="compact-sm" variant="light" onClick={() => void confirm()}>
        {t('history.clockRight')}
      </Button>
    </div>
  )
}
