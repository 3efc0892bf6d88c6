import type { Editor } from '@tiptap/core'
import { useEffectEvent, useLayoutEffect, useRef } from 'react'

/** Gives the focus back; the text of minutes puts its cursor itself, the browser would put it at the beginning. */
function focusAgain(element: Element | null): void {
  if (!(element instanceof HTMLElement) || !element.isConnected) return
  const { editor } = element as HTMLElement & { editor?: Editor }
  if (editor) editor.view.focus()
  else element.focus({ preventScroll: true })
}

/** When what has the focus goes: lets it go on, unless something else has taken it. To be called while it is still in the page. */
function afterwards(goOn: () => void): void {
  // Right after it is gone the browser has the focus nowhere.
  queueMicrotask(() => {
    if (document.activeElement === document.body) goOn()
  })
}

/**
 * Takes the focus from where it is until what was asked for is there: no letter typed meanwhile may go into minutes that
 * are left. Out: gives it back.
 */
export function takeFocusAway(): () => void {
  const before = document.activeElement
  if (before instanceof HTMLElement) before.blur()
  return () => focusAgain(before)
}

interface FirstFocusProps {
  /** whether the focus goes back to where it was */
  back?: () => boolean
}

/**
 * Stands in a dialog, panel or menu that is opened by a key. The field marked `data-autofocus`, else the first one, has the
 * focus before the next key comes, and when the dialog goes the place before has it again: the dialog's own focus comes and
 * goes with a timer, and letters typed until then went into the minutes. The dialog must be drawn at once (`flushSync`, no
 * transition).
 */
export function FirstFocus({ back = () => true }: FirstFocusProps) {
  const here = useRef<HTMLSpanElement>(null)
  const goesBack = useEffectEvent(back)
  useLayoutEffect(() => {
    const before = document.activeElement
    const dialog = here.current?.closest('[role="dialog"], [role="menu"]')
    const first =
      dialog?.querySelector<HTMLElement>('[data-autofocus]') ??
      dialog?.querySelector<HTMLElement>('[role^="menuitem"], input, button')
    first?.focus({ preventScroll: true })
    return () => {
      afterwards(() => {
        if (goesBack()) focusAgain(before)
      })
    }
  }, [])
  return <span ref={here} hidden />
}

/** Stands in what may go while the focus is in it (a row, a panel): the focus goes on from there instead of nowhere. */
export function FocusAfter({ to }: { to: () => void }) {
  const here = useRef<HTMLSpanElement>(null)
  const goOn = useEffectEvent(to)
  useLayoutEffect(() => {
    const around = here.current?.parentElement
    return () => {
      if (around?.contains(document.activeElement)) afterwards(() => goOn())
    }
  }, [])
  return <span ref={here} hidden />
}
