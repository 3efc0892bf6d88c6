import { CloseButton, Combobox, Loader, TextInput, type TextInputProps } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice } from '../../../shared/contract/records-contract'
import type { PickedType } from '../api/create-record'
import { RecordOptions } from './record-options'
import { useRecordCombobox } from './use-record-combobox'

export interface RecordPickerProps {
  /** What can be found. */
  types: PickedType[]
  /** Visible label; the accessible name as well. With `hideLabel` only the latter. */
  label: string
  hideLabel?: boolean
  /** What is chosen now, as words; empty = nothing. */
  value?: string | undefined
  onChoose: (choice: Choice) => void
  /** Present = what is chosen can be taken away. */
  onClear?: (() => void) | undefined
  /** Type of a record that may be made from what was typed. */
  create?: PickedType
  exclude?: readonly string[]
  placeholder?: string
  description?: string
  disabled?: boolean
  /** Takes the focus when the panel it stands in opens. */
  focusFirst?: boolean
  size?: TextInputProps['size']
  variant?: TextInputProps['variant']
  className?: string
  /** Told of a typed name that is still being looked up or made. */
  onTaking?: (taking: Promise<void>) => void
  /** Width of the list in pixels, where the field is too narrow for it. */
  listWidth?: number
}

/** Finds one person, agency or board by typing, or creates it on the fly. */
export function RecordPicker(props: RecordPickerProps) {
  const { types, label, value = '', onChoose, onClear, create, disabled } = props
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const state = useRecordCombobox({
    field,
    types,
    create,
    exclude: props.exclude ?? [],
    onChoose,
    onTaken: () => setEditing(false),
    onTaking: props.onTaking,
  })
  const [type] = types
  const placeholder =
    types.length === 1 && type ? t(`common.picker.placeholder.${type}`) : t('common.picker.placeholder.any')

  const giveUp = () => {
    setEditing(false)
    state.setTyped('')
    state.combobox.closeDropdown()
  }
  const leave = () => {
    if (!state.onLeave()) return
    // An emptied field means "nobody".
    if (editing && state.typed.trim() === '' && value !== '') onClear?.()
    setEditing(false)
  }
  const clearButton =
    onClear && value !== '' && !disabled ? (
      <CloseButton
        size="sm"
        aria-label={t('common.picker.removeValue', { name: value })}
        onClick={onClear}
        tabIndex={-1}
      />
    ) : null
  return (
    <Combobox
      store={state.combobox}
      onOptionSubmit={state.submit}
      withinPortal
      shadow="md"
      position="bottom-start"
      width={props.listWidth ?? 'target'}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={field}
          aria-autocomplete="list"
          {...(props.hideLabel ? { 'aria-label': label } : { label })}
          description={props.description}
          placeholder={props.placeholder ?? placeholder}
          value={editing ? state.typed : value}
          disabled={disabled}
          size={props.size}
          variant={props.variant}
          className={props.className}
          data-autofocus={props.focusFirst || undefined}
          rightSection={state.busy ? <Loader size={16} /> : clearButton}
          onChange={(event) => {
            setEditing(true)
            state.onType(event.currentTarget.value)
          }}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => state.combobox.openDropdown()}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && editing) {
              event.stopPropagation()
              giveUp()
            }
            state.onKeyDown(event)
          }}
        />
      </Combobox.Target>
      <RecordOptions state={state} create={create} label={label} />
    </Combobox>
  )
}
