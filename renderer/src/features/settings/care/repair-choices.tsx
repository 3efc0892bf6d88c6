import { Button, Checkbox, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { repairs, type Repair, type VerifyReport } from '../../../../../shared/contract/care-contract'
import { startRepair } from '../../../api/care-state'
import { useReadOnly } from '../../../api/use-app-info'

/** The safe repairs that would mend something, each chosen by itself; lists can be made anew at any time. */
export function RepairChoices({ report }: { report: VerifyReport }) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const [chosen, setChosen] = useState<Repair[]>([])
  const offered = repairs.filter(
    (repair) => repair === 'rebuild-lists' || (report.repairable[repair] ?? 0) > 0,
  )
  if (readOnly) return null
  const now = offered.filter((repair) => chosen.includes(repair))
  return (
    <>
      <Title order={3}>{t('care.repairTitle')}</Title>
      <Text size="sm" c="dimmed">
        {t('care.repairText')}
      </Text>
      <Stack gap={8}>
        {offered.map((repair) => {
          const count = report.repairable[repair] ?? 0
          const name = t(`care.repairs.${repair}`)
          return (
            <Checkbox
              key={repair}
              size="sm"
              checked={chosen.includes(repair)}
              onChange={({ currentTarget: { checked } }) =>
                setChosen((before) =>
                  checked ? [...before, repair] : before.filter((other) => other !== repair),
                )
              }
              label={count > 0 ? t('care.repairCount', { name, count }) : name}
            />
          )
        })}
      </Stack>
      <div>
        <Button disabled={now.length === 0} onClick={() => void startRepair(now).then(() => setChosen([]))}>
          {t('care.repair')}
        </Button>
      </div>
    </>
  )
}
