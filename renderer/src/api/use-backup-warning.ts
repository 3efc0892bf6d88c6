import type { BackupState } from '../../../shared/contract/backup-contract'
import { useCall } from './door'
import { useArchive } from './use-app-info'

/** Backups that the user should look after: undefined while all is well, or no archive is open. */
export function useBackupWarning():
  (BackupState & { warning: NonNullable<BackupState['warning']> }) | undefined {
  const archive = useArchive()
  const { data } = useCall('backup.state', undefined, { enabled: archive !== undefined })
  const warning = archive && data?.warning
  return data && warning ? { ...data, warning } : undefined
}
