import { ActionIcon, Button, Text, Title } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconRestore, IconTrash, IconTrashX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BinEntry, BinLink } from '../../../../shared/contract/history-contract'
import { recordTypeOfId } from '../../../../shared/ids'
import { callDoor, useCall } from '../../api/door'
import { useLanguage, useReadOnly } from '../../api/use-app-info'
import { EmptyState } from '../../ui/empty-state'
import { errorMessage } from '../../ui/error-message'
import { Loading } from '../../ui/loading'
import { exactMomentOf } from '../../ui/moments'
import { notifyDone, notifyError } from '../../ui/notify'
import { formatNumber } from '../../ui/numbers'
import { Page } from '../../ui/page'
import classes from './history.module.css'
import { usePurge } from './use-purge'

const titlesTold = 3

function Links({ entry }: { entry: BinEntry }) {
  const { t } = useTranslation()
  const told = (way: BinLink['way']) => {
    const links = entry.links.filter((link) => link.way === way && link.type !== 'followup' && link.title)
    const titles = links.slice(0, titlesTold).map(({ title }) => title)
    if (links.length > titlesTold) titles.push(t('history.bin.more', { count: links.length - titlesTold }))
    return titles.join(', ')
  }
  const inwards = told('in')
  const outwards = told('out')
  return (
    <>
      {inwards && <div>{t('history.bin.inwards', { titles: inwards })}</div>}
      {outwards && <div>{t('history.bin.outwards', { titles: outwards })}</div>}
      {entry.followUps > 0 && <div>{t('history.bin.followUps', { count: entry.followUps })}</div>}
      {!inwards && !outwards && entry.followUps === 0 && t('history.bin.noLinks')}
    </>
  )
}

function Row({ entry, readOnly }: { entry: BinEntry; readOnly: boolean }) {
  const { t } = useTranslation()
  const purge = usePurge()
  const title = entry.title || t('common.untitled')
  const restore = async () => {
    const restored = await callDoor('bin.restore', { ids: [entry.id] })
    if (restored.ok) notifyDone(t('history.bin.restored', { title }))
    else notifyError(restored.error)
  }
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{t(`terms.recordType.${entry.type}`)}</td>
      <td className="tt-number">
        {entry.deletedAt ? exactMomentOf(entry.deletedAt) : t('history.bin.unknown')}
      </td>
      <td>{[entry.deletedBy, entry.machine].filter(Boolean).join(' · ') || t('history.bin.unknown')}</td>
      <td className={classes.links}>
        <Links entry={entry} />
      </td>
      <td className={classes.buttons}>
        {!readOnly && (
          <>
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconRestore size={16} />}
              aria-label={t('history.bin.restoreOf', { title })}
              onClick={() => void restore()}
            >
              {t('history.bin.restore')}
            </Button>
            <ActionIcon
              size={28}
              aria-label={t('history.bin.purgeOf', { title })}
              title={t('history.purge.open')}
              onClick={() => purge(entry.id, entry.title, () => undefined)}
            >
              <IconTrashX size={16} stroke={1.5} />
            </ActionIcon>
          </>
        )}
      </td>
    </tr>
  )
}

function Purged() {
  const { t } = useTranslation()
  const { data: stones = [] } = useCall('purge.tombstones', undefined, { staleTime: 0 })
  if (stones.length === 0) return null
  return (
    <section className={classes.purged}>
      <Title order={2}>{t('history.bin.purged')}</Title>
      <ul>
        {stones.map(({ id, purgedAt, purgedBy, reason }) => (
          <li key={id}>
            {t('history.bin.purgedLine', {
              type: t(`terms.recordType.${recordTypeOfId(id) ?? 'note'}`),
              when: exactMomentOf(purgedAt),
              who: purgedBy || t('history.noName'),
              reason,
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Deleted records: back as they were, or gone for good. */
export function BinPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const readOnly = useReadOnly()
  const { data: entries, error } = useCall('bin.list', undefined, { staleTime: 0 })
  if (error) return <EmptyState title={t('common.page.failed')} text={errorMessage(error.error)} />
  if (!entries) return <Loading />
  const count = entries.reduce((sum, { followUps }) => sum + 1 + followUps, 0)
  const empty = () =>
    modals.openConfirmModal({
      title: t('history.bin.emptyAsk'),
      children: <Text size="sm">{t('history.bin.emptyWarn', { count })}</Text>,
      labels: { confirm: t('history.bin.empty'), cancel: t('common.actions.cancel') },
      confirmProps: { color: 'red' },
      closeButtonProps: { 'aria-label': t('common.actions.close') },
      onConfirm: () => {
        void callDoor('bin.empty').then((done) => {
          if (done.ok) notifyDone(t('history.bin.emptied', { count: done.value.count }))
          else notifyError(done.error)
        })
      },
    })
  return (
    <Page
      title={t('history.bin.title')}
      {...(entries.length > 0 ? { count: formatNumber(entries.length, language) } : {})}
      actions={
        entries.length > 0 &&
        !readOnly && (
          <Button variant="default" leftSection={<IconTrashX size={16} />} onClick={empty}>
            {t('history.bin.empty')}
          </Button>
        )
      }
    >
      {entries.length === 0 ? (
        <EmptyState Icon={IconTrash} title={t('history.bin.emptyTitle')} text={t('history.bin.emptyText')} />
      ) : (
        <>
          <Text size="sm" c="dimmed" mb={8}>
            {t('history.bin.emptyText')} {t('history.bin.snapshots')}
          </Text>
          <table className={classes.bin} aria-label={t('history.bin.title')}>
            <thead>
              <tr>
                <th scope="col">{t('history.bin.columns.title')}</th>
                <th scope="col">{t('history.bin.columns.type')}</th>
                <th scope="col">{t('history.bin.columns.when')}</th>
                <th scope="col">{t('history.bin.columns.who')}</th>
                <th scope="col">{t('history.bin.columns.links')}</th>
                <th scope="col">
                  <span className="tt-unseen">{t('settings.archive.action')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Row key={entry.id} entry={entry} readOnly={readOnly} />
              ))}
            </tbody>
          </table>
        </>
      )}
      <Purged />
    </Page>
  )
}
