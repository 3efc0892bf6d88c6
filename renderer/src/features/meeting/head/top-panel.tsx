import { Activity, useEffect, useState, type ReactNode } from 'react'
import type { Panel } from './summary-line'
import classes from './top-panel.module.css'

/** The page comes first, what may be opened later after it. */
const quiet = 1_500

/**
 * Head or roll above the text. It is made ready out of sight when the page has come to rest, so that its key shows it at
 * once; hidden it follows no changes.
 */
export function TopPanel({ id, open, children }: { id: Panel; open: boolean; children: ReactNode }) {
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
