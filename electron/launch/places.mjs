import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the project (absolute). */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Folder of the launcher (absolute). */
export const launchFolder = path.join(root, 'electron', 'launch')

/**
 * Where things that outlive a clone are kept, for example an Electron runtime.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} Absolute folder; it may not exist yet.
 */
export function cacheFolder(env = process.env) {
  if (env.XDG_CACHE_HOME) return path.join(env.XDG_CACHE_HOME, 'tutanak')
  if (process.platform === 'win32') {
    return path.join(env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'Tutanak', 'Cache')
  }
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'tutanak')
  return path.join(homedir(), '.cache', 'tutanak')
}

/**
 * Name of the Electron program inside an unpacked distribution.
 * @param {NodeJS.Platform} [platform]
 * @returns {string} Relative path, as Electron's own installer writes it to `path.txt`.
 */
export function executableName(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * Tells whether a program can be found on the search path.
 * @param {string} name File name without a folder.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} Its absolute path.
 */
export function findProgram(name, env = process.env) {
  return (env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file))
}

/**
 * Tells whether the launcher runs as root; Chromium refuses its sandbox there.
 * @returns {boolean}
 */
export function isRoot() {
  return process.getuid?.() === 0
}
