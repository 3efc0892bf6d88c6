import { ActionIcon, Loader } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { errorMessage } from '../../../ui/error-message'
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
    <aside className={classes.pane} aria-label={t('meeting.paper.label')}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t('meeting.paper.label')}</h2>
        {loading && <Loader size={14} role="status" aria-label={t('meeting.paper.loading')} />}
        <ActionIcon aria-label={t('meeting.paper.close')} onClick={onClose} size={28}>
          <IconX size={18} stroke={1.5} />
        </ActionIcon>
      </header>
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
    </aside>
  )
}
