import { BrowserWindow } from 'electron'
import { contract, type EventName, type Payload } from '../../shared/contract/contract'
import { eventChannel } from '../../shared/contract/door'
import { audienceEvents } from '../../shared/contract/projector-contract'

/** Ids of windows that everybody in a room looks at. */
export const audience = new Set<number>()

function tell(name: EventName, payload: unknown, wanted: (window: BrowserWindow) => boolean): void {
  const spec = contract[name]
  if (spec.kind !== 'event') throw new Error(`${name} is no event`)
  const checked = spec.payload.parse(payload)
  for (const window of BrowserWindow.getAllWindows()) {
    if (window.isDestroyed() || window.webContents.isDestroyed() || !wanted(window)) continue
    window.webContents.send(eventChannel, name, checked)
  }
}

/** Announces an event to every window of the office. The payload is checked against the contract before it leaves. */
export function announce<E extends EventName>(name: E, payload: Payload<E>): void {
  tell(name, payload, ({ id }) => !audience.has(id))
}

/** Announces an event to the windows in the room; those that are not for them throw. */
export function announceToAudience<E extends EventName>(name: E, payload: Payload<E>): void {
  if (!audienceEvents.has(name)) throw new Error(`${name} is not for the room`)
  tell(name, payload, ({ id }) => audience.has(id))
}
