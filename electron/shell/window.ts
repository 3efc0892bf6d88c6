import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { appOrigin } from './app-protocol'

const WindowState = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  maximized: z.boolean(),
})
type WindowState = z.infer<typeof WindowState>

const first: WindowState = { width: 1280, height: 800, maximized: false }

function readState(file: string): WindowState {
  let state: WindowState
  try {
    state = WindowState.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return first
  }
  // A window on a screen that is no longer plugged in would be invisible.
  const { x, y } = state
  if (x === undefined || y === undefined) return state
  const visible = screen
    .getAllDisplays()
    .some(
      ({ workArea: a }) =>
        x >= a.x - 50 && y >= a.y - 50 && x < a.x + a.width - 100 && y < a.y + a.height - 100,
    )
  return visible ? state : { ...state, x: undefined, y: undefined }
}

/** Background before the page is painted, so that neither light nor dark flashes. */
export function windowBackground(): string {
  return nativeTheme.shouldUseDarkColors ? '#16191d' : '#ffffff'
}

/** What every page of ours may do: nothing but show itself and use the door. */
export function safePreferences(preload: string): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    // Notes are typed while another window (a presentation) is in front: saving must not slow down there.
    backgroundThrottling: false,
  }
}

/**
 * Makes the main window, where and as large as it was last time.
 * In: per-machine folder for its state, the preload script, the icon. Out: the window, not yet loaded.
 */
export function createWindow(userData: string, preload: string, icon: string): BrowserWindow {
  const file = path.join(userData, 'window.json')
  const { maximized, ...bounds } = readState(file)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 760,
    minHeight: 520,
    show: false,
    title: 'Tutanak',
    icon,
    autoHideMenuBar: true,
    backgroundColor: windowBackground(),
    webPreferences: safePreferences(preload),
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  const remember = () => {
    if (window.isDestroyed()) return
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    void writeFile(file, JSON.stringify(state)).catch(() => undefined)
  }
  window.on('resized', remember)
  window.on('moved', remember)
  window.on('maximize', remember)
  window.on('unmaximize', remember)
  return window
}

/** Loads our page into a window; after a crash at the address where the user was. */
export async function loadApp(window: BrowserWindow): Promise<void> {
  const last = window.webContents.getURL()
  await window.loadURL(last.startsWith(`${appOrigin}/`) ? last : `${appOrigin}/`)
}
