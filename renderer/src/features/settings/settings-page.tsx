import { useTranslation } from 'react-i18next'
import { useArchive } from '../../api/use-app-info'
import { Page } from '../../ui/page'
import { About } from './about'
import { ArchiveSettings } from './archive-settings'
import { MirrorSection } from './mirror-section'
import { MachineForm } from './machine-form'
import { OfficeForm } from './office-form'

/** Settings of this computer, of the office, and the state of the archive. */
export function SettingsPage() {
  const { t } = useTranslation()
  const archive = useArchive()
  return (
    <Page title={t('settings.title')} narrow>
      <MachineForm />
      {archive && <OfficeForm key={archive.id} />}
      <ArchiveSettings />
      {archive && <MirrorSection key={`mirror ${archive.id}`} readOnly={archive.readOnly} />}
      <About />
    </Page>
  )
}
