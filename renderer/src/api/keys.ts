import { useCallback } from 'react'
import type { CommandId } from '../../../shared/commands'
import { keysLabel } from '../../../shared/keys'
import { isMac } from './commands'
import { useAppInfo } from './use-app-info'

/** Tells the keys of commands as they are now, for people. */
export function useKeysLabel(): (id: CommandId) => string | undefined {
  const { keys } = useAppInfo().settings
  return useCallback((id: CommandId) => keysLabel(id, isMac, keys), [keys])
}
