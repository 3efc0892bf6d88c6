import { modals } from '@mantine/modals'
import { useTranslation } from 'react-i18next'
import { notifyDone } from '../../ui/notify'
import { PurgeForm } from './purge-form'

/** Out: opens the dialog that takes a record from the archive for good, after a reason. */
export function usePurge(): (id: string, title: string, onDone: () => void) => void {
  const { t } = useTranslation()
  return (id, title, onDone) => {
    const shown = title || t('common.untitled')
    modals.open({
      modalId: 'purge',
      size: 'lg',
      title: t('history.purge.title', { title: shown }),
      closeButtonProps: { 'aria-label': t('common.actions.close') },
      children: (
        <PurgeForm
          id={id}
          onCancel={() => modals.close('purge')}
          onDone={() => {
            modals.close('purge')
            notifyDone(t('history.purge.done', { title: shown }))
            onDone()
          }}
        />
      ),
    })
  }
}
