import { useSyncExternalStore } from 'react'

export type Panel = 'head' | 'roll'

/** Which panel stands open above the text; kept beside React's state, so that a key that opens one draws only the panels. */
export class OpenPanel {
  private readonly listeners = new Set<() => void>()

  constructor(private panel: Panel | undefined) {}

  readonly now = (): Panel | undefined => this.panel

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Opens a panel in place of another, or none. */
  show(panel: Panel | undefined): void {
    this.panel = panel
    for (const listener of this.listeners) listener()
  }

  /** Opens a panel, or closes it when it is open. Out: the one that is open now. */
  toggle(panel: Panel): Panel | undefined {
    this.show(this.panel === panel ? undefined : panel)
    return this.panel
  }
}

/** The panel that is open, kept fresh. */
export function useOpenPanel({ subscribe, now }: OpenPanel): Panel | undefined {
  return useSyncExternalStore(subscribe, now)
}
