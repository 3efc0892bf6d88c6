import { Text, Title } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

/** What stands where nothing is yet: one sentence, one main action, one way on. */
export function EmptyState({
  Icon,
  title,
  text,
  action,
  more,
}: {
  Icon?: TablerIcon
  title: string
  text?: string
  action?: ReactNode
  more?: ReactNode
}) {
  return (
    <div className={classes.empty}>
      {Icon && <Icon size={32} stroke={1.25} aria-hidden className={classes.icon} />}
      <Title order={2}>{title}</Title>
      {text && (
        <Text c="dimmed" className={classes.text}>
          {text}
        </Text>
      )}
      {action && <div className={classes.action}>{action}</div>}
      {more}
    </div>
  )
}
