import { AxeBuilder } from '@axe-core/playwright'
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { electronExecutable } from './electron-runtime'

const root = path.resolve(import.meta.dirname, '../..')

/** Lines that Chromium writes on any machine without a session bus or a graphics card; anything else fails the test. */
const harmless = [
  /bus\.cc/,
  /viz_main_impl\.cc/,
  /DevTools listening/,
  /Debugger listening/,
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
  /** Closes the window as a user would and waits until the program has ended. */
  close(): Promise<void>
  /** Power cut for the program: SIGKILL to it and all its processes. */
  kill(): Promise<void>
}

export interface Desk {
  /** A folder of this test alone, with a blank and Turkish letters in its path. */
  folder: string
  userData: string
  documents: string
  /** Starts the program; several starts in one test share settings and documents. */
  start(options?: { env?: Record<string, string>; args?: string[] }): Promise<RunningApp>
}

async function startApp(
  desk: Omit<Desk, 'start'>,
  options: { env?: Record<string, string>; args?: string[] },
) {
  const asRoot = process.getuid?.() === 0
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [
      root,
      '--lang=tr',
      ...(asRoot ? ['--no-sandbox'] : []),
      ...(options.args ?? []),
    ],
    cwd: root,
    env: {
      ...(process.env as Record<string, string>),
      TZ: 'Europe/Istanbul',
      TUTANAK_USER_DATA: desk.userData,
      TUTANAK_DOCUMENTS: desk.documents,
      ...options.env,
    },
  })
  const complaints: string[] = []
  const violations: string[] = []
  app.process().stderr?.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString('utf8').split('\n'))
      if (!harmless.some((known) => known.test(line))) complaints.push(line)
  })
  const page = await app.firstWindow()
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text())
  })
  page.on('pageerror', (fault) => complaints.push(`page: ${fault.stack ?? fault.message}`))
  const ended = new Promise<void>((resolve) => app.process().once('exit', () => resolve()))
  const running: RunningApp = {
    app,
    page,
    complaints,
    violations,
    async close() {
      await app
        .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
        .catch(() => undefined)
      await ended
    },
    async kill() {
      app.process().kill('SIGKILL')
      await ended
    },
  }
  return running
}

/** Playwright's test with a desk: temp folders, and everything that was started is ended at the end. */
export const test = base.extend<{ desk: Desk }>({
  // eslint's rule for React hooks does not apply: `use` is Playwright's.
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
    for (const running of started) {
      if (running.app.process().exitCode === null && running.app.process().signalCode === null)
        await running.close()
      expect(running.complaints).toEqual([])
      expect(running.violations).toEqual([])
    }
    await rm(folder, { recursive: true, force: true })
  },
})

export { expect }

/** The next save dialog answers with this path. */
export async function answerSaveDialog(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
}

/** The next folder dialog answers with this path. */
export async function answerFolderDialog(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, folder)
}

/** Asks axe about the whole page; serious and critical findings fail. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = grave.map(
    ({ id, nodes }) => `${screen}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
  expect(told).toEqual([])
}
