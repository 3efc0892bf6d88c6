import { useComputedColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { startUpgrade, startVerify } from '../../api/care-state'
import { callDoor } from '../../api/door'
import { paths } from '../../api/paths'
import { useCommands } from '../../api/commands'
import { useArchiveActions } from '../../features/archive/use-archive-actions'
import { useNewMeeting } from '../../ui/new-meeting/use-new-meeting'
import { notifyDone, notifyError } from '../../ui/notify'
import { useNewRecord } from '../new-record/use-new-record'
import { toggleRail } from './rail-width'

/** Commands that work on every screen. */
export function useGlobalCommands(): void {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const scheme = useComputedColorScheme('light')
  const archive = useArchiveActions()
  const create = useNewRecord()
  const newMeeting = useNewMeeting()
  const go = (path: string) => () => navigate(path)
  useCommands({
    'go.home': go(paths.home),
    'go.meetings': go(paths.meetings),
    'go.participants': go(paths.participants),
    'go.agencies': go(paths.agencies),
    'go.bodies': go(paths.bodies),
    'go.notes': go(paths.notes),
    'go.reports': go(paths.reports),
    'go.search': go(paths.search),
    'go.settings': go(paths.settings),
    'go.bin': go(paths.bin),
    'new.meeting': () => void newMeeting(),
    'new.fromTemplate': () => void newMeeting({ ask: true }),
    'new.participant': () => create('participant'),
    'new.agency': () => create('agency'),
    'new.body': () => create('body'),
    'new.note': () => create('note'),
    'edit.undo': () => {
      void callDoor('undo.last').then((undone) => {
        if (undone.ok) notifyDone(t('common.notice.undone'))
        else notifyError(undone.error)
      })
    },
    'view.rail': toggleRail,
    'view.theme': () => void callDoor('app.saveSettings', { theme: scheme === 'dark' ? 'light' : 'dark' }),
    'archive.create': archive.create,
    'archive.sample': archive.openSample,
    'archive.open': archive.open,
    'archive.showFolder': archive.showFolder,
    'archive.verify': () => {
      navigate(paths.settings)
      void startVerify({ asked: true })
    },
    'archive.upgrade': () => {
      navigate(paths.settings)
      void startUpgrade({ asked: true })
    },
    'archive.close': archive.close,
    'backup.now': archive.backUp,
    'backup.restoreFile': archive.restoreFile,
    'index.rebuild': archive.rebuildIndex,
  })
}
