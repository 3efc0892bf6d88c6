import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { root } from './places.mjs'
import { runQuietly } from './processes.mjs'
import { sayWhile } from './say.mjs'

const SOURCES = [
  'electron',
  'shared',
  'renderer',
  'resources',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const PARTS = ['main', 'preload', 'renderer']
const stampFile = path.join(root, 'out', 'build-stamp')

/**
 * Builds main, preload and renderer into `out/`, unless nothing changed since the last build. The new build is
 * made beside and put in place at the end: a failed build leaves the last good one.
 * @returns {Promise<void>}
 */
export async function ensureBuild() {
  const state = sourceState()
  const reason = whyBuildIsStale(state)
  if (!reason) return
  const fresh = path.join(root, `out-${process.pid}`)
  const drop = () => rmSync(fresh, { recursive: true, force: true })
  process.once('exit', drop)
  await sayWhile(`uygulama derleniyor, çünkü ${reason}`, async () => {
    const cli = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    await runQuietly(
      process.execPath,
      [cli, 'build', '-c', 'electron/electron.vite.config.ts', '--outDir', fresh],
      {
        // electron-vite looks for Electron only to learn its version; our targets are set in its config.
        env: { ...process.env, NODE_ENV: 'production' },
        what: 'derleme',
      },
    )
    mkdirSync(path.join(root, 'out'), { recursive: true })
    for (const part of PARTS) swapIn(path.join(fresh, part), path.join(root, 'out', part))
    writeFileSync(stampFile, state)
  })
  drop()
  process.off('exit', drop)
}

/**
 * @param {string} fresh
 * @param {string} target
 * @returns {void}
 */
function swapIn(fresh, target) {
  if (!existsSync(fresh)) return
  const old = `${fresh}-old`
  if (existsSync(target)) renameSync(target, old)
  renameSync(fresh, target)
}

/**
 * @param {string} state
 * @returns {string | undefined} Reason (Turkish).
 */
function whyBuildIsStale(state) {
  if (!existsSync(path.join(root, 'out', 'main'))) return 'henüz derlenmemiş'
  if (!existsSync(stampFile)) return 'hangi kaynaktan derlendiği bilinmiyor'
  return readFileSync(stampFile, 'utf8') === state ? undefined : 'kaynaklar değişti'
}

/**
 * A fingerprint of everything a build reads: path, size and time of each file.
 * @returns {string} sha256, hexadecimal.
 */
function sourceState() {
  const hash = createHash('sha256')
  for (const source of SOURCES) addToHash(hash, source)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} relative
 * @returns {void}
 */
function addToHash(hash, relative) {
  const stat = statSync(path.join(root, relative), { throwIfNoEntry: false })
  if (!stat) return
  if (!stat.isDirectory()) {
    hash.update(`${relative}\0${stat.size}\0${stat.mtimeMs}\n`)
    return
  }
  // The launcher is not part of the program it builds.
  if (relative === path.join('electron', 'launch')) return
  for (const name of readdirSync(path.join(root, relative)).sort()) addToHash(hash, path.join(relative, name))
}
