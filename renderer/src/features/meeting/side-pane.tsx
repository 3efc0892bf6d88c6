import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './side-pane.module.css'

/** A column beside the minutes with a head that closes it. In: `aside` stands in the head, between name and button. */
export function SidePane({
  title,
  aside,
  closeLabel,
  onClose,
  children,
}: {
  title: string
  aside?: ReactNode
  closeLabel: string
  onClose: () => void
  children: ReactNode
}) {
  return (
    <aside className={classes.pane} aria-label={title}>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {aside}
        <ActionIcon aria-label={closeLabel} onClick={onClose} size={28}>
          <IconX size={18} stroke={1.5} />
        </ActionIcon>
      </header>
      {children}
    </aside>
  )
}
