import { Checkbox, Stack } from '@mantine/core'
import { FilterChip } from './filter-chip'

/** A filter with several values of which any may be ticked. */
export function ChoiceFilter<V extends string>({
  label,
  options,
  values,
  onChange,
}: {
  label: string
  options: readonly { value: V; label: string }[]
  values: readonly V[]
  onChange: (values: V[]) => void
}) {
  const chosen = options.filter(({ value }) => values.includes(value))
  const words = chosen.length > 0 ? chosen.map((option) => option.label).join(', ') : undefined
  return (
    <FilterChip label={label} value={words} onClear={() => onChange([])}>
      {() => (
        <Stack gap={2} role="group" aria-label={label}>
          {options.map((option) => (
            <Checkbox
              key={option.value}
              label={option.label}
              size="sm"
              p={6}
              checked={values.includes(option.value)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(
                  checked ? [...values, option.value] : values.filter((value) => value !== option.value),
                )
              }
            />
          ))}
        </Stack>
      )}
    </FilterChip>
  )
}
