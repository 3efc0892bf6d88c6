import { useRef, useState, type InputHTMLAttributes, type Ref } from 'react'
import classes from './fields.module.css'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> & {
  label: string
  value: string
  onText: (text: string) => void
  /** Shown before the field; the label otherwise is for screen readers only. */
  caption?: string
  /** Narrowest width, in characters; the field grows with its text. */
  chars?: number
  ref?: Ref<HTMLInputElement>
}

/** A quiet text field in the flow of the minutes: no box until it is entered, as wide as its text. */
export function InlineInput({ label, value, onText, caption, chars = 6, placeholder, ...rest }: Props) {
  const [draft, setDraft] = useState<string>()
  const shown = draft ?? value
  const composing = useRef(false)
  const width = Math.max(chars, (shown || placeholder || '').length + 1)
  return (
    <label className={classes.field}>
      {caption && <span className={classes.caption}>{caption}</span>}
      <input
        {...rest}
        className={classes.input}
        style={{ width: `${width}ch` }}
        aria-label={label}
        placeholder={placeholder}
        value={shown}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={() => {
          composing.current = false
        }}
        onChange={(event) => {
          setDraft(event.currentTarget.value)
          if (!composing.current) onText(event.currentTarget.value)
        }}
        onBlur={(event) => {
          if (draft !== undefined && draft !== value) onText(draft)
          setDraft(undefined)
          rest.onBlur?.(event)
        }}
      />
    </label>
  )
}
