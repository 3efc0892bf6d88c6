import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { cacheFolder, executableName } from './places.mjs'
import { runQuietly } from './processes.mjs'
import { say, sayWhile, size } from './say.mjs'

const FIRST_BYTE_TIMEOUT = 6_000
const STALL_TIMEOUT = 30_000
const RETRY_AFTER = 12 * 3_600_000

/**
 * Looks for the binary that Electron's own installer has unpacked.
 * @param {string} folder The installed package, `node_modules/electron`.
 * @returns {string | undefined} Its `dist` folder, when complete and of the package's version.
 */
export function installedOfficial(folder) {
  const dist = path.join(folder, 'dist')
  try {
    const unpacked = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
    return unpacked === versionOf(folder) && existsSync(path.join(dist, executableName())) ? dist : undefined
  } catch {
    return undefined
  }
}

/**
 * Tells whether the download host failed within the last hours. A closed machine should not pay for asking
 * it at every start; another mirror or version asks at once.
 * @param {string} folder The installed package.
 * @returns {boolean}
 */
export function failedLately(folder) {
  try {
    const age = Date.now() - statSync(failureFile()).mtimeMs
    return age < RETRY_AFTER && readFileSync(failureFile(), 'utf8') === attempt(folder)
  } catch {
    return false
  }
}

/**
 * Downloads the official binary through `@electron/get` (its mirror, proxy and cache variables count; it checks
 * the checksum against the package's own list) and lets Electron's installer unpack it. A host that does not
 * answer is given up after seconds.
 * @param {string} folder The installed package.
 * @returns {Promise<string | undefined>} Its `dist` folder, or nothing when it could not be had (said in one line).
 */
export async function installOfficial(folder) {
  const source = mirror() ? 'ayarlanan yansıdan' : 'resmi sunucudan'
  let received = 0
  try {
    await sayWhile(
      `Electron ${versionOf(folder)} ${source} indiriliyor ve kuruluyor, çünkü bu makinede yok`,
      async () => {
        await download(folder, (bytes) => {
          received = bytes
        })
        // The installer finds the archive in the cache that the download filled.
        await runQuietly(process.execPath, [path.join(folder, 'install.js')], { what: 'Electron kurulumu' })
      },
      () => `${size(received)} alındı`,
    )
  } catch (error) {
    say(`Electron ${versionOf(folder)} ${source} alınamadı: ${reasonOf(error)}`)
    mkdirSync(cacheFolder(), { recursive: true })
    writeFileSync(failureFile(), attempt(folder))
    return undefined
  }
  rmSync(failureFile(), { force: true })
  return installedOfficial(folder)
}

/**
 * @param {string} folder
 * @param {(bytes: number) => void} onProgress
 * @returns {Promise<void>}
 */
async function download(folder, onProgress) {
  const requireThere = createRequire(path.join(folder, 'package.json'))
  const get = await import(pathToFileURL(requireThere.resolve('@electron/get')).href)
  const abort = new AbortController()
  const giveUp = () => abort.abort(new Error('sunucu yanıt vermiyor'))
  let timer = setTimeout(giveUp, FIRST_BYTE_TIMEOUT)
  const env = process.env
  const remoteChecksums = env.electron_use_remote_checksums || env.npm_config_electron_use_remote_checksums
  try {
    await get.downloadArtifact({
      version: versionOf(folder),
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      cacheRoot: env.electron_config_cache,
      checksums: remoteChecksums ? undefined : requireThere('./checksums.json'),
      downloadOptions: {
        quiet: true,
        signal: abort.signal,
        getProgressCallback: async (/** @type {{ transferred: number }} */ { transferred }) => {
          clearTimeout(timer)
          timer = setTimeout(giveUp, STALL_TIMEOUT)
          onProgress(transferred)
        },
      },
    })
  } finally {
    clearTimeout(timer)
  }
}

/**
 * @param {string} folder
 * @returns {string}
 */
function versionOf(folder) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version
}

/**
 * The mirror variable as `@electron/get` documents it.
 * @returns {string | undefined}
 */
function mirror() {
  const env = process.env
  return env.npm_config_electron_mirror ?? env.NPM_CONFIG_ELECTRON_MIRROR ?? env.ELECTRON_MIRROR
}

function failureFile() {
  return path.join(cacheFolder(), 'official-electron-failed')
}

/**
 * @param {string} folder
 * @returns {string}
 */
function attempt(folder) {
  return `${versionOf(folder)} ${mirror() ?? ''}`
}

/**
 * @param {unknown} error
 * @returns {string} One line.
 */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? `${error.cause.message}` : error.message
  return cause.split('\n')[0] ?? cause
}
