import { modals } from '@mantine/modals'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ArchiveInfo } from '../../../../shared/contract/app-contract'
import type { Result } from '../../../../shared/result'
import { callDoor } from '../../api/door'
import { flushAll } from '../../api/flush'
import { paths } from '../../api/paths'
import { notifyDone, notifyError } from '../../ui/notify'
import { CreateArchiveForm } from './create-archive-form'

/** What can be done with archives, from anywhere. */
export function useArchiveActions() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()

  /** Text that is still on its way belongs to the archive that is open now. */
  const change = async (work: () => Promise<Result<ArchiveInfo>>): Promise<boolean> => {
    if (!(await flushAll())) return false
    const answer = await work()
    if (!answer.ok) {
      notifyError(answer.error)
      return false
    }
    navigate(paths.home)
    notifyDone(t('archive.opened', { name: answer.value.name }))
    return true
  }
  return {
    create: () => {
      modals.open({
        modalId: 'create-archive',
        title: t('archive.create.title'),
        closeButtonProps: { 'aria-label': t('common.actions.close') },
        children: (
          <CreateArchiveForm
            onCreate={async (name, where) => {
              const made = await change(() => callDoor('archive.create', { where, name }))
              if (made) modals.close('create-archive')
            }}
          />
        ),
      })
    },
    openSample: () =>
      void change(() =>
        callDoor('archive.create', { where: 'default', name: t('archive.sampleName'), sample: true }),
      ),
    open: () => void change(() => callDoor('archive.open', {})),
    showFolder: () => {
      void callDoor('archive.showFolder').then((shown) => {
        if (!shown.ok) notifyError(shown.error)
      })
    },
    close: () => {
      void flushAll().then(async (clean) => {
        if (!clean) return
        const closed = await callDoor('archive.close')
        if (closed.ok) navigate(paths.home)
        else notifyError(closed.error)
      })
    },
    backUp: () => {
      // Text that is still on its way belongs into the backup.
      void flushAll()
        .then(() => callDoor('backup.now'))
        .then((made) => {
          if (made.ok) notifyDone(t('backup.made'))
          else if (made.error.code === 'cancelled') notifyDone(t('backup.cancelled'))
          else notifyError(made.error)
        })
    },
    restoreFile: () => {
      void change(async () => {
        const restored = await callDoor('backup.restoreFile')
        if (!restored.ok) return restored
        const { archive, missingAttachments: count } = restored.value
        if (count > 0) notifyDone(t('backup.done.missing', { count }), undefined, 'missing-attachments')
        return { ok: true, value: archive }
      })
    },
    rebuildIndex: () => {
      void callDoor('search.rebuild').then((started) => {
        if (started.ok) notifyDone(t('archive.rebuilt'))
        else notifyError(started.error)
      })
    },
  }
}
