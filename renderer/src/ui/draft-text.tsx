import { Textarea, TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'

interface DraftTextProps extends Omit<TextInputProps, 'value' | 'onChange' | 'required'> {
  label: string
  value: string | undefined
  /** Gets `null` when the field was emptied. */
  onSave: (value: string | null) => void
  /** Text that must not be empty: while it is, nothing is saved and this sentence is shown. */
  missing?: string
  /** Several lines. */
  lines?: boolean
}

/** A text field of a form that saves itself. */
export function DraftText({ value = '', onSave, missing, lines, ...rest }: DraftTextProps) {
  // An emptied required field lives here only, because it may not be saved.
  const [emptied, setEmptied] = useState(false)
  const change = (text: string) => {
    const empty = text.trim() === ''
    setEmptied(empty)
    if (!empty) onSave(text)
    else if (missing === undefined) onSave(null)
  }
  const shared = {
    ...rest,
    value: missing !== undefined && emptied ? '' : value,
    error: missing !== undefined && emptied ? missing : rest.error,
    onBlur: () => setEmptied(false),
  }
  if (lines)
    return (
      <Textarea
        {...(shared as object)}
        label={rest.label}
        value={shared.value}
        autosize
        minRows={2}
        maxRows={12}
        onChange={(event) => change(event.currentTarget.value)}
      />
    )
  return <TextInput {...shared} onChange={(event) => change(event.currentTarget.value)} />
}
