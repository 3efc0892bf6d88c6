import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoute } from 'wouter'
import { isAvailable } from '../../../../shared/commands'
import { runCommand, useCommandKeys } from '../../api/commands'
import { useDoorEvent } from '../../api/door'
import { paths } from '../../api/paths'
import { useAppInfo, useArchive } from '../../api/use-app-info'
import { DetailsSlot } from '../../ui/details-slot'
import { notifyDone } from '../../ui/notify'
import { FieldSpelling } from '../../ui/spelling/field-spelling'
import { StatusLine } from '../../ui/status-line'
import classes from './frame.module.css'
import { KeysSheet } from './keys-sheet'
import { Rail } from './rail'
import { TopBar } from './top-bar'
import { useGlobalCommands } from './use-global-commands'

/** Rail, search, the screen, details beside it, and the status line. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const archive = useArchive()
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const [meetingOpen] = useRoute(`${paths.meetings}/:id`)
  const context = { archiveOpen: archive !== undefined, readOnly: archive?.readOnly ?? false, meetingOpen }
  useGlobalCommands()
  useCommandKeys(context, useAppInfo().settings.keys)
  useDoorEvent('app.command', ({ id }) => {
    if (!isAvailable(id, context) || !runCommand(id)) notifyDone(t('common.notice.notNow'))
  })
  return (
    <DetailsSlot value={slot}>
      <div className={classes.frame}>
        <a
          className={classes.skip}
          href="#content"
          onClick={(event) => {
            // The hash is our address bar: move the focus instead.
            event.preventDefault()
            document.getElementById('content')?.focus()
          }}
        >
          {t('common.nav.skip')}
        </a>
        <FieldSpelling />
        <Rail />
        <div className={classes.middle}>
          <TopBar context={context} />
          <main className={classes.content} id="content" tabIndex={-1}>
            {children}
          </main>
        </div>
        <KeysSheet />
        <div className={classes.details} ref={setSlot} />
        <div className={classes.status}>
          <StatusLine />
        </div>
      </div>
    </DetailsSlot>
  )
}
