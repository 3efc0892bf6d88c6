import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { figuresOf, memoryOfTree, ratioOf, single, type BenchRow } from './measure'
import { settle } from './settle'
import { benchWindowSearch, untilIndexed } from './window-search'

const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export interface WindowBench {
  /** The Electron program and the project's folder (a folder, so that name and version are ours). */
  executable: string
  project: string
  archive: string
  userData: string
  documents: string
  runs: number
}

async function launch(executable: string, args: string[], env: Record<string, string> = {}) {
  return _electron.launch({
    executablePath: executable,
    args: [...args, ...rootArgs],
    env: { ...(process.env as Record<string, string>), ...env },
  })
}

/** An Electron window with one line of text: what no program on Electron can be faster than. */
async function bareApp(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const main = path.join(folder, 'main.cjs')
  await writeFile(path.join(folder, 'page.html'), '<!doctype html><title>bare</title><p role="row">hazır</p>')
  await writeFile(
    main,
    `const { app, BrowserWindow } = require('electron')
     app.whenReady().then(() => {
       const window = new BrowserWindow({ width: 1280, height: 800 })
       window.loadFile(${JSON.stringify(path.join(folder, 'page.html'))})
     })
     app.on('window-all-closed', () => app.quit())`,
  )
  return main
}

async function end(app: ElectronApplication): Promise<void> {
  const process_ = app.process()
  const ended = new Promise<void>((resolve) => process_.once('exit', () => resolve()))
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined)
  await ended
}

/** Waits for the first row with words in it: of our list, or the one line of the bare page. */
async function untilRow(page: Page): Promise<void> {
  await page.locator('[data-index] [role=gridcell]:not(:empty), p[role=row]').first().waitFor()
}

/** Launch to usable list, and memory, beside a bare Electron window, taken in turn. */
export async function benchWindow(options: WindowBench): Promise<BenchRow[]> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'tutanak-bare-'))
  const bareMain = await bareApp(scratch)
  const bare: number[] = []
  const ours: number[] = []
  const bareMemory: number[] = []
  const ourMemory: number[] = []
  let searched: BenchRow[] = []
  const env = { TUTANAK_USER_DATA: options.userData, TUTANAK_DOCUMENTS: options.documents }
  await settle(options.userData, options.archive)
  // One round that does not count: it builds catalogue and index, as the first start on a computer does.
  for (let round = -1; round < options.runs; round += 1) {
    let begin = performance.now()
    const bareRun = await launch(options.executable, [
      bareMain,
      `--user-data-dir=${path.join(scratch, 'profile')}`,
    ])
    await untilRow(await bareRun.firstWindow())
    if (round >= 0) bare.push(performance.now() - begin)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const bareMb = await memoryOfTree(bareRun.process().pid ?? 0)
    if (round >= 0 && bareMb) bareMemory.push(bareMb)
    await end(bareRun)

    begin = performance.now()
    const run = await launch(options.executable, [options.project, '--lang=tr'], env)
    const page = await run.firstWindow()
    await page.getByRole('link', { name: /^Toplantılar/ }).click()
    await untilRow(page)
    if (round >= 0) ours.push(performance.now() - begin)
    // The first round also waits for the index, which is built in the background.
    if (round < 0) await untilIndexed(page)
    await page.waitForTimeout(1500)
    const mb = await memoryOfTree(run.process().pid ?? 0)
    if (round >= 0 && mb) ourMemory.push(mb)
    if (round === options.runs - 1) searched = await benchWindowSearch(page)
    await end(run)
  }
  await rm(scratch, { recursive: true, force: true })
  const rows: BenchRow[] = [
    { group: 'açılış', what: 'yalın Electron penceresi', unit: 'ms', figures: figuresOf(bare) },
    { group: 'açılış', what: 'Tutanak: liste kullanılabilir', unit: 'ms', figures: figuresOf(ours) },
    { group: 'açılış', what: 'oran', unit: '×', figures: single(ratioOf(ours, bare)), goal: '≤ 1,5' },
  ]
  if (bareMemory.length > 0 && ourMemory.length > 0) {
    rows.push(
      {
        group: 'bellek',
        what: 'yalın Electron, bütün süreçler (PSS)',
        unit: 'MB',
        figures: figuresOf(bareMemory),
      },
      { group: 'bellek', what: 'Tutanak, bütün süreçler (PSS)', unit: 'MB', figures: figuresOf(ourMemory) },
      {
        group: 'bellek',
        what: 'fark',
        unit: 'MB',
        figures: single(figuresOf(ourMemory).p50 - figuresOf(bareMemory).p50),
        goal: '≤ 250 (10.000 toplantı)',
      },
    )
  }
  return [...rows, ...searched]
}
