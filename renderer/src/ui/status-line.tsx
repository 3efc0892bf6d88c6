import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCloud, IconLock, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { Payload } from '../../../shared/contract/contract'
import { callDoor, useDoorEvent } from '../api/door'
import { useBackupWarning } from '../api/use-backup-warning'
import { paths } from '../api/paths'
import { useSaveState } from '../api/save-state'
import { useAppInfo } from '../api/use-app-info'
import { errorMessage } from './error-message'
import { clockOf } from './moments'
import { notifyError } from './notify'
import classes from './status-line.module.css'

type Progress = Payload<'work.progress'>

/** Work that is under way, by its name; finished work drops out. */
function useProgress(): Progress | undefined {
  const [running, setRunning] = useState<Progress[]>([])
  useDoorEvent('work.progress', (next) => {
    setRunning((before) => {
      const rest = before.filter(({ work }) => work !== next.work)
      return next.finished ? rest : [...rest, next]
    })
  })
  return running.at(-1)
}

function Saving() {
  const { t } = useTranslation()
  const save = useSaveState()
  const { state, at, error, retry, slow, about } = save
  const [location] = useLocation()
  return (
    <div
      className={classes.save}
      data-state={state}
      role="status"
      aria-live="polite"
      data-testid="save-state"
    >
      {state === 'saving' && (
        <>
          <IconPencil size={14} stroke={1.5} aria-hidden />
          {t(slow ? 'common.save.slow' : 'common.save.saving')}
        </>
      )}
      {state === 'saved' && (
        <>
          {t('common.save.saved', { time: at ? clockOf(at) : '' })}
          <IconCheck size={14} stroke={2} aria-hidden />
        </>
      )}
      {state === 'failed' && (
        <>
          <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
          <span className={classes.part}>
            {t('common.save.failed', { reason: error ? errorMessage(error) : '' })}
          </span>
          {about && about.path !== location && (
            <Link href={about.path} className={classes.retry}>
              {about.title || t('meeting.untitled')}
            </Link>
          )}
          {retry && (
            <button type="button" className={classes.retry} onClick={retry}>
              {t('common.actions.retry')}
            </button>
          )}
        </>
      )}
    </div>
  )
}

const workNames = {
  catalogue: 'common.status.catalogue',
  index: 'common.status.index',
  export: 'common.status.export',
  verify: 'care.work.verify',
  repair: 'care.work.repair',
  upgrade: 'care.work.upgrade',
  backup: 'common.status.backup',
  restore: 'common.status.restore',
  mirror: 'mirror.working',
} as const

function isNamed(work: string): work is keyof typeof workNames {
  return work in workNames
}

/** Whoever wrote has closed the archive or is gone: here it can be written again. */
function Free() {
  const { t } = useTranslation()
  const reopen = async () => {
    const opened = await callDoor('care.reopen')
    if (!opened.ok) notifyError(opened.error)
  }
  return (
    <span className={classes.part} role="status">
      {t('care.free')}
      <button type="button" className={classes.retry} onClick={() => void reopen()}>
        {t('care.reopen')}
      </button>
    </span>
  )
}

function BackupWarning() {
  const { t } = useTranslation()
  const state = useBackupWarning()
  if (!state) return null
  return (
    <Link href={paths.settings} className={classes.amber}>
      <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
      {t(`backup.short.${state.warning}`)}
    </Link>
  )
}

/** The line at the foot of the window: archive, work under way, and whether all is on the disk. */
export function StatusLine() {
  const { t } = useTranslation()
  const { archive, version } = useAppInfo()
  const progress = useProgress()
  return (
    <footer className={classes.line} aria-label={t('common.status.label')}>
      {archive ? (
        <>
          <span className={classes.part}>{archive.name}</span>
          <span className={`${classes.part} ${classes.dot} tt-number`}>
            {t('common.status.meetings', { count: archive.counts['meeting'] ?? 0 })}
          </span>
          {archive.readOnly && (
            <span className={classes.amber}>
              <IconLock size={14} stroke={1.5} aria-hidden />
              {archive.heldBy && !archive.free
                ? t('common.status.heldBy', { holder: archive.heldBy })
                : t('common.status.readOnly')}
            </span>
          )}
          {archive.readOnly && archive.free && <Free />}
          <BackupWarning />
          {archive.historyRefused && (
            <Tooltip label={t('history.refusedHint')} multiline w={320}>
              <span className={classes.amber} role="status">
                <IconAlertTriangle size={14} stroke={1.5} aria-hidden />
                {t('history.refused')}
              </span>
            </Tooltip>
          )}
          {archive.cloudFolder && (
            <Tooltip label={t('common.status.cloudHint', { tool: archive.cloudFolder })} multiline w={320}>
              <span className={classes.amber}>
                <IconCloud size={14} stroke={1.5} aria-hidden />
                {t('common.status.cloud', { tool: archive.cloudFolder })}
              </span>
            </Tooltip>
          )}
        </>
      ) : (
        <span className={classes.part}>{t('common.status.noArchive')}</span>
      )}
      {progress && (
        <span className={`${classes.part} ${classes.dot} tt-number`} role="status">
          {progress.total > 0 && isNamed(progress.work)
            ? t('common.status.work', {
                name: t(workNames[progress.work]),
                done: progress.done,
                total: progress.total,
              })
            : t(isNamed(progress.work) ? workNames[progress.work] : 'common.page.loading')}
        </span>
      )}
      <Saving />
      <span className={classes.version}>{t('common.status.version', { version })}</span>
    </footer>
  )
}
