import { useTranslation } from 'react-i18next'
import { callDoor } from '../api/door'
import { notifyDone, notifyError, notifyProblem } from './notify'

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

/**
 * Moves several records to the bin together, or none; undone as one step. Out: a function that takes their ids and
 * resolves to whether they are gone.
 */
export function useRemoveMany(): (ids: string[]) => Promise<boolean> {
  const { t } = useTranslation()
  return async (ids) => {
    const removed = await callDoor('records.removeMany', { ids })
    if (!removed.ok) {
      const { code, params = {} } = removed.error
      const { id, count = 0, titles = [] } = params
      if (code !== 'in-use' || typeof id !== 'string') notifyError(removed.error)
      else {
        const known = await callDoor('records.get', { id: id as never })
        const record = known.ok ? known.value.record : undefined
        const title = record && 'name' in record ? record.name : t('common.untitled')
        const words = { title, count: Number(count), titles: Array.isArray(titles) ? titles.join(', ') : '' }
        notifyProblem(t('history.selection.inUse', words))
      }
      return false
    }
    const restore = async () => {
      const back = await callDoor('bin.restore', { ids })
      if (back.ok) notifyDone(t('common.notice.undone'))
      else notifyError(back.error)
    }
    notifyDone(t('history.selection.deleted', { count: ids.length }), [
      { label: t('common.actions.undo'), onClick: () => void restore() },
    ])
    return true
  }
}
