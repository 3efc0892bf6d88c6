import { createContext } from 'react'
import type { OpenPanel, Panel } from './open-panel'

type Subscribe = (listener: () => void) => () => void

/** How what stands here listens to changes of the meeting: passed on as it is, but in panels. */
export const Following = createContext<(source: Subscribe) => Subscribe>((source) => source)

/** In a closed panel changes are followed when the window has nothing else to do, and at once when it opens. */
export function followingOf(panels: OpenPanel, id: Panel): (source: Subscribe) => Subscribe {
  const behind = new Set<() => void>()
  const catchUp = () => {
    const listeners = [...behind]
    behind.clear()
    for (const listener of listeners) listener()
  }
  return (source) => (listener) => {
    const stopSource = source(() => {
      if (panels.now() === id) return listener()
      if (behind.size === 0) requestIdleCallback(catchUp)
      behind.add(listener)
    })
    const stopPanels = panels.subscribe(() => {
      if (panels.now() === id && behind.delete(listener)) listener()
    })
    return () => {
      behind.delete(listener)
      stopSource()
      stopPanels()
    }
  }
}
