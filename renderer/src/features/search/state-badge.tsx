import { IconBan, IconReplace } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './search.module.css'
import type { Hit } from './use-search'

const icons = { annulled: IconBan, superseded: IconReplace } as const

/** Says that a decision is no longer in force: icon, word and colour together. */
export function StateBadge({ state }: { state: NonNullable<Hit['state']> }) {
  const { t } = useTranslation()
  const Icon = icons[state]
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={14} stroke={1.75} aria-hidden />
      {t(`search.states.${state}`)}
    </span>
  )
}
