import { Alert, Button, Group, Progress, Text, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { startVerify, useCare } from '../../../api/care-state'
import { callDoor } from '../../../api/door'
import { useArchive } from '../../../api/use-app-info'
import { errorMessage } from '../../../ui/error-message'
import { Section } from '../section'
import { FindingsTable } from './findings-table'
import { RepairChoices } from './repair-choices'
import { UpgradeState } from './upgrade-state'

const progressWords = { verify: 'care.running', repair: 'care.repairing', upgrade: 'care.upgrading' } as const

function Running() {
  const { t } = useTranslation()
  const { running, done, total } = useCare()
  if (!running) return null
  const words = total > 0 ? t(progressWords[running], { done, total }) : t('care.starting')
  return (
    <Group gap={12} wrap="nowrap">
      <Progress
        value={total > 0 ? (done / total) * 100 : 0}
        aria-label={words}
        w={200}
        transitionDuration={0}
      />
      <Text size="sm" className="tt-number" role="status">
        {words}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => void callDoor('care.cancel')}>
        {t('care.stop')}
      </Button>
    </Group>
  )
}

function Outcome() {
  const { t } = useTranslation()
  const { report, running, repaired } = useCare()
  if (!report || running) return null
  const records = Object.values(report.records).reduce((sum, count) => sum + count, 0)
  const { attachments, severities } = report
  const { error, warning, note } = severities
  const mended = Object.values(repaired?.done ?? {}).reduce((sum, count) => sum + count, 0)
  const counted = [
    error > 0 ? t('care.errors', { count: error }) : '',
    warning > 0 ? t('care.warnings', { count: warning }) : '',
    note > 0 ? t('care.notes', { count: note }) : '',
  ].filter(Boolean)
  return (
    <>
      {repaired && (
        <Text size="sm" role="status">
          {t('care.repaired', { count: mended })}
          {repaired.failed > 0 && ` ${t('care.repairFailed', { count: repaired.failed })}`}
        </Text>
      )}
      <Text size="sm" role="status">
        {counted.length === 0
          ? t('care.clean', { records, attachments })
          : `${t('care.found', { records, attachments })} ${counted.join(', ')}.`}
      </Text>
      {counted.length > 0 && <FindingsTable report={report} />}
      <RepairChoices report={report} />
    </>
  )
}

/** Checks the open archive, mends what can be mended safely, and brings old records into today's shape. */
export function CareSection() {
  const { t } = useTranslation()
  const archive = useArchive()
  const { running, error, asked } = useCare()
  const top = useRef<HTMLDivElement>(null)
  const shown = useRef(0)
  useEffect(() => {
    if (asked === shown.current) return
    shown.current = asked
    if (asked > 0) top.current?.scrollIntoView({ block: 'start' })
  }, [asked])
  if (!archive) return null
  return (
    <div ref={top}>
      <Section title={t('care.title')} text={t('care.verifyText')}>
        {running ? (
          <Running />
        ) : (
          <div>
            <Button variant="default" onClick={() => void startVerify()}>
              {t('care.verify')}
            </Button>
          </div>
        )}
        {error && !running && (
          <Alert color="red" role="alert">
            {errorMessage(error)}
          </Alert>
        )}
        <Outcome />
        <Title order={3}>{t('care.upgradeTitle')}</Title>
        <UpgradeState />
      </Section>
    </div>
  )
}
