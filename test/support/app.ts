import { AxeBuilder } from '@axe-core/playwright'
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { electronExecutable } from './electron-runtime'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * Lines that Chromium writes on any machine without a session bus or a graphics card, and when keys come faster than frames
 * are drawn; anything else fails the test.
 */
const harmless = [
  /(bus|object_proxy)\.cc/,
  /(viz_main_impl|command_buffer_proxy_impl|latency_info)\.cc/,
  /DevTools listening/,
  /debugger/i,
  /inspector/i,
  /^\s*$/,
]

/** A running Tutanak: the real program in a real window. */
export interface RunningApp {
  app: ElectronApplication
  page: Page
  /** What Chromium and the program complained about, harmless lines left out. */
  complaints: string[]
  /** Violations of the content security policy that the page reported. */
  violations: string[]
  /** Whether the program still runs. */
  runs(): boolean
  /** Closes the window as a user would and waits until the program has ended. */
  close(): Promise<void>
  /** Power cut for the program: SIGKILL to it and all its processes. */
  kill(): Promise<void>
}

export interface StartOptions {
  env?: Record<string, string>
  args?: string[]
}

export interface Desk {
  /** A folder of this test alone, with a blank and Turkish letters in its path. */
  folder: string
  userData: string
  documents: string
  /** Starts the program; several starts in one test share settings and documents. */
  start(options?: StartOptions): Promise<RunningApp>
}

/** Program and arguments with which the desk's Tutanak starts. */
export function commandOf(args: string[] = []): { executable: string; args: string[] } {
  const asRoot = process.getuid?.() === 0
  return {
    executable: electronExecutable(),
    args: [root, '--lang=tr', ...(asRoot ? ['--no-sandbox'] : []), ...args],
  }
}

/** Environment of the desk's Tutanak: its own settings and documents, the office's clock. */
export function environmentOf(desk: Pick<Desk, 'userData' | 'documents'>): Record<string, string> {
  return {
    ...(process.env as Record<string, string>),
    TZ: 'Europe/Istanbul',
    TUTANAK_USER_DATA: desk.userData,
    TUTANAK_DOCUMENTS: desk.documents,
  }
}

async function startApp(desk: Omit<Desk, 'start'>, options: StartOptions): Promise<RunningApp> {
  const { executable, args } = commandOf(options.args)
  const app = await _electron.launch({
    executablePath: executable,
    args,
    cwd: root,
    env: { ...environmentOf(desk), ...options.env },
  })
  const complaints: string[] = []
  const violations: string[] = []
  const child = app.process()
  let killed = false
  child.stderr?.on('data', (chunk: Buffer) => {
    // The processes that outlive a killed main process for a moment may say so.
    if (killed) return
    for (const line of chunk.toString('utf8').split('\n'))
      if (!harmless.some((known) => known.test(line))) complaints.push(line)
  })
  const runs = () => child.exitCode === null && child.signalCode === null
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const page = await app.firstWindow()
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text())
  })
  page.on('pageerror', (fault) => complaints.push(`page: ${fault.stack ?? fault.message}`))
  return {
    app,
    page,
    complaints,
    violations,
    runs,
    async close() {
      // The program may be gone before its answer is.
      await app
        .evaluate(({ BrowserWindow }) => {
          const windows = BrowserWindow.getAllWindows()
          windows.find(({ webContents }) => !webContents.getURL().includes('/projector.html'))?.close()
        })
        .catch(() => undefined)
      await ended
    },
    async kill() {
      killed = true
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Playwright's test with a desk: temp folders, and everything that was started is ended at the end. */
export const test = base.extend<{ desk: Desk }>({
  desk: async ({ browserName: _browserName }, provide) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tutanak ş İ '))
    const desk = { folder, userData: path.join(folder, 'ayarlar'), documents: path.join(folder, 'Belgeler') }
    await mkdir(desk.documents, { recursive: true })
    const started: RunningApp[] = []
    await provide({
      ...desk,
      async start(options = {}) {
        const running = await startApp(desk, options)
        started.push(running)
        return running
      },
    })
    for (const running of started) if (running.runs()) await running.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    expect(started.flatMap(({ complaints }) => complaints)).toEqual([])
    expect(started.flatMap(({ violations }) => violations)).toEqual([])
  },
})

export { expect }

/** Every save dialog from now on answers with this path; without one the user gives up. */
export async function answerSaveDialog(app: ElectronApplication, file?: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () =>
      Promise.resolve(filePath ? { canceled: false, filePath } : { canceled: true, filePath: '' })
  }, file)
}

/** Every folder dialog from now on answers with this path. */
export async function answerFolderDialog(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, folder)
}

/**
 * Asks axe about the whole page, or about an open dialog alone, since what lies behind it is dimmed; serious and critical
 * findings fail. `rules`: only these, where others cannot come out differently.
 */
export async function expectAccessible(
  page: Page,
  screen: string,
  rules?: string[],
  within?: 'dialog',
): Promise<void> {
  // What is fading in or out has another contrast than it stands with, and a notice may begin to leave while axe looks.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          document
            .getAnimations()
            .filter(
              ({ playState, effect }) =>
                playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime ?? 0),
            ).length,
      ),
    )
    .toBe(0)
  const whole = new AxeBuilder({ page }).setLegacyMode()
  const axe = within ? whole.include(`[role=${within}]`) : whole
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = grave.map(
    ({ id, nodes }) =>
      `${screen}: ${id} ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 240)} ${failureSummary ?? ''}`).join(' | ')}`,
  )
  expect(told).toEqual([])
}
