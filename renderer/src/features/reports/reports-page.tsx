import { Button, Group, Loader, Progress, Text, Title } from '@mantine/core'
import { IconFileText, IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/door'
import { useKeptState } from '../../ui/kept-state'
import { today } from '../../ui/moments'
import { Page } from '../../ui/page'
import { RecordMultiPicker, type PickedRecord } from '../../ui/record-multi-picker'
import { DayInput } from './day-input'
import { namedPeriods, periodOf, type Period } from './period'
import classes from './reports.module.css'
import { useSummary } from './use-summary'

/** The pages scroll inside themselves, so the keyboard must reach them. */
const reachable = { tabIndex: 0 }

/** The summary for headquarters: choose a period and boards, look at it, save it. */
export function ReportsPage() {
  const { t } = useTranslation()
  const [period, setPeriod] = useKeptState<Period>('reports.period', periodOf('thisYear', today()))
  const [bodies, setBodies] = useKeptState<PickedRecord[]>('reports.bodies', [])
  // Typed text belongs to one choice of a period; a named one starts the fields anew.
  const [generation, setGeneration] = useState(0)
  const bodyIds = bodies.map(({ id }) => id as `body_${string}`)
  const summary = useSummary({ ...period, bodyIds })
  const ordered = period.from <= period.to
  const { data } = useCall(
    'records.list',
    {
      type: 'meeting',
      limit: 1,
      filter: { ...period, ...(bodyIds.length > 0 ? { bodyId: bodyIds } : {}) },
    },
    { enabled: ordered },
  )
  const count = ordered ? data?.total : undefined
  const ready = ordered && summary.busy === undefined
  return (
    <Page title={t('reports.title')} fixed>
      <div className={classes.columns}>
        <section className={classes.form} aria-labelledby="summary-title">
          <Title order={2} id="summary-title">
            {t('reports.summary')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('reports.text')}
          </Text>
          <div role="group" aria-label={t('reports.period')} className={classes.periods}>
            {namedPeriods.map((name) => {
              const { from, to } = periodOf(name, today())
              const chosen = from === period.from && to === period.to
              return (
                <Button
                  key={name}
                  size="compact-sm"
                  variant={chosen ? 'light' : 'default'}
                  aria-pressed={chosen}
                  onClick={() => {
                    setPeriod({ from, to })
                    setGeneration(generation + 1)
                  }}
                >
                  {t(`reports.periods.${name}`)}
                </Button>
              )
            })}
          </div>
          <Group grow align="flex-start" gap={12} key={generation}>
            <DayInput
              label={t('reports.from')}
              side="from"
              value={period.from}
              onChange={(from) => setPeriod({ ...period, from })}
            />
            <DayInput
              label={t('reports.to')}
              side="to"
              value={period.to}
              error={ordered ? undefined : t('reports.badOrder')}
              onChange={(to) => setPeriod({ ...period, to })}
            />
          </Group>
          <RecordMultiPicker
            types={['body']}
            label={t('reports.bodies')}
            description={t('reports.bodiesHint')}
            values={bodies}
            onAdd={({ id, label }) => setBodies([...bodies, { id, name: label }])}
            onRemove={(id) => setBodies(bodies.filter((body) => body.id !== id))}
          />
          <Text size="sm" role="status" className="tt-number">
            {count === undefined ? '' : count === 0 ? t('reports.none') : t('reports.count', { count })}
          </Text>
          <Group gap={8}>
            <Button
              leftSection={<IconFileTypePdf size={18} stroke={1.5} />}
              disabled={!ready}
              onClick={() => void summary.save('pdf')}
            >
              {t('reports.exportPdf')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileText size={18} stroke={1.5} />}
              disabled={!ready}
              onClick={() => void summary.save('md')}
            >
              {t('reports.exportMarkdown')}
            </Button>
          </Group>
          {summary.busy === 'file' && (
            <div role="status">
              <Group justify="space-between" mb={4}>
                <Text size="sm">
                  {t('reports.working')}{' '}
                  {summary.progress && summary.progress.total > 0 && (
                    <span className="tt-number">{t('reports.progress', summary.progress)}</span>
                  )}
                </Text>
                <Button size="compact-sm" variant="subtle" onClick={summary.cancel}>
                  {t('common.actions.cancel')}
                </Button>
              </Group>
              <Progress
                aria-label={t('reports.working')}
                value={
                  summary.progress && summary.progress.total > 0
                    ? (100 * summary.progress.done) / summary.progress.total
                    : 100
                }
                animated={!summary.progress || summary.progress.total === 0}
                size="sm"
              />
            </div>
          )}
        </section>
        <section className={classes.preview} aria-label={t('reports.previewOf')}>
          <div className={classes.previewBar}>
            <Text size="sm" c="dimmed" role="status">
              {summary.stale ? t('reports.stale') : ''}
            </Text>
            <Button
              variant="default"
              disabled={!ready}
              leftSection={summary.busy === 'preview' ? <Loader size={14} /> : undefined}
              onClick={() => void summary.show()}
            >
              {t('reports.preview')}
            </Button>
          </div>
          <div
            className={classes.pages}
            data-stale={summary.stale || undefined}
            role="group"
            aria-label={t('reports.previewOf')}
            {...(summary.preview ? reachable : {})}
          >
            {summary.preview ? (
              summary.preview.pages.map((page, index, { length }) => (
                <img
                  key={index}
                  src={page}
                  loading="lazy"
                  className={classes.page}
                  alt={t('reports.page', { page: index + 1, pages: length })}
                />
              ))
            ) : (
              <p className={classes.hint}>{t('reports.previewEmpty')}</p>
            )}
          </div>
        </section>
      </div>
    </Page>
  )
}
