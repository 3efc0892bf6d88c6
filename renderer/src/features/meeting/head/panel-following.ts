import { createContext } from 'react'
import type { OpenPanel, Panel } from './open-panel'

type Subscribe = (listener: () => void) => () => void

/** How what stands here listens to changes of the meeting: passed on as it is, but in panels. */
export const Following = createContext<(source: Subscribe) => Subscribe>((source) => source)

/** In a closed panel changes are followed when the window has nothing else to do, and at once when it opens. */
export function followingOf(panels: OpenPanel, id: Panel): (source: Subscribe) => Subscribe {
  return (source) => (listener) => {
    let behind = false
    const catchUp = () => {
      if (!behind) return
      behind = false
      listener()
    }
    const stopSource = source(() => {
      if (panels.now() === id) return listener()
      if (!behind) requestIdleCallback(catchUp)
      behind = true
    })
    const stopPanels = panels.subscribe(() => {
      if (panels.now() === id) catchUp()
    })
    return () => {
      behind = false
      stopSource()
      stopPanels()
    }
  }
}
