import type { KeptChange, KeptSearches } from '../../../../shared/domain/kept-searches'
import { callDoor, callKey, useCall } from '../../api/door'
import { showSaved } from '../../api/query-client'
import { notifyError } from '../../ui/notify'

const none: KeptSearches = { recent: [], saved: [] }

/** Recent and saved searches of the open archive, and the way to change them. */
export function useKeptSearches(enabled = true) {
  const { data = none } = useCall('searches.get', undefined, { enabled })
  const change = async (wish: KeptChange): Promise<boolean> => {
    const changed = await callDoor('searches.change', wish)
    if (changed.ok) showSaved(callKey('searches.get'), changed.value)
    else notifyError(changed.error)
    return changed.ok
  }
  return { kept: data, change: (wish: KeptChange) => void change(wish), changeNow: change }
}
