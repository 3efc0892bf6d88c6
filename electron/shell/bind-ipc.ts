import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { contract, type EventName, type Payload } from '../../shared/contract/contract'
import { callChannel, eventChannel } from '../../shared/contract/door'
import type { Result } from '../../shared/result'
import type { Sender } from '../ipc/dispatch'
import { appOrigin } from './app-protocol'

function senderOf(event: IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame
  const window = BrowserWindow.fromWebContents(event.sender)
  const trusted =
    window !== null &&
    frame !== null &&
    frame === event.sender.mainFrame &&
    frame.url.startsWith(`${appOrigin}/`)
  return { trusted, windowId: window?.id ?? 0 }
}

/** Connects the one IPC channel to the gate. */
export function bindIpc(
  dispatch: (sender: Sender, name: unknown, input: unknown) => Promise<Result<unknown>>,
): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) =>
    dispatch(senderOf(event), name, input),
  )
}

/** Announces an event to every open window. The payload is checked against the contract before it leaves. */
export function announce<E extends EventName>(name: E, payload: Payload<E>): void {
  const spec = contract[name]
  if (spec.kind !== 'event') throw new Error(`${name} is no event`)
  const checked = spec.payload.parse(payload)
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && !window.webContents.isDestroyed())
      window.webContents.send(eventChannel, name, checked)
  }
}
