import { Alert, Button, Menu } from '@mantine/core'
import { IconAlertTriangle, IconCalendarEvent, IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CommandId } from '../../../../shared/commands'
import type { MeetingRow } from '../../../../shared/contract/rows'
import { runCommand } from '../../api/commands'
import { useCall } from '../../api/door'
import { paths } from '../../api/paths'
import { useAppInfo, useReadOnly } from '../../api/use-app-info'
import { useBackupWarning } from '../../api/use-backup-warning'
import { EmptyState } from '../../ui/empty-state'
import { today } from '../../ui/moments'
import { Page } from '../../ui/page'
import classes from './archive-home.module.css'
import { MeetingCards } from './meeting-cards'

const shown = 6
const creatable = ['new.note', 'new.participant', 'new.agency', 'new.body'] as const satisfies CommandId[]

function QuickCreate() {
  const { t } = useTranslation()
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={() => runCommand('new.meeting')}>
        {t('commands.new.meeting')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} />}>
            {t('home.create')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {creatable.map((id) => (
            <Menu.Item key={id} onClick={() => runCommand(id)}>
              {t(`commands.${id}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** What is wrong with the backups, with the way to them. */
function BackupAlert() {
  const { t } = useTranslation()
  const state = useBackupWarning()
  if (!state) return null
  const { warning, loss } = state
  const lost = (loss?.gone ?? 0) + (loss?.emptied ?? 0)
  return (
    <Alert color="yellow" variant="light" icon={<IconAlertTriangle />} mb={24} className={classes.alert}>
      {t(`backup.warnings.${warning}`, { lost, total: loss?.total ?? 0 })}{' '}
      <Link href={paths.settings}>{t('backup.show')}</Link>
    </Alert>
  )
}

/** The home page of an open archive. */
export function ArchiveHome() {
  const { t } = useTranslation()
  const { archive } = useAppInfo()
  const readOnly = useReadOnly()
  const drafts = useCall('records.list', {
    type: 'meeting',
    sort: 'updatedAt',
    desc: true,
    limit: shown,
    filter: { status: ['draft', 'review'] },
  })
  const next = useCall('records.list', {
    type: 'meeting',
    sort: 'start',
    limit: shown,
    filter: { status: ['planned'] },
  })
  const latest = useCall('records.list', {
    type: 'meeting',
    sort: 'start',
    desc: true,
    limit: shown,
    filter: { to: today() },
  })
  const problems = useCall('archive.problems', undefined)
  const count = problems.data?.length ?? 0
  const empty = archive?.counts['meeting'] === 0
  const rowsOf = (data: typeof drafts.data) => data?.rows as MeetingRow[] | undefined
  return (
    <Page title={archive?.name ?? t('home.title')} actions={readOnly ? undefined : <QuickCreate />}>
      {count > 0 && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle />} mb={24} className={classes.alert}>
          {t('home.problems', { count })} <Link href={paths.settings}>{t('home.showProblems')}</Link>
        </Alert>
      )}
      <BackupAlert />
      {empty ? (
        <EmptyState
          Icon={IconCalendarEvent}
          title={t('home.emptyTitle')}
          text={t('home.emptyText')}
          action={
            readOnly ? undefined : (
              <Button leftSection={<IconPlus size={16} />} onClick={() => runCommand('new.meeting')}>
                {t('commands.new.meeting')}
              </Button>
            )
          }
        />
      ) : (
        <div className={classes.columns}>
          <MeetingCards
            title={t('home.drafts')}
            rows={rowsOf(drafts.data)}
            none={t('home.noDrafts')}
            edited
          />
          <div>
            <MeetingCards title={t('home.next')} rows={rowsOf(next.data)} none={t('home.noNext')} />
            <MeetingCards title={t('home.latest')} rows={rowsOf(latest.data)} none={t('home.noLatest')} />
          </div>
        </div>
      )}
    </Page>
  )
}
