import { chromium, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

const root = path.resolve(import.meta.dirname, '../..')
const dist = path.join(root, 'dist')

/** A packaged program that runs, seen through its remote-debugging port. */
export interface PackagedApp {
  page: Page
  /** Closes the window as a user would and waits until the program has ended; gives its exit code. */
  close(): Promise<number | null>
}

/**
 * Makes the package as `npm run package` does.
 * @throws Error with the end of its output when that fails.
 */
export async function makePackage(): Promise<void> {
  const launcher = path.join(root, 'electron', 'launch', 'launch.mjs')
  const child = spawn(process.execPath, [launcher, 'package'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`packaging failed (${code}):\n${output.slice(-3000)}`)
}

/**
 * Where electron-builder put the program.
 * @returns The program and the folder that holds `app.asar`, both absolute.
 */
export function packagedPlaces(): { program: string; resources: string } {
  if (process.platform === 'darwin') {
    const folder = readdirSync(dist).find((name) => name.startsWith('mac')) ?? 'mac'
    const contents = path.join(dist, folder, 'Tutanak.app', 'Contents')
    return { program: path.join(contents, 'MacOS', 'Tutanak'), resources: path.join(contents, 'Resources') }
  }
  const windows = process.platform === 'win32'
  const folder = path.join(dist, windows ? 'win-unpacked' : 'linux-unpacked')
  return {
    program: path.join(folder, windows ? 'Tutanak.exe' : 'tutanak'),
    resources: path.join(folder, 'resources'),
  }
}

/**
 * Starts the packaged program. Its inspector is sealed off, so Playwright cannot start it itself: the page is
 * reached through Chromium's own debugging port.
 * @param env What to set besides the environment of the tests.
 */
export async function startPackaged(env: Record<string, string>): Promise<PackagedApp> {
  const { program } = packagedPlaces()
  if (!existsSync(program)) throw new Error(`no packaged program: ${program}`)
  const switches = ['--remote-debugging-port=0', '--lang=tr']
  if (process.getuid?.() === 0) switches.push('--no-sandbox')
  const child = spawn(program, switches, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const port = await debuggingPort(child)
    await pageListed(port)
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    const page = browser.contexts()[0]?.pages()[0]
    if (!page) throw new Error('the packaged program has no page')
    return {
      page,
      async close() {
        const ended = once(child, 'exit') as Promise<[number | null]>
        // The page's own way out; the connection breaks while the answer is under way.
        await page.close({ runBeforeUnload: true }).catch(() => undefined)
        const [code] = await ended
        return code
      },
    }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

/** Chromium tells the port it chose in a line of stderr. */
function debuggingPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`the packaged program ended at once (${code})`)))
    if (!child.stderr) return
    createInterface({ input: child.stderr }).on('line', (line) => {
      const port = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line)?.[1]
      if (port) resolve(Number(port))
    })
  })
}

/** Connecting before the window exists would give a browser without pages for good. */
async function pageListed(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
    const targets = (await answer.json()) as { type: string }[]
    if (targets.some((target) => target.type === 'page')) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the packaged program opened no window')
}
