import { Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Finding, VerifyReport } from '../../../../../shared/contract/care-contract'
import classes from './care.module.css'

/** So many rows are drawn; the rest is told as a number, and the command line lists them. */
const drawn = 100

const icons = { error: IconCircleX, warning: IconAlertTriangle, note: IconInfoCircle }

function Row({ finding }: { finding: Finding }) {
  const { t } = useTranslation()
  const { code, severity, where, params } = finding
  const Icon = icons[severity]
  return (
    <tr>
      <td>
        <span className={classes.severity} data-severity={severity}>
          <Icon size={16} stroke={1.5} aria-hidden />
          {t(`care.severity.${severity}`)}
        </span>
      </td>
      <td>
        {t(`care.findings.${code}`, params)}
        <div className={classes.advice}>{t(`care.advice.${code}`)}</div>
        <div className={classes.file}>{where}</div>
      </td>
    </tr>
  )
}

/** What a check found, gravest first: what is wrong, what can be done, in which file. */
export function FindingsTable({ report }: { report: VerifyReport }) {
  const { t } = useTranslation()
  const { error, warning, note } = report.severities
  const rows = report.findings.slice(0, drawn)
  const more = error + warning + note - rows.length
  return (
    <div>
      <table className={classes.findings} aria-label={t('care.verify')}>
        <tbody>
          {rows.map((finding, index) => (
            <Row key={`${index} ${finding.code} ${finding.where}`} finding={finding} />
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Text size="sm" c="dimmed" mt={8}>
          {t('care.more', { count: more })}
        </Text>
      )}
    </div>
  )
}
