import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Participant } from '../../../../shared/records/participant'
import { DraftText } from '../../ui/draft-text'
import { EventDateInput } from '../../ui/event-date-input'
import { NamedRecordPicker } from '../../ui/named-record-picker'
import { AddButton, RepeatedItem } from '../../ui/repeated'
import { useRows } from '../../ui/use-rows'

type Office = Participant['offices'][number]

const isUnfinished = ({ agencyId, title }: Office) => agencyId === undefined && title === undefined
const dateOnly = (value: string | undefined) => value?.split('T')[0]

/** The offices a person has held; the last one is used in new meetings. */
export function Offices({
  offices,
  disabled,
  onSave,
}: {
  offices: readonly Office[]
  disabled: boolean
  onSave: (offices: Office[]) => void
}) {
  const { t } = useTranslation()
  const { rows, change } = useRows(offices, isUnfinished, onSave)
  const set = (index: number, part: Partial<Office>) =>
    change(rows.map((office, at) => (at === index ? { ...office, ...part } : office)))
  return (
    <div>
      <Title order={3} mt={8}>
        {t('cards.participant.offices')}
      </Title>
      <Text size="xs" c="dimmed" mb={8}>
        {t('cards.participant.officesHint')}
      </Text>
      <Stack gap={8}>
        {rows.map((office, index) => (
          <RepeatedItem
            key={index}
            legend={t('cards.participant.officeN', { n: index + 1 })}
            removeLabel={t('cards.participant.removeOffice', { n: index + 1 })}
            disabled={disabled}
            onRemove={() => change(rows.filter((_, at) => at !== index))}
          >
            <div data-wide>
              <NamedRecordPicker
                type="agency"
                label={t('cards.participant.agency')}
                id={office.agencyId}
                disabled={disabled}
                onChoose={(id) => set(index, { agencyId: id as `agency_${string}` })}
                onClear={() => set(index, { agencyId: undefined })}
              />
            </div>
            <DraftText
              data-wide
              label={t('cards.participant.office')}
              value={office.title}
              disabled={disabled}
              onSave={(title) => set(index, { title: title ?? undefined })}
            />
            <EventDateInput
              label={t('cards.participant.from')}
              placeholder={t('cards.participant.dateHint')}
              value={office.from}
              disabled={disabled}
              onChange={(value) => set(index, { from: dateOnly(value) })}
            />
            <EventDateInput
              label={t('cards.participant.to')}
              placeholder={t('cards.participant.dateHint')}
              value={office.to}
              disabled={disabled}
              onChange={(value) => set(index, { to: dateOnly(value) })}
            />
          </RepeatedItem>
        ))}
        {!disabled && (
          <AddButton label={t('cards.participant.addOffice')} onClick={() => change([...rows, {}])} />
        )}
      </Stack>
    </div>
  )
}
