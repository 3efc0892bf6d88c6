import type { Handlers } from '../../shared/contract/contract'
import { appHandlers } from './app-handlers'
import { SavedFiles } from '../services/exports-service'
import { backupHandlers } from './backup-handlers'
import { careHandlers } from './care-handlers'
import type { Deps } from './deps'
import { historyHandlers } from './history-handlers'
import { mirrorHandlers } from './mirror-handlers'
import { projectorHandlers } from './projector-handlers'
import { newMeetingHandlers } from './new-meeting-handlers'
import { recordsHandlers } from './records-handlers'
import { searchHandlers } from './search-handlers'
import { soundHandlers } from './sound-handlers'
import { spellHandlers } from './spell-handlers'
import { workHandlers } from './work-handlers'

/** All handlers: one missing does not compile. */
export function allHandlers(deps: Deps): Handlers {
  const files = new SavedFiles()
  return {
    ...appHandlers(deps),
    ...recordsHandlers(deps),
    ...newMeetingHandlers(deps),
    ...workHandlers(deps, files),
    ...careHandlers(deps),
    ...backupHandlers(deps),
    ...historyHandlers(deps),
    ...mirrorHandlers(deps),
    ...searchHandlers(deps, files),
    ...spellHandlers(deps),
    ...projectorHandlers(deps),
    ...soundHandlers(deps),
  }
}
