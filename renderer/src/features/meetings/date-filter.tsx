import { Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatEventTime } from '../../../../shared/dates'
import { useLanguage } from '../../api/use-app-info'
import { EventDateInput } from '../../ui/event-date-input'
import { FilterChip } from '../../ui/filter-chip'
import { boundsOf, stretches } from './meeting-filter'

interface Stretch {
  from?: string | undefined
  to?: string | undefined
}

/** Narrows to a stretch of time: by name, or typed. */
export function DateFilter({ from, to, onChange }: Stretch & { onChange: (stretch: Stretch) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const named = stretches.find((name) => {
    const bounds = boundsOf(name)
    return bounds.from === from && bounds.to === to
  })
  const write = (date: string | undefined) => (date ? formatEventTime(date, 'short', language) : '')
  const typed = from === to ? write(from) : `${write(from)} – ${write(to)}`
  const words = named ? t(`lists.meetings.${named}`) : typed.trim()
  const dateOnly = (value: string | undefined) => value?.split('T')[0]
  return (
    <FilterChip
      label={t('lists.meetings.when')}
      value={(from ?? to) ? words : undefined}
      onClear={() => onChange({})}
    >
      {(close) => (
        <Stack gap={8}>
          <Group gap={4}>
            {stretches.map((name) => (
              <Button
                key={name}
                size="compact-sm"
                variant={name === named ? 'light' : 'default'}
                onClick={() => {
                  onChange(boundsOf(name))
                  close()
                }}
              >
                {t(`lists.meetings.${name}`)}
              </Button>
            ))}
          </Group>
          <EventDateInput
            label={t('lists.meetings.from')}
            value={from}
            onChange={(value) => onChange({ from: dateOnly(value), to })}
          />
          <EventDateInput
            label={t('lists.meetings.to')}
            value={to}
            onChange={(value) => onChange({ from, to: dateOnly(value) })}
          />
        </Stack>
      )}
    </FilterChip>
  )
}
