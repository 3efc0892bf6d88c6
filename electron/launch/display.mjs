import { spawn } from 'node:child_process'
import { LaunchError, say } from './say.mjs'

/**
 * Tells whether windows can be shown here.
 * @returns {boolean}
 */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}

/**
 * Starts a virtual display when there is none and points `DISPLAY` at it; it ends with the launcher.
 * Xvfb chooses a free number itself and tells it on descriptor 3, so no number can be taken twice.
 * @returns {Promise<void>}
 * @throws {LaunchError} When Xvfb does not start.
 */
export async function ensureDisplay() {
  if (hasDisplay()) return
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  )
  process.once('exit', () => server.kill())
  process.env.DISPLAY = `:${await displayNumber(server)}`
  // Neither the server nor its pipes may keep the launcher alive.
  server.unref()
  for (const stream of [server.stderr, server.stdio[3]])
    /** @type {import('node:net').Socket} */ (stream).unref()
  say(`ekran yok, sanal bir ekran açıldı (Xvfb ${process.env.DISPLAY})`)
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let told = ''
    let errors = ''
    server.stderr?.on('data', (chunk) => {
      errors += chunk
    })
    server.stdio[3]?.on('data', (chunk) => {
      told += chunk
      if (told.includes('\n')) resolve(told.trim())
    })
    server.on('error', (error) => reject(new LaunchError(`sanal ekran başlatılamadı: ${error.message}`)))
    server.on('exit', (code) =>
      reject(new LaunchError(`sanal ekran başlatılamadı (çıkış kodu ${code}): ${errors.trim()}`)),
    )
  })
}
