import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Input } from '../../../../../shared/contract/contract'
import type { RestorePreview } from '../../../../../shared/contract/backup-contract'
import type { Result } from '../../../../../shared/result'
import { callDoor, useCall, useDoorEvent } from '../../../api/door'
import { flushAll } from '../../../api/flush'
import { paths } from '../../../api/paths'
import { notifyDone, notifyError } from '../../../ui/notify'

/** Long work of backups under way: what, and how far in percent (undefined: not known yet). */
export interface RunningWork {
  work: 'backup' | 'restore'
  percent: number | undefined
}

/** Follows backups and restores, wherever they were started. */
export function useRunningWork(): RunningWork | undefined {
  const [running, setRunning] = useState<RunningWork>()
  useDoorEvent('work.progress', ({ work, done, total, finished }) => {
    if (work !== 'backup' && work !== 'restore') return
    const percent = total > 0 ? Math.floor((100 * done) / total) : undefined
    setRunning(finished ? undefined : { work, percent })
  })
  return running
}

/** State and verbs of the backups section. */
export function useBackups() {
  const { data: state } = useCall('backup.state', undefined, { staleTime: 0 })
  const tell = async (work: Promise<Result<void>>) => {
    const done = await work
    if (!done.ok) notifyError(done.error)
  }
  return {
    state,
    running: useRunningWork(),
    cancel: () => void callDoor('backup.cancel'),
    setPlan: (plan: Input<'backup.setPlan'>) => void tell(callDoor('backup.setPlan', plan)),
    chooseFolder: (usual: boolean) => void tell(callDoor('backup.chooseFolder', { usual })),
    showFolder: () => void tell(callDoor('backup.showFolder')),
    confirmLoss: () => void tell(callDoor('backup.confirmLoss')),
  }
}

/** The way of one restore: preview, then into place or beside. In: told when it is over. */
export function useRestore(onEnd: () => void) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [preview, setPreview] = useState<RestorePreview>()
  const [busy, setBusy] = useState(false)
  const given = async <T>(work: () => Promise<Result<T>>, then: (value: T) => void) => {
    setBusy(true)
    // What is being typed belongs to the state that is compared and backed up.
    const answer = (await flushAll()) ? await work() : undefined
    setBusy(false)
    if (answer?.ok) return then(answer.value)
    if (answer?.error.code === 'cancelled') notifyDone(t('backup.cancelled'))
    else if (answer) notifyError(answer.error)
    onEnd()
  }
  const missing = (count: number) => {
    if (count > 0) notifyDone(t('backup.done.missing', { count }), undefined, 'missing-attachments')
  }
  return {
    preview,
    busy,
    look: (name: string) => void given(() => callDoor('backup.preview', { name }), setPreview),
    into: (name: string) =>
      void given(
        () => callDoor('backup.restoreInto', { name }),
        ({ restored, binned, missingAttachments }) => {
          const undo = () => {
            void callDoor('undo.last').then((undone) => {
              if (undone.ok) notifyDone(t('common.notice.undone'))
              else notifyError(undone.error)
            })
          }
          notifyDone(t('backup.done.into', { restored, binned }), [
            { label: t('common.actions.undo'), onClick: undo },
          ])
          missing(missingAttachments)
          onEnd()
        },
      ),
    beside: (name: string) =>
      void given(
        () => callDoor('backup.restoreBeside', { name }),
        ({ archive, missingAttachments }) => {
          onEnd()
          navigate(paths.home)
          notifyDone(t('backup.done.beside', { name: archive.name }))
          missing(missingAttachments)
        },
      ),
    cancel: () => void callDoor('backup.cancel'),
  }
}
