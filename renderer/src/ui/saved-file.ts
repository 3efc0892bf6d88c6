import type { SavedFile } from '../../../shared/contract/work-contract'
import { i18n } from '../../../shared/i18n/i18n'
import { callDoor } from '../api/door'
import { notifyDone, notifyError } from './notify'

/** Says that a file was written, with the ways to open it and to show it in its folder. */
export function notifySavedFile({ token, name }: SavedFile): void {
  const then = (call: 'export.open' | 'export.show') => () => {
    void callDoor(call, { token }).then((done) => {
      if (!done.ok) notifyError(done.error)
    })
  }
  notifyDone(i18n.t('common.notice.exported', { name }), [
    { label: i18n.t('common.actions.open'), onClick: then('export.open') },
    { label: i18n.t('common.actions.showInFolder'), onClick: then('export.show') },
  ])
}
