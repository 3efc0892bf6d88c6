import { useEffect, useId, useRef, useState } from 'react'
import { RecordPicker, type RecordPickerProps } from '../../../../ui/record-picker'
import classes from './fields.module.css'

type Props = Omit<RecordPickerProps, 'hideLabel' | 'size' | 'variant' | 'className' | 'description'> & {
  caption?: string
}

/** Names of agencies are long; the field is as narrow as what stands in it. */
const listWidth = 320

/**
 * A picker in the flow of the minutes. The heavy part is made only when the field is entered, so that a meeting with many
 * action items opens at once.
 */
export function LazyPicker({ caption, ...props }: Props) {
  const [awake, setAwake] = useState(false)
  const listId = useId()
  const container = useRef<HTMLLabelElement>(null)
  useEffect(() => {
    if (awake) container.current?.querySelector('input')?.focus()
  }, [awake])
  const shown = props.value ?? ''
  const width = `${Math.max(14, shown.length + 5)}ch`
  return (
    <label
      className={classes.field}
      ref={container}
      onBlur={({ currentTarget, relatedTarget }) => {
        // When only the window is left, the field keeps the focus and what is typed.
        const stays = [relatedTarget, document.activeElement].some((at) => at && currentTarget.contains(at))
        if (!stays) setAwake(false)
      }}
    >
      {caption && <span className={classes.caption}>{caption}</span>}
      {awake ? (
        <span style={{ width }} className={classes.awake}>
          <RecordPicker
            {...props}
            hideLabel
            size="xs"
            variant="unstyled"
            className={classes.picker}
            listWidth={listWidth}
          />
        </span>
      ) : (
        <input
          className={classes.input}
          style={{ width }}
          aria-label={props.label}
          role="combobox"
          aria-expanded={false}
          aria-haspopup="listbox"
          aria-controls={listId}
          placeholder={props.placeholder ?? '…'}
          value={shown}
          disabled={props.disabled}
          onChange={() => setAwake(true)}
          onFocus={() => setAwake(true)}
        />
      )}
    </label>
  )
}
