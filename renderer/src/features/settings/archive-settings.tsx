import { Button, Group, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ArchiveProblem } from '../../../../shared/contract/app-contract'
import { runCommand } from '../../api/commands'
import { callDoor, useCall } from '../../api/door'
import { useArchive } from '../../api/use-app-info'
import { IndexNotice } from '../../ui/index-notice'
import { notifyDone, notifyError } from '../../ui/notify'
import { Rescue } from './rescue'
import { Section } from './section'
import classes from './settings.module.css'

function Problems() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data: problems = [] } = useCall('archive.problems', undefined, { staleTime: 0 })
  const accept = async ({ id }: ArchiveProblem) => {
    if (id === undefined) return
    const accepted = await callDoor('archive.acceptOutside', { id })
    if (accepted.ok) notifyDone(t('settings.archive.accepted'))
    else notifyError(accepted.error)
    await client.invalidateQueries({ queryKey: ['archive.problems'] })
  }
  if (problems.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('settings.archive.noProblems')}
      </Text>
    )
  return (
    <table className={classes.problems}>
      <thead>
        <tr>
          <th scope="col">{t('settings.archive.file')}</th>
          <th scope="col">{t('settings.archive.state')}</th>
          <th scope="col">{t('settings.archive.action')}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map((problem) => (
          <tr key={`${problem.kind}${problem.file}`}>
            <td className={classes.file}>{problem.file}</td>
            <td>{t(`settings.archive.kinds.${problem.kind}`)}</td>
            <td>
              {problem.id !== undefined && (problem.kind === 'damaged' || problem.kind === 'foreign') && (
                <Rescue id={problem.id} />
              )}
              {problem.kind === 'changed-outside' && problem.id !== undefined && (
                <Button size="compact-sm" variant="light" onClick={() => void accept(problem)}>
                  {t('settings.archive.accept')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function IndexState() {
  const { t } = useTranslation()
  const { data } = useCall('search.status', undefined, { staleTime: 0 })
  if (data && data.total !== undefined) return <IndexNotice />
  return (
    <Group gap={12}>
      <Text size="sm" c="dimmed" className="tt-number">
        {data?.ready
          ? t('settings.archive.indexState', { count: data.docs })
          : t('settings.archive.indexBusy')}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => runCommand('index.rebuild')}>
        {t('settings.archive.rebuild')}
      </Button>
    </Group>
  )
}

/** The open archive: where it is, what is wrong in it, and its search index. */
export function ArchiveSettings() {
  const { t } = useTranslation()
  const archive = useArchive()
  if (!archive)
    return (
      <Section title={t('settings.archive.title')} text={t('settings.archive.none')}>
        <Group gap={8}>
          <Button variant="default" onClick={() => runCommand('archive.open')}>
            {t('settings.archive.open')}
          </Button>
          <Button variant="default" onClick={() => runCommand('archive.create')}>
            {t('settings.archive.create')}
          </Button>
        </Group>
      </Section>
    )
  return (
    <Section title={t('settings.archive.title')}>
      <dl className={classes.facts}>
        <dt>{archive.name}</dt>
        <dd>{archive.folder}</dd>
      </dl>
      <Group gap={8}>
        <Button variant="default" onClick={() => runCommand('archive.showFolder')}>
          {t('settings.archive.showFolder')}
        </Button>
        <Button variant="default" onClick={() => runCommand('archive.open')}>
          {t('settings.archive.open')}
        </Button>
        <Button variant="default" onClick={() => runCommand('archive.create')}>
          {t('settings.archive.create')}
        </Button>
        <Button variant="default" onClick={() => runCommand('archive.close')}>
          {t('settings.archive.close')}
        </Button>
      </Group>
      <Group gap={8}>
        <Button variant="default" onClick={() => runCommand('go.bin')}>
          {t('history.bin.open')}
        </Button>
      </Group>
      <Title order={3}>{t('settings.archive.problems')}</Title>
      <Problems />
      <Title order={3}>{t('settings.archive.index')}</Title>
      <IndexState />
    </Section>
  )
}
