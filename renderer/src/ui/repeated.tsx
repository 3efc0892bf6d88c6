import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './repeated.module.css'

/** One of several equal groups of fields (an office, a former name, a member), with a way to take it out. */
export function RepeatedItem({
  legend,
  removeLabel,
  disabled,
  onRemove,
  children,
}: {
  legend: string
  removeLabel: string
  disabled: boolean
  onRemove: () => void
  children: ReactNode
}) {
  return (
    <div className={classes.item} role="group" aria-label={legend}>
      <div className={classes.fields}>{children}</div>
      {!disabled && (
        <ActionIcon
          size={28}
          aria-label={removeLabel}
          title={removeLabel}
          onClick={onRemove}
          className={classes.remove}
        >
          <IconTrash size={16} stroke={1.5} />
        </ActionIcon>
      )}
    </div>
  )
}

/** Adds one more group. */
export function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPlus size={16} />}
      onClick={onClick}
      className={classes.add}
    >
      {label}
    </Button>
  )
}
