import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { callDoor, useCall } from '../../api/door'
import { exactMomentOf } from '../../ui/moments'
import { notifyDone, notifyError } from '../../ui/notify'

/** Offers the last good version of a record whose file is damaged, when there is one. */
export function Rescue({ id }: { id: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data: good } = useCall('history.lastGood', { id }, { staleTime: 0 })
  if (!good) return null
  const rescue = async () => {
    const done = await callDoor('history.rescue', { id })
    if (done.ok) notifyDone(t('history.rescued'))
    else notifyError(done.error)
    await client.invalidateQueries({ queryKey: ['archive.problems'] })
  }
  return (
    <Button size="compact-sm" variant="light" onClick={() => void rescue()}>
      {t('history.rescue', { when: exactMomentOf(good.savedAt) })}
    </Button>
  )
}
