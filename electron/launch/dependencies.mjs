import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { measureFolder, watchGrowth } from './measure.mjs'
import { root } from './places.mjs'
import { npmCommand, runQuietly } from './processes.mjs'
import { sayWhile, size } from './say.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockEntry
 */

/**
 * Installs the dependencies exactly as the lockfile names them, unless they are there already.
 * @returns {Promise<void>}
 */
export async function ensureDependencies() {
  const reason = whyDependenciesAreStale(root)
  if (!reason) return
  const [npm, leading] = npmCommand()
  const modules = path.join(root, 'node_modules')
  const received = await watchGrowth([
    path.join(process.env.npm_config_cache ?? defaultNpmCache(), '_cacache'),
  ])
  await sayWhile(
    `bağımlılıklar kilit dosyasından kuruluyor (npm ci), çünkü ${reason}`,
    () =>
      runQuietly(
        npm,
        [...leading, 'ci', '--ignore-scripts', '--no-progress', '--loglevel=error', '--include=dev'],
        {
          what: 'npm ci',
        },
      ),
    async () => `${size(await received())} alındı, ${size(await measureFolder(modules))} açıldı`,
  )
}

/**
 * Compares the lockfile with the list npm leaves in `node_modules` after every installation; a package that the
 * list lacks is right only when it is optional (made for another system).
 * @param {string} folder Folder of the project.
 * @returns {string | undefined} Why an installation is needed (Turkish), or nothing when all is up to date.
 */
export function whyDependenciesAreStale(folder) {
  const installedFile = path.join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return 'node_modules yok'
  const wanted = packagesOf(path.join(folder, 'package-lock.json'))
  const installed = packagesOf(installedFile)
  for (const [name, entry] of Object.entries(wanted)) {
    if (name === '') continue
    const found = installed[name]
    if (!found) {
      if (!entry.optional && !entry.devOptional) return `${name} eksik`
    } else if (found.version !== entry.version || found.integrity !== entry.integrity) {
      return `kilit dosyası değişti (${name})`
    }
  }
  const extra = Object.keys(installed).find((name) => !(name in wanted))
  return extra && `kilit dosyasında artık olmayan bir paket var (${extra})`
}

/** Where npm keeps what it downloads, when it did not start us and so did not tell. */
function defaultNpmCache() {
  return process.platform === 'win32' && process.env.LOCALAPPDATA
    ? path.join(process.env.LOCALAPPDATA, 'npm-cache')
    : path.join(homedir(), '.npm')
}

/**
 * @param {string} file
 * @returns {Record<string, LockEntry>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}
