import { Text, Title } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangedGroup, ChangedLine } from '../../../../shared/domain/record-diff'
import { diffWords, type Stretch } from '../../../../shared/domain/word-diff'
import { Loading } from '../../ui/loading'
import classes from './history.module.css'
import type { Comparison } from './use-versions'

function Side({ words, side }: { words: Stretch[] | undefined; side: 'before' | 'after' }) {
  const { t } = useTranslation()
  if (!words)
    return (
      <td className={classes.side}>
        <Text span size="sm" c="dimmed">
          {t('history.absent')}
        </Text>
      </td>
    )
  const Changed = side === 'before' ? 'del' : 'ins'
  return (
    <td className={classes.side}>
      {words.map(({ text, changed }, index) =>
        changed ? <Changed key={index}>{text}</Changed> : <span key={index}>{text}</span>,
      )}
    </td>
  )
}

function Line({ line }: { line: ChangedLine }) {
  const { before, after, label } = line
  const words = useMemo(() => diffWords(before ?? '', after ?? ''), [before, after])
  return (
    <tr>
      <th scope="row" className={classes.label}>
        {label}
      </th>
      <Side words={before === undefined ? undefined : words.before} side="before" />
      <Side words={after === undefined ? undefined : words.after} side="after" />
    </tr>
  )
}

function Group({ group, names }: { group: ChangedGroup; names: { before: string; after: string } }) {
  const { t } = useTranslation()
  return (
    <section className={classes.group}>
      <Title order={3}>{group.label}</Title>
      {group.reordered && (
        <Text size="sm" c="dimmed">
          {t('history.reordered')}
        </Text>
      )}
      {group.lines.length > 0 && (
        <table className={classes.table} aria-label={group.label}>
          <thead>
            <tr>
              <th scope="col">
                <span className="tt-unseen">{t('settings.archive.state')}</span>
              </th>
              <th scope="col">{names.before}</th>
              <th scope="col">{names.after}</th>
            </tr>
          </thead>
          <tbody>
            {group.lines.map((line) => (
              <Line key={line.key} line={line} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Two versions side by side: what was taken out is struck through at the left, what is new is marked at the right. */
export function VersionDiff({
  comparison,
  names,
}: {
  comparison: Comparison
  names: { before: string; after: string }
}) {
  const { t } = useTranslation()
  if (comparison.state === 'loading') return <Loading />
  if (comparison.state === 'failed')
    return <Text c="dimmed">{t(comparison.code === 'too-new' ? 'history.newer' : 'history.unreadable')}</Text>
  if (comparison.groups.length === 0) return <Text c="dimmed">{t('history.same')}</Text>
  return (
    <>
      {comparison.groups.map((group) => (
        <Group key={group.key} group={group} names={names} />
      ))}
    </>
  )
}
