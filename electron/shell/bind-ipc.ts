import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron'
import { callChannel } from '../../shared/contract/door'
import type { Result } from '../../shared/result'
import type { Sender } from '../ipc/dispatch'
import { appOrigin } from './app-protocol'
import { audience } from './audience'

function senderOf(event: IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame
  const window = BrowserWindow.fromWebContents(event.sender)
  const trusted =
    window !== null &&
    frame !== null &&
    frame === event.sender.mainFrame &&
    frame.url.startsWith(`${appOrigin}/`)
  const windowId = window?.id ?? 0
  return { trusted, windowId, audience: audience.has(windowId) }
}

/** Connects the one IPC channel to the gate. */
export function bindIpc(
  dispatch: (sender: Sender, name: unknown, input: unknown) => Promise<Result<unknown>>,
): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) =>
    dispatch(senderOf(event), name, input),
  )
}
