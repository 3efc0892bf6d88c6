import { Textarea } from '@mantine/core'

/** A longer text of a part (grounds, basis, reason), growing with its lines. */
export function InlineTextArea({
  label,
  value,
  onText,
  disabled,
}: {
  label: string
  value: string
  onText: (text: string) => void
  disabled?: boolean
}) {
  return (
    <Textarea
      label={label}
      size="xs"
      autosize
      minRows={1}
      maxRows={8}
      disabled={disabled}
      value={value}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  )
}
