import { DueInput } from './due-input'

/** A day or a month as it is typed, kept as `2026-04` or `2026-04-17`. The next meeting is neither, and is refused in words. */
export function DayOrMonthInput({
  label,
  value,
  onValue,
  disabled,
}: {
  label: string
  value: string | undefined
  /** `further`: it goes on from the change before, and is undone with it */
  onValue: (value: string | undefined, further: boolean) => void
  disabled?: boolean
}) {
  const due =
    value === undefined
      ? undefined
      : value.length > 7
        ? ({ kind: 'day', date: value } as const)
        : ({ kind: 'month', month: value } as const)
  return (
    <DueInput
      dated
      label={label}
      due={due}
      disabled={disabled ?? false}
      onDue={(next, further) => {
        if (next?.kind === 'day') onValue(next.date, further)
        else onValue(next?.kind === 'month' ? next.month : undefined, further)
      }}
    />
  )
}
