import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Following, followingOf } from './panel-following'
import { useOpenPanel, type OpenPanel, type Panel } from './open-panel'
import classes from './top-panel.module.css'

/** The page comes first, what may be opened later after it. */
const quiet = 1_500

/**
 * Head or roll above the text. It is made ready out of sight when the page has come to rest and keeps its styles and places
 * while it is closed, so that its key shows it at once.
 */
export function TopPanel({ id, panels, children }: { id: Panel; panels: OpenPanel; children: ReactNode }) {
  const open = useOpenPanel(panels) === id
  const [ready, setReady] = useState(open)
  const following = useMemo(() => followingOf(panels, id), [panels, id])
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => requestIdleCallback(() => setReady(true)), quiet)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    // Asking for a size has what is out of sight measured, which its first opening would otherwise wait for.
    if (ready) requestIdleCallback(() => box.current?.firstElementChild?.getBoundingClientRect())
  }, [ready])
  return (
    <div className={classes.panel} id={`meeting-${id}`} data-open={open || undefined} ref={box}>
      {(open || ready) && <Following value={following}>{children}</Following>}
    </div>
  )
}
