import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { watchGrowth } from './measure.mjs'
import { findProgram, isRoot } from './places.mjs'
import { runQuietly } from './processes.mjs'
import { LaunchError, sayWhile, size } from './say.mjs'

// Debian packages; where a newer release renamed one (64-bit time_t), the new name comes first.
const LIBRARY_PACKAGES = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
]
const LINKED_FILES = ['electron', 'chrome_crashpad_handler', 'libEGL.so', 'libGLESv2.so']

/**
 * A program of the system that a verb needs, with the Debian package that has it.
 * @typedef {{ program: string, package: string }} SystemTool
 */

/** @type {SystemTool} */
export const VIRTUAL_DISPLAY = { program: 'Xvfb', package: 'xvfb' }
/** @type {SystemTool[]} The tests read PDF files with these. */
export const PDF_TOOLS = [
  { program: 'pdftotext', package: 'poppler-utils' },
  { program: 'qpdf', package: 'qpdf' },
]

/**
 * Installs what the system lacks (as root on Debian), or stops with the command to run.
 * @param {object} needs
 * @param {string} [needs.runtimeFolder] Electron distribution whose shared libraries must be found.
 * @param {SystemTool[]} needs.tools
 * @param {boolean} [asRoot]
 * @returns {Promise<void>}
 * @throws {LaunchError} When something is missing and cannot be installed from here.
 */
export async function ensureSystem({ runtimeFolder, tools }, asRoot = isRoot()) {
  if (process.platform !== 'linux') return
  const missing = whatIsMissing({ runtimeFolder, tools })
  if (missing.names.length === 0) return
  const names = missing.names.join(', ')
  const apt = findProgram('apt-get')
  if (!apt) {
    throw new LaunchError(
      `sistemde eksik: ${names}. Bunları dağıtımın paket yöneticisiyle kurun ` +
        `(Debian'daki paket adları: ${missing.packages.map((choice) => choice.at(-1)).join(' ')}).`,
    )
  }
  const install = ['install', '-y', '--no-install-recommends']
  if (!asRoot) {
    const command = `sudo apt-get ${install.join(' ')} ${available(missing.packages).join(' ')}`
    throw new LaunchError(
      `sistemde eksik: ${names}. Kurmak için şu komutu çalıştırın:\n\n  sudo apt-get update && ${command}\n`,
    )
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const received = await watchGrowth(['/var/lib/apt/lists', '/var/cache/apt/archives'])
  const fetchAndInstall = async () => {
    await runQuietly(apt, ['update'], { env, what: 'apt-get update' })
    await runQuietly(apt, [...install, ...available(missing.packages)], { env, what: 'apt-get install' })
  }
  await sayWhile(
    `sistem paketleri kuruluyor (apt-get), çünkü eksik: ${names}`,
    fetchAndInstall,
    async () => `${size(await received())} alındı`,
  )
  const still = whatIsMissing({ runtimeFolder, tools })
  if (still.names.length > 0) throw new LaunchError(`kurulumdan sonra da eksik: ${still.names.join(', ')}`)
}

/**
 * @param {{ runtimeFolder?: string, tools: SystemTool[] }} needs
 * @returns {{ names: string[], packages: string[][] }} What is missing and the packages (with alternatives) for it.
 */
function whatIsMissing({ runtimeFolder, tools }) {
  const libraries = runtimeFolder ? missingLibraries(runtimeFolder) : []
  const programs = tools.filter((tool) => !findProgram(tool.program))
  return {
    names: [...libraries, ...programs.map((tool) => tool.program)],
    packages: [...(libraries.length > 0 ? LIBRARY_PACKAGES : []), ...programs.map((tool) => [tool.package])],
  }
}

/**
 * Asks the loader which shared libraries of a distribution it cannot find.
 * @param {string} folder
 * @returns {string[]} File names such as `libgtk-3.so.0`, each once.
 */
function missingLibraries(folder) {
  const files = LINKED_FILES.map((name) => path.join(folder, name)).filter((file) => existsSync(file))
  const { stdout } = spawnSync('ldd', files, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
  const missing = [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
  return [...new Set(missing)]
}

/**
 * Chooses of each package's names the first that this release knows.
 * @param {string[][]} packages
 * @returns {string[]}
 */
function available(packages) {
  return packages.map((names) => names.find(isKnown) ?? names.at(-1) ?? '')
}

/**
 * @param {string} name
 * @returns {boolean}
 */
function isKnown(name) {
  try {
    const policy = execFileSync('apt-cache', ['policy', name], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return /Candidate: (?!\(none\))\S/.test(policy)
  } catch {
    return false
  }
}
