import type { PickedType } from '../api/create-record'
import { RecordPicker } from './record-picker'
import { useRecordName } from './use-record-name'

/** A record picker that knows only the id of what is chosen and looks up its name of today. */
export function NamedRecordPicker({
  type,
  label,
  id,
  exclude,
  disabled,
  onChoose,
  onClear,
}: {
  type: PickedType
  label: string
  id: string | undefined
  exclude?: readonly string[]
  disabled: boolean
  onChoose: (id: string) => void
  onClear: () => void
}) {
  const name = useRecordName(id) ?? ''
  return (
    <RecordPicker
      types={[type]}
      create={type}
      label={label}
      value={id === undefined ? '' : name}
      disabled={disabled}
      {...(exclude ? { exclude } : {})}
      onChoose={(choice) => onChoose(choice.id)}
      onClear={onClear}
    />
  )
}
