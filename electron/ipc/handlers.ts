import type { Handlers } from '../../shared/contract/contract'
import { appHandlers } from './app-handlers'
import type { Deps } from './deps'
import { mirrorHandlers } from './mirror-handlers'
import { recordsHandlers } from './records-handlers'
import { workHandlers } from './work-handlers'

/** All handlers: one missing does not compile. */
export function allHandlers(deps: Deps): Handlers {
  return { ...appHandlers(deps), ...recordsHandlers(deps), ...workHandlers(deps), ...mirrorHandlers(deps) }
}
