import { BrowserWindow, screen, type Session } from 'electron'
import type { ProjectorContent } from '../../shared/domain/projector'
import type { ProjectorDeps } from '../ipc/deps'
import { appOrigin } from './app-protocol'
import { announceToAudience, audience } from './audience'
import { safePreferences, windowBackground } from './window'

export interface ProjectorPorts {
  preload: string
  icon: string
  /** The session of its own, locked and with our pages; asked for once. */
  session: () => Session
  title: () => string
  language: () => 'tr' | 'en'
  /** It has been opened or closed. */
  onOpened: (open: boolean) => void
  logFault: (where: string, fault: unknown) => void
}

/** The display for the room: one where the asking window is not, if there is any. */
function otherDisplay(asking: BrowserWindow | null): Electron.Display | undefined {
  if (!asking) return undefined
  const own = screen.getDisplayMatching(asking.getBounds())
  return screen.getAllDisplays().find(({ id }) => id !== own.id)
}

/**
 * The window for the meeting room. It shows what the main window sends and can ask for nothing else (see audienceCalls); it is
 * locked in as every window is. Its session is not the office's: within one, Chromium makes all pages of an origin larger
 * together.
 */
export class Projector implements ProjectorDeps {
  private window: BrowserWindow | undefined
  private content: ProjectorContent | undefined
  private session: Session | undefined

  constructor(private readonly ports: ProjectorPorts) {}

  isOpen(): boolean {
    return this.window !== undefined
  }

  /** Opens it, or brings it to the front. In: the window that asks, which keeps the keyboard when there are two displays. */
  open(windowId: number): void {
    if (this.window) return this.window.show()
    const asking = BrowserWindow.fromId(windowId)
    const display = otherDisplay(asking)
    const { preload, icon, title, onOpened, logFault } = this.ports
    this.session ??= this.ports.session()
    const bounds = display ? display.bounds : { width: 1280, height: 720 }
    const window = new BrowserWindow({
      ...bounds,
      minWidth: 640,
      minHeight: 400,
      show: false,
      title: title(),
      icon,
      autoHideMenuBar: true,
      backgroundColor: windowBackground(),
      webPreferences: { ...safePreferences(preload), session: this.session },
    })
    // Its keys are its own: no menu, no command of the office.
    window.removeMenu()
    this.window = window
    audience.add(window.id)
    const { id } = window
    window.once('ready-to-show', () => {
      if (!display) return window.show()
      window.showInactive()
      window.setFullScreen(true)
      // Some systems give a window that fills a display the keyboard all the same.
      if (asking && !asking.isDestroyed()) asking.focus()
    })
    window.on('page-title-updated', (event) => event.preventDefault())
    window.on('closed', () => {
      audience.delete(id)
      this.window = undefined
      onOpened(false)
    })
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      logFault('projector', new Error(`page gone: ${reason}`))
      if (!window.isDestroyed()) window.close()
    })
    void window.loadURL(`${appOrigin}/projector.html`).catch((fault: unknown) => logFault('projector', fault))
    onOpened(true)
  }

  close(): void {
    this.window?.close()
  }

  /** Shows a meeting, or that none is open. */
  show(content: ProjectorContent | undefined): void {
    this.content = content
    if (this.window) announceToAudience('projector.changed', this.view())
  }

  /** What it shows now, in the language of the interface. */
  view() {
    return { language: this.ports.language(), ...(this.content ? { content: this.content } : {}) }
  }

  /** The settings have changed. */
  refresh(): void {
    this.window?.setTitle(this.ports.title())
    this.show(this.content)
  }

  toggleFullScreen(): void {
    this.window?.setFullScreen(!this.window.isFullScreen())
  }
}
