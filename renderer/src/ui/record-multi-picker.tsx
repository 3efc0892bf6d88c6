import { Combobox, Pill, PillsInput } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Choice } from '../../../shared/contract/records-contract'
import type { PickedType } from '../api/create-record'
import { RecordOptions } from './record-options'
import { useRecordCombobox } from './use-record-combobox'

/** One chosen record with the name to show. */
export interface PickedRecord {
  id: string
  name: string
}

export interface RecordMultiPickerProps {
  types: PickedType[]
  label: string
  values: readonly PickedRecord[]
  onAdd: (choice: Choice) => void
  onRemove: (id: string) => void
  create?: PickedType
  placeholder?: string
  description?: string
  disabled?: boolean
  /** Told of a typed name that is still being looked up or made. */
  onTaking?: (taking: Promise<void>) => void
}

/** Finds several records by typing; chosen ones stand as pills before the field. Backspace takes the last away. */
export function RecordMultiPicker(props: RecordMultiPickerProps) {
  const { types, label, values, onAdd, onRemove, create, disabled } = props
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const state = useRecordCombobox({
    field,
    types,
    create,
    exclude: values.map(({ id }) => id),
    onChoose: onAdd,
    onTaking: props.onTaking,
  })
  const [type] = types
  const hint =
    types.length === 1 && type ? t(`common.picker.placeholder.${type}`) : t('common.picker.placeholder.any')
  return (
    <Combobox store={state.combobox} onOptionSubmit={state.submit} withinPortal shadow="md">
      <Combobox.DropdownTarget>
        <PillsInput label={label} description={props.description} disabled={disabled}>
          <Pill.Group>
            {values.map(({ id, name }) => (
              <Pill
                key={id}
                withRemoveButton={!disabled}
                onRemove={() => onRemove(id)}
                removeButtonProps={{
                  'aria-label': t('common.picker.removeValue', { name }),
                  'aria-hidden': false,
                  tabIndex: 0,
                }}
              >
                {name}
              </Pill>
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                ref={field}
                aria-label={label}
                aria-autocomplete="list"
                value={state.typed}
                placeholder={values.length === 0 ? (props.placeholder ?? hint) : ''}
                disabled={disabled}
                onChange={(event) => state.onType(event.currentTarget.value)}
                onClick={() => state.combobox.openDropdown()}
                onBlur={() => void state.onLeave()}
                onKeyDown={(event) => {
                  const last = values.at(-1)
                  if (event.key === 'Backspace' && state.typed === '' && last) onRemove(last.id)
                  state.onKeyDown(event)
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <RecordOptions state={state} create={create} label={label} />
    </Combobox>
  )
}
