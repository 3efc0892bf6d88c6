import { useTranslation } from 'react-i18next'
import { useArchive } from '../../api/use-app-info'
import { Page } from '../../ui/page'
import { About } from './about'
import { ArchiveSettings } from './archive-settings'
import { BackupSettings } from './backups/backup-settings'
import { CareSection } from './care/care-section'
import { MirrorSection } from './mirror-section'
import { MachineForm } from './machine-form'
import { OfficeForm } from './office-form'
import { SpellingForm } from './spelling-form'
import { TemplateSection } from './templates/template-section'

/** Settings of this computer, of the office, and the state of the archive. */
export function SettingsPage() {
  const { t } = useTranslation()
  const archive = useArchive()
  return (
    <Page title={t('settings.title')} narrow contents={t('settings.contents')}>
      <MachineForm />
      {archive && <OfficeForm key={archive.id} />}
      <SpellingForm archiveId={archive?.id} />
      {archive && <TemplateSection key={`templates ${archive.id}`} />}
      <ArchiveSettings />
      {archive && <BackupSettings key={`backups ${archive.id}`} />}
      <CareSection />
      {archive && <MirrorSection key={`mirror ${archive.id}`} readOnly={archive.readOnly} />}
      <About />
    </Page>
  )
}
