import { Title } from '@mantine/core'
import { useRef, type ReactNode } from 'react'
import { PageContents } from './page-contents'
import classes from './page.module.css'

/** A screen: title, actions, quiet filters, then content that scrolls (or scrolls itself with `fixed`). */
export function Page({
  title,
  count,
  actions,
  filters,
  fixed,
  narrow,
  contents,
  children,
}: {
  title: string
  /** Beside the title, small: how many. */
  count?: string
  actions?: ReactNode
  filters?: ReactNode
  /** The content takes the height that is left and scrolls inside itself. */
  fixed?: boolean
  /** Forms and settings: one column of readable width. */
  narrow?: boolean
  /** Lists the page's parts beside it, under this name. */
  contents?: string
  children: ReactNode
}) {
  const host = useRef<HTMLDivElement>(null)
  return (
    <div ref={host} className={classes.page} data-fixed={fixed || undefined}>
      {contents && <PageContents label={contents} host={host} />}
      <header className={classes.head} data-narrow={narrow || undefined}>
        <div className={classes.titleRow}>
          <Title order={1} className={classes.title}>
            {title}
            {count && <span className={classes.count}>{count}</span>}
          </Title>
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
        {filters && <div className={classes.filters}>{filters}</div>}
      </header>
      <div className={classes.body} data-narrow={narrow || undefined}>
        {children}
      </div>
    </div>
  )
}
