import { BrowserWindow, dialog } from 'electron'
import type { FileDialogs } from '../ipc/deps'

function owner(windowId: number): BrowserWindow | undefined {
  return BrowserWindow.fromId(windowId) ?? BrowserWindow.getAllWindows()[0]
}

/** The dialogs that handlers use, and a question for the shell itself. Every answer about files is a path, or undefined when the user gives up. */
export interface Dialogs extends FileDialogs {
  /** A question with several answers; resolves to the index of the chosen one. */
  ask(windowId: number, message: string, detail: string, answers: string[], cancel: number): Promise<number>
}

/** The native dialogs. They ask before they overwrite. */
export function nativeDialogs(): Dialogs {
  return {
    async askFolder(windowId, title, start) {
      const options: Electron.OpenDialogOptions = {
        title,
        properties: ['openDirectory', 'createDirectory'],
        ...(start ? { defaultPath: start } : {}),
      }
      const window = owner(windowId)
      const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
      return answer.canceled ? undefined : answer.filePaths[0]
    },
    async askSavePath(windowId, title, suggested, kind) {
      const options: Electron.SaveDialogOptions = {
        title,
        defaultPath: suggested,
        filters: [{ name: kind.name, extensions: [kind.ext] }],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      }
      const window = owner(windowId)
      const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
      return answer.canceled || !answer.filePath ? undefined : answer.filePath
    },
    async askFiles(windowId, title) {
      const options: Electron.OpenDialogOptions = { title, properties: ['openFile', 'multiSelections'] }
      const window = owner(windowId)
      const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
      return answer.canceled ? [] : answer.filePaths
    },
    async ask(windowId, message, detail, answers, cancel) {
      const options: Electron.MessageBoxOptions = {
        type: 'warning',
        message,
        detail,
        buttons: answers,
        cancelId: cancel,
        defaultId: 0,
        noLink: true,
      }
      const window = owner(windowId)
      const answer = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
      return answer.response
    },
  }
}
