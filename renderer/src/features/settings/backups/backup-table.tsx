import { Badge, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BackupRef } from '../../../../../shared/contract/backup-contract'
import { useLanguage } from '../../../api/use-app-info'
import { fullMomentOf } from '../../../ui/moments'
import { formatNumber, formatSize } from '../../../ui/numbers'
import classes from './backups.module.css'

function recordsOf({ counts }: BackupRef): number {
  return Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0)
}

/** The backups in the folder, newest first. Damaged ones are named, and cannot be chosen. */
export function BackupTable({
  backups,
  disabled,
  onRestore,
}: {
  backups: BackupRef[]
  disabled: boolean
  onRestore: (backup: BackupRef) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={t('backup.list')}>
        <thead>
          <tr>
            <th scope="col">{t('backup.columns.at')}</th>
            <th scope="col">{t('backup.columns.reason')}</th>
            <th scope="col" className={classes.number}>
              {t('backup.columns.records')}
            </th>
            <th scope="col" className={classes.number}>
              {t('backup.columns.size')}
            </th>
            <th scope="col" className={classes.action}>
              {t('backup.columns.action')}
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => {
            const { name, at, reason, size, state, own, archiveName } = backup
            const when = fullMomentOf(at)
            return (
              <tr key={name} title={name}>
                <td className="tt-number">{when}</td>
                <td>
                  {reason && t(`backup.reasons.${reason}`)}
                  {state !== 'good' && (
                    <Badge color="red" variant="light" className={classes.badge}>
                      {t(`backup.states.${state}`)}
                    </Badge>
                  )}
                  {state === 'good' && !own && (
                    <div className={classes.foreign}>
                      {t('backup.states.foreign', { name: archiveName ?? '' })}
                    </div>
                  )}
                </td>
                <td className={classes.number}>
                  {backup.counts ? formatNumber(recordsOf(backup), language) : ''}
                </td>
                <td className={classes.number}>{formatSize(size, language)}</td>
                <td className={classes.action}>
                  {state === 'good' && (
                    <Button
                      size="compact-sm"
                      variant="light"
                      disabled={disabled}
                      aria-label={t('backup.restoreOf', { when })}
                      onClick={() => onRestore(backup)}
                    >
                      {own ? t('backup.restore') : t('backup.preview.beside')}
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
