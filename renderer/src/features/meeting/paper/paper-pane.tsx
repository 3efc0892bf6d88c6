import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { errorMessage } from '../../../ui/error-message'
import { SidePane } from '../side-pane'
import classes from './paper-pane.module.css'
import { usePaper } from './use-paper'

/** The arrows scroll the pages, so the box must take the focus although it is no control. */
function byKeyboard(box: HTMLElement | null): void {
  if (box) box.tabIndex = 0
}

/** The minutes as they will be printed, beside the text. */
export function PaperPane({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { pages, loading, error } = usePaper()
  return (
    <SidePane
      title={t('meeting.paper.label')}
      aside={loading && <Loader size={14} role="status" aria-label={t('meeting.paper.loading')} />}
      closeLabel={t('meeting.paper.close')}
      onClose={onClose}
    >
      {error && (
        <p className={classes.error} role="alert">
          {t('meeting.paper.failed')} {errorMessage(error)}
        </p>
      )}
      <div className={classes.pages} ref={byKeyboard} role="group" aria-label={t('meeting.paper.label')}>
        {pages.map((page, index) => (
          <img
            key={index}
            src={page}
            className={classes.page}
            alt={t('meeting.paper.page', { page: index + 1, pages: pages.length })}
            draggable={false}
          />
        ))}
        {pages.length === 0 && loading && <p className={classes.note}>{t('meeting.paper.loading')}</p>}
      </div>
    </SidePane>
  )
}
