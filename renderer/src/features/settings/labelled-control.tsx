import type { ReactNode } from 'react'
import classes from './settings.module.css'

/** A control with its name above it, where the control has no label of its own. */
export function LabelledControl({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <div className={classes.label} aria-hidden>
        {label}
      </div>
      {children}
    </div>
  )
}
