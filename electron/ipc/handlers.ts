import type { Handlers } from '../../shared/contract/contract'
import { appHandlers } from './app-handlers'
import { SavedFiles } from '../services/exports-service'
import type { Deps } from './deps'
import { recordsHandlers } from './records-handlers'
import { searchHandlers } from './search-handlers'
import { workHandlers } from './work-handlers'

/** All handlers: one missing does not compile. */
export function allHandlers(deps: Deps): Handlers {
  const files = new SavedFiles()
  return {
    ...appHandlers(deps),
    ...recordsHandlers(deps),
    ...workHandlers(deps, files),
    ...searchHandlers(deps, files),
  }
}
