import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { existsSync } from 'node:fs'
import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureDisplay, hasDisplay } from './display.mjs'
import { root } from './places.mjs'
import { runVisibly } from './processes.mjs'
import { ensureRuntime } from './runtime.mjs'
import { sandboxSwitches } from './sandbox.mjs'
import { LaunchError, say } from './say.mjs'
import { withSetupLock } from './setup-lock.mjs'
import { ensureSystem, PDF_TOOLS, VIRTUAL_DISPLAY } from './system-libraries.mjs'

/**
 * @typedef {import('./runtime.mjs').Runtime} Runtime
 * @typedef {(args: string[]) => Promise<number>} Verb Takes the arguments after the verb, returns the exit code.
 */

// What Chromium says on a machine without a system bus or a graphics card; it works all the same.
const HARMLESS = /bus\.cc|viz_main_impl\.cc|command_buffer_proxy_impl\.cc|^DevTools listening/

/** @type {Record<string, Verb>} */
const verbs = { start, test, cli, build, package: makePackage, bench, screenshots }

/**
 * Runs one verb and ends the process with its exit code.
 * @param {string} name `start`, `test`, `cli`, `build`, `package`, `bench` or `screenshots`.
 * @param {string[]} args
 * @returns {Promise<void>}
 */
export async function run(name, args) {
  const verb = verbs[name]
  try {
    if (!verb)
      throw new LaunchError(`bilinmeyen komut: ${name} (bilinenler: ${Object.keys(verbs).join(', ')})`)
    process.chdir(root)
    process.exitCode = await verb(args)
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error
    say(error.message)
    process.exitCode = 1
  }
}

/** @type {Verb} */
async function start(args) {
  const runtime = await withSetupLock(() => prepare({ tools: hasDisplay() ? [] : [VIRTUAL_DISPLAY] }))
  const switches = sandboxSwitches(runtime.folder)
  await ensureDisplay()
  const kinds = { override: 'TUTANAK_ELECTRON', official: 'resmi', registry: 'npm kaydındaki yedek' }
  say(`açılıyor: Electron ${runtime.version} (${kinds[runtime.kind]})`)
  return runVisibly(runtime.executable, [...switches, root, ...args], { hide: HARMLESS })
}

/** @type {Verb} */
async function test(args) {
  const { runSuites, chooseSuites } = await import('./suites.mjs')
  const { suites, filters } = chooseSuites(args)
  const isBuilt = await prepareTests(suites)
  return runSuites(suites, filters, isBuilt)
}

/** @type {Verb} */
async function screenshots(args) {
  const { playwright } = await import('./suites.mjs')
  if (!(await prepareTests(['e2e']))) return 1
  process.env.TUTANAK_SCREENSHOTS = '1'
  return runVisibly(...playwright(['--project', 'screenshots', '--reporter=list', ...args]))
}

/** @type {Verb} */
async function cli(args) {
  // npm changes to the project's folder; relative paths are meant from where the user stands.
  const calledByNpm = process.env.npm_lifecycle_event === 'cli' && process.env.INIT_CWD
  const from = calledByNpm ? calledByNpm : callerFolder
  await withSetupLock(async () => {
    await ensureDependencies()
    await ensureBuild()
  })
  const program = builtFile('cli')
  process.chdir(from)
  process.argv = [process.execPath, program, ...args]
  await import(pathToFileURL(program).href)
  return Number(process.exitCode ?? 0)
}
const callerFolder = process.cwd()

/** @type {Verb} */
async function build() {
  await withSetupLock(async () => {
    await ensureDependencies()
    await ensureBuild()
  })
  say('derleme güncel (out/)')
  return 0
}

/** @type {Verb} */
async function makePackage(args) {
  const { buildPackage } = await import('./package.mjs')
  const runtime = await withSetupLock(() => prepare({ tools: [] }))
  return buildPackage(runtime, args)
}

/** @type {Verb} */
async function bench(args) {
  const { buildBench } = await import('./bench.mjs')
  const runtime = await withSetupLock(() => prepare({ tools: hasDisplay() ? [] : [VIRTUAL_DISPLAY] }))
  const program = await buildBench()
  await ensureDisplay()
  return runVisibly(process.execPath, [program, ...args], { env: testEnvironment(runtime) })
}

/**
 * @param {string[]} suites
 * @returns {Promise<boolean>} False when the program does not build; the other suites can still tell something.
 */
async function prepareTests(suites) {
  if (suites.every((suite) => suite === 'check')) {
    await withSetupLock(ensureDependencies)
    return true
  }
  const windows = suites.includes('e2e') && !hasDisplay()
  let isBuilt = true
  const runtime = await withSetupLock(async () => {
    const found = await prepareMachine({ tools: windows ? [VIRTUAL_DISPLAY, ...PDF_TOOLS] : PDF_TOOLS })
    await ensureBuild().catch((error) => {
      if (!(error instanceof LaunchError)) throw error
      say(error.message)
      isBuilt = false
    })
    return found
  })
  if (windows) await ensureDisplay()
  Object.assign(process.env, testEnvironment(runtime))
  return isBuilt
}

/**
 * All set-up up to a program that can be started.
 * @param {{ tools: import('./system-libraries.mjs').SystemTool[] }} needs
 * @returns {Promise<Runtime>}
 */
async function prepare({ tools }) {
  const runtime = await prepareMachine({ tools })
  await ensureBuild()
  return runtime
}

/**
 * The set-up without the build.
 * @param {{ tools: import('./system-libraries.mjs').SystemTool[] }} needs
 * @returns {Promise<Runtime>}
 */
async function prepareMachine({ tools }) {
  await ensureDependencies()
  const runtime = await ensureRuntime()
  await ensureSystem({ runtimeFolder: runtime.folder, tools })
  return runtime
}

/**
 * What tests and benchmarks read to find Electron.
 * @param {Runtime} runtime
 * @returns {NodeJS.ProcessEnv}
 */
function testEnvironment(runtime) {
  return { ...process.env, TUTANAK_ELECTRON_PATH: runtime.executable, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' }
}

/**
 * @param {string} name
 * @returns {string}
 */
function builtFile(name) {
  const file = path.join(root, 'out', 'main', `${name}.js`)
  if (!existsSync(file)) throw new LaunchError(`derlemede ${name} yok: electron/${name}.ts bulunamadı`)
  return file
}
