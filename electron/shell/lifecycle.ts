import { app, powerMonitor, type BrowserWindow } from 'electron'
import { randomUUID } from 'node:crypto'
import type { Dialogs } from './dialogs'
import type { Log } from './log'

export interface LifecyclePorts {
  /** Asks the windows to write everything out; they answer through {@link FlushRounds.answer}. */
  announceFlush: (token: string) => void
  dialogs: Dialogs
  words: () => { unsaved: string; unsavedDetail: string; stay: string; leave: string }
  log: Log
  /** Waits for all queues and closes archive, search and paper. */
  shutDown: () => Promise<void>
}

const flushTimeout = 15_000

/** How long (ms) the window may take when the system ends the program, and how long closing may take after that. */
const endTiming = { flush: 2_000, shutDown: 4_000 } as const

/** Rounds of "write everything out": each ends when the window answers, or when it stays silent too long. */
export class FlushRounds {
  private readonly open = new Map<string, (clean: boolean) => void>()

  constructor(private readonly announce: (token: string) => void) {}

  /** Resolves to true when the window says that everything was acknowledged; to false when it is silent for `timeout` (ms). */
  ask(timeout = flushTimeout): Promise<boolean> {
    const token = randomUUID()
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.answer(token, false), timeout)
      this.open.set(token, (clean) => {
        clearTimeout(timer)
        resolve(clean)
      })
      this.announce(token)
    })
  }

  /** The window's answer. Unknown tokens are ignored. */
  answer(token: string, clean: boolean): void {
    const done = this.open.get(token)
    this.open.delete(token)
    done?.(clean)
  }
}

const within = (work: Promise<unknown>, ms: number) =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms))])

/**
 * Makes closing, quitting, sleep and shutdown wait until what was typed is on the disk. If it cannot be written, the user chooses
 * between staying and leaving; when the system ends the program, nobody is there to choose: then what could not be
 * written is kept on this computer, and the program ends.
 */
export function guardClosing(window: BrowserWindow, rounds: FlushRounds, ports: LifecyclePorts): void {
  let released = false
  let asking = false
  let ending = false
  // A window whose page is gone or never came up has nobody to answer.
  const alive = () =>
    !window.isDestroyed() && !window.webContents.isCrashed() && window.webContents.getURL() !== ''
  const shutDown = () => ports.shutDown().catch((fault: unknown) => ports.log.fault('shut down', fault))
  const release = () => {
    released = true
    if (!window.isDestroyed()) window.close()
    app.quit()
  }
  const tryClose = async () => {
    if (asking || ending) return
    asking = true
    const clean = alive() ? await rounds.ask() : true
    if (ending) return
    if (!clean && !window.isDestroyed()) {
      const { unsaved, unsavedDetail, stay, leave } = ports.words()
      const answer = await ports.dialogs.ask(window.id, unsaved, unsavedDetail, [stay, leave], 0)
      if (ending) return
      if (answer === 0) {
        asking = false
        return
      }
    }
    await shutDown()
    release()
  }
  const endNow = async () => {
    if (ending) return
    ending = true
    if (alive() && !(await rounds.ask(endTiming.flush)))
      ports.log.warn('ended by the system with unsaved words')
    // The page keeps in its storage what could not be written; Chromium would write that only later.
    if (!window.isDestroyed()) window.webContents.session.flushStorageData()
    await within(shutDown(), endTiming.shutDown)
    release()
    // A question that is open on the screen holds the program.
    setTimeout(() => app.exit(0), 1_000)
  }
  window.on('close', (event) => {
    if (released) return
    event.preventDefault()
    void tryClose()
  })
  powerMonitor.on('suspend', () => void rounds.ask())
  powerMonitor.on('lock-screen', () => void rounds.ask())
  if (process.platform !== 'win32') {
    powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
      event?.preventDefault()
      void endNow()
    })
    // Left to Chromium, a signal is a window being closed, with its question.
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) process.on(signal, () => void endNow())
  }
  // Windows ends the session soon after this event: ask for the bytes at once. (`query-session-end`, which comes
  // earlier, is not known to Electron 33.)
  window.on('session-end', () => {
    void rounds.ask().then(() => {
      if (!window.isDestroyed()) window.webContents.session.flushStorageData()
    })
  })
}

/** A page that crashed is loaded again; three times in a minute and it stays down, with the fault in the log. */
export function reviveCrashedPage(window: BrowserWindow, log: Log, load: () => Promise<void>): void {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, details) => {
    log.fault('window', `page gone: ${details.reason} ${details.exitCode}`)
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    const now = Date.now()
    crashes = [...crashes.filter((at) => now - at < 60_000), now]
    if (crashes.length <= 3) void load().catch((fault: unknown) => log.fault('reload', fault))
  })
  window.on('unresponsive', () => log.warn('window unresponsive'))
}
