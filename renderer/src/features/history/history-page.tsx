import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconArrowLeft, IconHistory, IconRestore, IconTrashX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { callDoor, useCall } from '../../api/door'
import { flushAll } from '../../api/flush'
import { recordPath } from '../../api/paths'
import { useReadOnly } from '../../api/use-app-info'
import { EmptyState } from '../../ui/empty-state'
import { errorMessage } from '../../ui/error-message'
import { Loading } from '../../ui/loading'
import { NotFound } from '../../ui/not-found'
import { notifyDone, notifyError } from '../../ui/notify'
import { Page } from '../../ui/page'
import { ClockNotice } from './clock-notice'
import classes from './history.module.css'
import { usePurge } from './use-purge'
import { useComparison, useTitle } from './use-versions'
import { VersionDiff } from './version-diff'
import { VersionList } from './version-list'

type Against = 'before' | 'current'

/** All versions of one record: what changed when and by whom, and the way back. */
export function HistoryPage({ id }: { id: string }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const readOnly = useReadOnly()
  const purge = usePurge()
  const { data: versions, error } = useCall('history.versions', { id }, { staleTime: 0 })
  const [chosen, setChosen] = useState<string>()
  const [against, setAgainst] = useState<Against>('before')

  const at = Math.max(0, versions?.findIndex(({ hash }) => hash === chosen) ?? 0)
  const version = versions?.[at]
  const newest = versions?.find(({ current }) => current)
  const other = against === 'before' ? versions?.[at + 1] : newest
  const title = useTitle(id, newest?.hash ?? versions?.[0]?.hash)
  const first = against === 'before' && versions !== undefined && at === versions.length - 1
  // The older one always stands at the left.
  const [left, right] = against === 'before' ? [other, version] : [version, other]
  const comparison = useComparison(id, first ? undefined : left?.hash, right?.hash ?? '')

  if (error) {
    if (error.error.code === 'not-found') return <NotFound record />
    return <EmptyState title={t('common.page.failed')} text={errorMessage(error.error)} />
  }
  if (!versions || !version) return <Loading />

  const restore = async () => {
    // Text that is still on its way belongs to the version that goes.
    if (!(await flushAll())) return
    const restored = await callDoor('history.restore', { id, hash: version.hash })
    if (!restored.ok) return notifyError(restored.error)
    setChosen(undefined)
    const undo = async () => {
      const undone = await callDoor('undo.last')
      if (undone.ok) notifyDone(t('common.notice.undone'))
      else notifyError(undone.error)
    }
    notifyDone(t('history.restored'), [{ label: t('common.actions.undo'), onClick: () => void undo() }])
  }
  const names =
    against === 'before'
      ? { before: t('history.earlier'), after: t('history.this') }
      : { before: t('history.this'), after: t('history.now') }
  return (
    <Page
      title={t('history.of', { title: title || t('common.untitled') })}
      actions={
        <>
          {newest && (
            <Button
              variant="default"
              leftSection={<IconArrowLeft size={16} />}
              onClick={() => navigate(recordPath(id))}
            >
              {t('history.back')}
            </Button>
          )}
          {!readOnly && (
            <Button
              variant="default"
              leftSection={<IconTrashX size={16} />}
              onClick={() =>
                purge(id, title, () => navigate(recordPath(id).split('/').slice(0, 2).join('/')))
              }
            >
              {t('history.purge.open')}
            </Button>
          )}
        </>
      }
      fixed
    >
      <ClockNotice />
      {versions.length === 1 ? (
        <EmptyState Icon={IconHistory} title={t('history.title')} text={t('history.single')} />
      ) : (
        <div className={classes.columns}>
          <VersionList versions={versions} chosen={version.hash} onChoose={setChosen} />
          <section className={classes.diff} aria-label={t('history.compare')}>
            <Group gap={8} mb={16}>
              <SegmentedControl
                size="xs"
                aria-label={t('history.compare')}
                value={against}
                onChange={(value) => setAgainst(value === 'current' ? 'current' : 'before')}
                data={[
                  { value: 'before', label: t('history.withBefore') },
                  { value: 'current', label: t('history.withCurrent') },
                ]}
              />
              {!readOnly && newest && !version.current && (
                <Button
                  size="compact-sm"
                  variant="light"
                  leftSection={<IconRestore size={16} />}
                  onClick={() => void restore()}
                >
                  {t('history.restore')}
                </Button>
              )}
            </Group>
            {first && (
              <Text size="sm" c="dimmed" mb={8}>
                {t('history.first')}
              </Text>
            )}
            <VersionDiff comparison={comparison} names={names} />
          </section>
        </div>
      )}
    </Page>
  )
}
