import { useRef } from 'react'

/**
 * What a value was when its field was entered: every key gives the field another meaning, and what hangs on the old one
 * must not be lost on the way (`04.03.202` is no date yet).
 * In: how the value is read now. Out: `enter` for the field's focus, `before` for the value as it was then.
 */
export function useEntered<T>(read: () => T): { enter: () => void; before: () => T } {
  const entered = useRef<{ value: T }>(undefined)
  return {
    enter: () => {
      entered.current = { value: read() }
    },
    before: () => (entered.current ? entered.current.value : read()),
  }
}
