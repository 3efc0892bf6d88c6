import { useCombobox } from '@mantine/core'
import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import { flushSync } from 'react-dom'
import { i18n } from '../../../shared/i18n/i18n'
import type { Choice } from '../../../shared/contract/records-contract'
import { ok, type Result } from '../../../shared/result'
import { createFromName, inTurn, type PickedType } from '../api/create-record'
import { notifyError, notifyProblem } from './notify'
import { findExact, useChoices } from './use-choices'

export const createOption = '$create'

export interface RecordComboboxOptions {
  /** Where one types. */
  field: RefObject<HTMLInputElement | null>
  types: PickedType[]
  /** Type of a record that may be made from what was typed; absent = choosing only. */
  create?: PickedType | undefined
  onChoose: (choice: Choice) => void
  /** Ids that are chosen already and not offered again. */
  exclude?: readonly string[]
  /** The typed words have become a record: the field may show what is chosen again. */
  onTaken?: () => void
  /** Told of a name that is still being looked up or made. */
  onTaking?: ((taking: Promise<void>) => void) | undefined
}

/** A record of just the typed name; or that, else one that is made of it. */
type Taking = 'exact' | 'make'

/**
 * The behaviour behind both record pickers: typing finds, Enter chooses, a new name creates.
 * Enter or Tab pressed before the list has caught up with the typing takes an exact name only. Such a name, and one of which
 * a record is being made, is written over by what is typed next, and is taken also when the field is left meanwhile.
 */
export function useRecordCombobox({
  field,
  types,
  create,
  onChoose,
  exclude = [],
  onTaken,
  onTaking,
}: RecordComboboxOptions) {
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
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
    onTaken?.()
    setTyped('')
    setOpen(false)
  }
  /** What stands in the field, while one is in it. */
  const written = () => (field.current === document.activeElement ? field.current?.value.trim() : undefined)
  const newest = useRef(onChoose)
  useLayoutEffect(() => {
    newest.current = onChoose
  })
  const recordOf = async (how: Taking): Promise<Result<Choice | undefined>> => {
    // Asked anew also where the list offers to make one: it may have been made a moment ago, in another field.
    const found = await findExact(types, name, exclude)
    if (!found.ok) return found
    if (found.value) return ok(exclude.includes(found.value.id) ? undefined : found.value)
    return create && how === 'make' ? createFromName(create, name) : found
  }
  /** Names that are being looked up or made. */
  const taking = useRef(new Set<string>())
  const take = async (how: Taking) => {
    if (name === '' || taking.current.has(name)) return
    taking.current.add(name)
    setBusy(true)
    // The next Enter is no more for the list.
    setOpen(false)
    // Whoever goes on typing writes the next name.
    if (written() !== undefined) field.current?.select()
    const made = await inTurn(() => recordOf(how))
    taking.current.delete(name)
    const untouched = written() === name
    // Drawn at once: what waits for this goes on with it.
    flushSync(() => {
      setBusy(taking.current.size > 0)
      if (!made.ok || !made.value) return setOpen(untouched)
      newest.current(made.value)
      if (!untouched) return
      onTaken?.()
      setTyped('')
    })
    if (!made.ok) notifyError(made.error)
    else if (!made.value && !untouched) notifyProblem(i18n.t('common.picker.notTaken', { name }))
  }
  const takeNow = (how: Taking) => {
    const work = take(how)
    onTaking?.(work)
  }
  const submit = (value: string) => {
    // Keys come here too, after they were handled below: one record must come of them.
    if (taking.current.has(name)) return
    if (value === createOption) return takeNow('make')
    const choice = choices.find(({ id }) => id === value)
    if (choice) choose(choice)
  }

  const settle = useEffectEvent(() => {
    if (!open) return
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
    const marked = found.settled ? combobox.getSelectedOptionIndex() : -1
    const typing = open && name !== ''
    if (event.key === 'Tab' && !event.shiftKey && typing) {
      const choice = choices[marked]
      if (choice) choose(choice)
      else takeNow('exact')
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    if (event.ctrlKey && create && typing && !(found.settled && found.exact)) {
      event.preventDefault()
      takeNow('make')
    } else if (typing && marked === -1) {
      event.preventDefault()
      takeNow('exact')
    }
  }
  /**
   * The field is left for another one: an exact name that was typed is taken, any other is told; typed words never vanish in
   * silence. Out: false while only the window is left, whose field goes on.
   */
  const onLeave = (): boolean => {
    if (field.current === document.activeElement) return false
    if (name !== '') takeNow('exact')
    setTyped('')
    combobox.closeDropdown()
    return true
  }
  const onType = (text: string) => {
    setTyped(text)
    setOpen(true)
    combobox.resetSelectedOption()
  }
  return {
    combobox,
    typed,
    setTyped,
    onType,
    onLeave,
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
