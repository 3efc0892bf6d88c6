import type { CommandContext } from '../../../../shared/commands'
import { SearchField } from '../../features/search/search-field'
import classes from './top-bar.module.css'

/** The bar above every screen: the search that is always there. */
export function TopBar({ context }: { context: CommandContext }) {
  return (
    <div className={classes.bar}>
      <SearchField context={context} />
    </div>
  )
}
