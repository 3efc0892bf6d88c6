import { Stack, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Agency } from '../../../../shared/records/agency'
import { EventDateInput } from '../../ui/event-date-input'
import { AddButton, RepeatedItem } from '../../ui/repeated'
import { useRows } from '../../ui/use-rows'

type FormerName = Agency['formerNames'][number]

const isUnfinished = ({ name }: FormerName) => name.trim() === ''
const dateOnly = (value: string | undefined) => value?.split('T')[0]

/** Names an agency had before, with the time they held. A name still empty is not saved. */
export function FormerNames({
  names,
  disabled,
  onSave,
}: {
  names: readonly FormerName[]
  disabled: boolean
  onSave: (names: FormerName[]) => void
}) {
  const { t } = useTranslation()
  const { rows, change } = useRows(names, isUnfinished, onSave)
  const set = (index: number, part: Partial<FormerName>) =>
    change(rows.map((row, at) => (at === index ? { ...row, ...part } : row)))
  return (
    <div>
      <Title order={3} mt={8} mb={8}>
        {t('cards.agency.formerNames')}
      </Title>
      <Stack gap={8}>
        {rows.map((row, index) => (
          <RepeatedItem
            key={index}
            legend={t('cards.agency.formerNameN', { n: index + 1 })}
            removeLabel={t('cards.agency.removeFormerName', { n: index + 1 })}
            disabled={disabled}
            onRemove={() => change(rows.filter((_, at) => at !== index))}
          >
            <TextInput
              data-wide
              label={t('cards.agency.formerName')}
              value={row.name}
              disabled={disabled}
              onChange={(event) => set(index, { name: event.currentTarget.value })}
            />
            <EventDateInput
              label={t('cards.agency.from')}
              value={row.from}
              placeholder={t('cards.participant.dateHint')}
              disabled={disabled}
              onChange={(value) => set(index, { from: dateOnly(value) })}
            />
            <EventDateInput
              label={t('cards.agency.until')}
              value={row.until}
              placeholder={t('cards.participant.dateHint')}
              disabled={disabled}
              onChange={(value) => set(index, { until: dateOnly(value) })}
            />
          </RepeatedItem>
        ))}
        {!disabled && (
          <AddButton
            label={t('cards.agency.addFormerName')}
            onClick={() => change([...rows, { name: '' }])}
          />
        )}
      </Stack>
    </div>
  )
}
