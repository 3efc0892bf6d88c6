import { useCombobox } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import type { Choice } from '../../../shared/contract/records-contract'
import { equalsFolded } from '../../../shared/text/turkish'
import { createFromName, type PickedType } from '../api/create-record'
import { notifyError } from './notify'
import { useChoices } from './use-choices'

export const createOption = '$create'

export interface RecordComboboxOptions {
  types: PickedType[]
  /** Type of a record that may be made from what was typed; absent = choosing only. */
  create?: PickedType | undefined
  onChoose: (choice: Choice) => void
  /** Ids that are chosen already and not offered again. */
  exclude?: readonly string[]
}

/**
 * The behaviour behind both record pickers: typing finds, Enter chooses, a new name creates.
 * Enter pressed before the list has caught up with the typing waits for it and then takes an exact name only.
 */
export function useRecordCombobox({ types, create, onChoose, exclude = [] }: RecordComboboxOptions) {
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [enterWaits, setEnterWaits] = useState(false)
  const combobox = useCombobox({
    opened: open,
    onOpenedChange: setOpen,
    onDropdownClose: () => combobox.resetSelectedOption(),
  })
  const found = useChoices(types, typed, open)
  const choices = found.choices.filter(({ id }) => !exclude.includes(id))
  const name = typed.trim()
  const mayCreate = create !== undefined && name !== '' && found.settled && !found.exact

  const choose = (choice: Choice) => {
    onChoose(choice)
    setTyped('')
    setOpen(false)
  }
  // Ctrl+Enter comes here twice, as the shortcut and as the chosen option: one record must come of it.
  const making = useRef(false)
  const createNow = async () => {
    if (!create || name === '' || making.current) return
    making.current = true
    setBusy(true)
    const made = await createFromName(create, name)
    making.current = false
    setBusy(false)
    if (made.ok) choose(made.value)
    else notifyError(made.error)
  }
  const submit = (value: string) => {
    if (value === createOption) return void createNow()
    const choice = choices.find(({ id }) => id === value)
    if (choice) choose(choice)
  }

  const settle = useEffectEvent(() => {
    if (!open) return
    if (enterWaits) {
      setEnterWaits(false)
      const exact = choices.find(({ label }) => equalsFolded(label, name))
      if (exact) return choose(exact)
    }
    if (name !== '') combobox.selectFirstOption()
    else combobox.resetSelectedOption()
  })
  const shown = choices.map(({ id }) => id).join()
  useEffect(() => {
    if (!found.settled) return
    // The options are in the page only after this render.
    const frame = requestAnimationFrame(() => settle())
    return () => cancelAnimationFrame(frame)
  }, [found.settled, shown, mayCreate])

  const onKeyDown = (event: KeyboardEvent) => {
    // Tab takes what is marked along: typed letters that vanish would be taken for chosen.
    if (event.key === 'Tab' && !event.shiftKey && open && name !== '' && found.settled) {
      const choice = choices[combobox.getSelectedOptionIndex()]
      if (choice) choose(choice)
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    if (event.ctrlKey && mayCreate) {
      event.preventDefault()
      void createNow()
    } else if (open && name !== '' && !found.settled) {
      event.preventDefault()
      setEnterWaits(true)
    }
  }
  const onType = (text: string) => {
    setTyped(text)
    setEnterWaits(false)
    setOpen(true)
    combobox.resetSelectedOption()
  }
  return {
    combobox,
    typed,
    setTyped,
    onType,
    choices,
    name,
    mayCreate,
    settled: found.settled,
    busy,
    submit,
    onKeyDown,
  }
}

export type RecordCombobox = ReturnType<typeof useRecordCombobox>
