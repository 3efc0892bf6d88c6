import { useState, type KeyboardEvent } from 'react'
import classes from './fields.module.css'

/**
 * A quiet choice in the flow of the minutes; the first letter of a word chooses it. What can be chosen is made only when the
 * field is gone to: a roll has hundreds of choices that nobody looks at.
 */
export function InlineSelect<T extends string>({
  label,
  caption,
  value,
  options,
  onChoose,
  onKeyDown,
  disabled,
}: {
  label: string
  caption?: string
  value: T
  options: { value: T; label: string }[]
  onChoose: (value: T) => void
  onKeyDown?: (event: KeyboardEvent<HTMLSelectElement>) => void
  disabled?: boolean
}) {
  const [awake, setAwake] = useState(false)
  const wake = () => setAwake(true)
  const listed = awake ? options : options.filter((option) => option.value === value)
  return (
    <label className={classes.field}>
      {caption && <span className={classes.caption}>{caption}</span>}
      <select
        className={classes.select}
        aria-label={label}
        value={value}
        disabled={disabled}
        onKeyDown={onKeyDown}
        onFocus={wake}
        onPointerDown={wake}
        data-empty={value === '' || undefined}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value)
          if (chosen) onChoose(chosen.value)
        }}
      >
        {listed.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
