import type { Panel } from './open-panel'

/**
 * Where the focus goes in a panel that opens: in the roll to the row that had it last, so that one goes on there after a
 * look at the head; else to the first row or field.
 */
export class PanelFocus {
  private row: Element | null = null

  /** Called when something in the roll gets the focus. */
  readonly entered = (target: Element): void => {
    const row = target.closest('tr')
    // What else belongs to a row stands below it in a row of its own.
    this.row = row?.matches('[data-row]') === false ? row.previousElementSibling : row
  }

  /** Goes into an open panel; where nothing can be changed to the panel itself, which is scrolled by its arrows then. */
  readonly into = (panel: Panel): void => {
    const box = document.getElementById(`meeting-${panel}`)
    const place =
      (this.row && box?.contains(this.row) ? this.row : undefined) ??
      box?.querySelector('tr[data-row]') ??
      box?.querySelector('input:not([disabled]), select:not([disabled]), textarea:not([disabled])') ??
      box?.querySelector('section')
    if (place instanceof HTMLElement) place.focus()
  }
}
