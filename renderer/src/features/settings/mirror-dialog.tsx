import { Alert, Button, Checkbox, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MirrorPreview } from '../../../../shared/contract/mirror-contract'
import { callDoor } from '../../api/door'
import { notifyDone, notifyError } from '../../ui/notify'
import { MirrorChanges, MirrorEntryRow } from './mirror-entry'
import classes from './mirror.module.css'

const kinds = ['merged', 'changed', 'new', 'back', 'gone'] as const

function Problems({ preview }: { preview: MirrorPreview }) {
  const { t } = useTranslation()
  const { problems, blocking } = preview
  if (problems.length === 0) return null
  const title = blocking > 0 ? t('mirror.preview.faulty', { count: blocking }) : t('mirror.preview.warnings')
  return (
    <Alert color={blocking > 0 ? 'red' : 'yellow'} title={title} role={blocking > 0 ? 'alert' : 'status'}>
      <ul className={classes.problems}>
        {problems.map(({ path, line, problem, words }, index) => (
          <li key={`${path} ${String(index)}`}>
            {t('mirror.preview.problem', { path, line, problem: t(`mirror.problems.${problem}`, { words }) })}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** What bringing a folder back would change, record by record; nothing is written before *Arşive al*. */
export function MirrorDialog({
  preview,
  onRefresh,
  onClose,
}: {
  preview: MirrorPreview
  onRefresh: () => Promise<void>
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [skip, setSkip] = useState<ReadonlySet<string>>(new Set())
  const [deletions, setDeletions] = useState(false)
  const [busy, setBusy] = useState(false)
  const { counts, entries, settings, unchanged, blocking } = preview
  const gone = counts['gone'] ?? 0
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const listed = entries.filter(({ held }) => !held).length
  const nothing = entries.length === 0 && settings.length === 0 && preview.problems.length === 0
  const writes = total - (deletions ? 0 : gone) - skip.size > 0 || settings.length > 0

  const undo = () => {
    void callDoor('undo.last').then((undone) => {
      if (undone.ok) notifyDone(t('common.notice.undone'))
      else notifyError(undone.error)
    })
  }
  const apply = async () => {
    setBusy(true)
    const done = await callDoor('mirror.apply', { token: preview.token, deletions, skip: [...skip] })
    setBusy(false)
    if (!done.ok) return notifyError(done.error)
    onClose()
    notifyDone(t('mirror.applied', done.value), [{ label: t('common.actions.undo'), onClick: undo }])
    if (done.value.mirrorStale) notifyDone(t('mirror.stale'))
  }
  const choose = (id: string, chosen: boolean) => {
    const next = new Set(skip)
    if (chosen) next.delete(id)
    else next.add(id)
    setSkip(next)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      closeOnEscape={!busy}
      closeOnClickOutside={false}
      size={880}
      title={t('mirror.preview.title')}
      closeButtonProps={{ 'aria-label': t('common.actions.close') }}
      classNames={{ body: classes.body ?? '' }}
    >
      {!preview.own && <Text size="sm">{t('mirror.preview.other', { name: preview.archive })}</Text>}
      <Problems preview={preview} />
      {nothing ? (
        <div>
          <Text fw={600}>{t('mirror.preview.nothing')}</Text>
          <Text size="sm" c="dimmed">
            {t('mirror.preview.nothingText', { count: unchanged })}
          </Text>
        </div>
      ) : (
        <Text size="sm" className="tt-number">
          {kinds
            .filter((kind) => (counts[kind] ?? 0) > 0)
            .map((kind) => t(`mirror.counts.${kind}`, { count: counts[kind] ?? 0 }))
            .join(' · ')}
          {total > 0 && '. '}
          <Text span c="dimmed" size="sm">
            {t('mirror.preview.unchanged', { count: unchanged })}
          </Text>
        </Text>
      )}
      {entries.length > 0 && (
        <ul className={classes.list} aria-label={t('mirror.preview.records')}>
          {entries.map((entry) => (
            <MirrorEntryRow
              key={entry.id}
              entry={entry}
              chosen={!skip.has(entry.id) && (entry.kind !== 'gone' || deletions)}
              onChoose={(chosen) => choose(entry.id, chosen)}
              fixed={entry.held !== undefined || (entry.kind === 'gone' && !deletions)}
            />
          ))}
        </ul>
      )}
      {total > listed && (
        <Text size="sm" c="dimmed">
          {t('mirror.preview.more', { count: total - listed })}
        </Text>
      )}
      {settings.length > 0 && (
        <div>
          <Text fw={600} size="sm">
            {t('mirror.preview.settings')}
          </Text>
          <MirrorChanges changes={settings} />
        </div>
      )}
      {gone > 0 && (
        <Checkbox
          label={t('mirror.preview.deletions', { count: gone })}
          checked={deletions}
          onChange={(event) => setDeletions(event.currentTarget.checked)}
        />
      )}
      <Group justify="flex-end" gap={8}>
        <Button variant="subtle" disabled={busy} onClick={() => void onRefresh()}>
          {t('mirror.preview.refresh')}
        </Button>
        {busy ? (
          <Button variant="default" onClick={() => void callDoor('mirror.cancel')}>
            {t('mirror.stop')}
          </Button>
        ) : (
          <Button variant="default" onClick={onClose}>
            {t(nothing ? 'common.actions.close' : 'common.actions.cancel')}
          </Button>
        )}
        {!nothing && (
          <Button
            loading={busy}
            disabled={blocking > 0 || !writes}
            onClick={() => void apply()}
            data-autofocus
          >
            {t('mirror.preview.apply')}
          </Button>
        )}
      </Group>
    </Modal>
  )
}
