import { modals } from '@mantine/modals'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { recordPath } from '../../api/paths'
import { FirstFocus } from '../../ui/first-focus'
import { NewRecordForm, type NewRecordType } from './new-record-form'

/** Out: opens the dialog that adds a record of a type and then shows its card. */
export function useNewRecord(): (type: NewRecordType) => void {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  return (type) => {
    const modalId = `new-${type}`
    const dialog = (
      <>
        <FirstFocus />
        <NewRecordForm
          type={type}
          onDone={(id) => {
            modals.close(modalId)
            navigate(recordPath(id))
          }}
        />
      </>
    )
    flushSync(() =>
      modals.open({
        modalId,
        title: t(`newRecord.title.${type}`),
        closeButtonProps: { 'aria-label': t('common.actions.close') },
        children: dialog,
      }),
    )
  }
}
