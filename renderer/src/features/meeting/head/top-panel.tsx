import { Activity, useEffect, useState, type ReactNode } from 'react'
import { useOpenPanel, type OpenPanel, type Panel } from './open-panel'
import classes from './top-panel.module.css'

/** The page comes first, what may be opened later after it. */
const quiet = 1_500

/**
 * Head or roll above the text. It is made ready out of sight when the page has come to rest, so that its key shows it at
 * once; hidden it follows no changes.
 */
export function TopPanel({ id, panels, children }: { id: Panel; panels: OpenPanel; children: ReactNode }) {
  const open = useOpenPanel(panels) === id
  const [ready, setReady] = useState(open)
  useEffect(() => {
    const timer = setTimeout(() => requestIdleCallback(() => setReady(true)), quiet)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={classes.panel} id={`meeting-${id}`} hidden={!open}>
      {(open || ready) && <Activity mode={open ? 'visible' : 'hidden'}>{children}</Activity>}
    </div>
  )
}
