import { useTranslation } from 'react-i18next'
import { callDoor } from '../api/door'
import { notifyDone, notifyError } from './notify'

/**
 * Moves records to the bin at once and offers to take it back; what is in use stays and the notice says where.
 * Out: a function that takes the record's id and title and resolves to whether it is gone.
 */
export function useRemove(): (id: string, title: string) => Promise<boolean> {
  const { t } = useTranslation()
  return async (id, title) => {
    const removed = await callDoor('records.remove', { id })
    if (!removed.ok) {
      notifyError(removed.error)
      return false
    }
    const restore = async () => {
      const back = await callDoor('records.restore', { id })
      if (back.ok) notifyDone(title ? t('common.notice.restored', { title }) : t('common.notice.undone'))
      else notifyError(back.error)
    }
    notifyDone(title ? t('common.notice.deleted', { title }) : t('common.notice.deletedUntitled'), [
      { label: t('common.actions.undo'), onClick: () => void restore() },
    ])
    return true
  }
}
