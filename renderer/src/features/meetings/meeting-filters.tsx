import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { meetingKinds, meetingStatuses } from '../../../../shared/records/meeting'
import { ChoiceFilter } from '../../ui/choice-filter'
import { FilterChip } from '../../ui/filter-chip'
import { RecordPicker } from '../../ui/record-picker'
import { TextFilter } from '../../ui/text-filter'
import { DateFilter } from './date-filter'
import { isFiltered, noFilter, type MeetingFilter } from './meeting-filter'

/** The filters above the list of meetings. */
export function MeetingFilters({
  filter,
  onChange,
}: {
  filter: MeetingFilter
  onChange: (filter: MeetingFilter) => void
}) {
  const { t } = useTranslation()
  const set = (part: Partial<MeetingFilter>) => onChange({ ...filter, ...part })
  return (
    <>
      <TextFilter
        value={filter.text}
        placeholder={t('lists.meetings.filterText')}
        onChange={(text) => set({ text })}
      />
      <ChoiceFilter
        label={t('lists.meetings.status')}
        options={meetingStatuses.map((value) => ({ value, label: t(`terms.meetingStatus.${value}`) }))}
        values={filter.status}
        onChange={(status) => set({ status })}
      />
      <ChoiceFilter
        label={t('lists.meetings.kind')}
        options={meetingKinds.map((value) => ({ value, label: t(`terms.meetingKind.${value}`) }))}
        values={filter.kind}
        onChange={(kind) => set({ kind })}
      />
      <FilterChip
        label={t('lists.meetings.body')}
        value={filter.body?.name}
        onClear={() => set({ body: undefined })}
      >
        {(close) => (
          <RecordPicker
            types={['body']}
            label={t('lists.meetings.body')}
            value={filter.body?.name}
            focusFirst
            onChoose={({ id, label }) => {
              set({ body: { id, name: label } })
              close()
            }}
          />
        )}
      </FilterChip>
      <DateFilter from={filter.from} to={filter.to} onChange={({ from, to }) => set({ from, to })} />
      {isFiltered(filter) && (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange(noFilter)}>
          {t('common.list.clearFilters')}
        </Button>
      )}
    </>
  )
}
