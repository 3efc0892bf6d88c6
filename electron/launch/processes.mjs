import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { createInterface } from 'node:readline'
import { LaunchError } from './say.mjs'
import { root } from './places.mjs'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] Folder; the project's by default.
 * @property {NodeJS.ProcessEnv} [env] Whole environment; the launcher's by default.
 */

/**
 * Runs a program quietly. Its output is kept and shown only when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions & { what: string }} options `what` names the step in the error (Turkish).
 * @returns {Promise<string>} What it wrote to stdout.
 * @throws {LaunchError} With the end of its output when it cannot be started or its exit code is not 0.
 */
export function runQuietly(command, args, { cwd = root, env = process.env, what }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], ...shellFor(command) })
    let out = ''
    let all = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
      all += chunk
    })
    child.stderr.on('data', (chunk) => {
      all += chunk
    })
    child.on('error', (error) => reject(new LaunchError(`${what} başlatılamadı: ${error.message}`)))
    child.on('close', (code, signal) => {
      if (code === 0) resolve(out)
      else reject(new LaunchError(`${what} başarısız (${signal ?? `çıkış kodu ${code}`}):\n${shorten(all)}`))
    })
  })
}

/**
 * Keeps the beginning (npm names its error first) and the end (compilers name theirs last) of a long output.
 * @param {string} output
 * @returns {string} At most 36 lines.
 */
function shorten(output) {
  const lines = output.trim().split('\n')
  return lines.length <= 36 ? lines.join('\n') : [...lines.slice(0, 12), '…', ...lines.slice(-23)].join('\n')
}

/**
 * Runs a program that talks to the user itself; signals sent to the launcher reach it.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions & { stdin?: 'inherit' | 'ignore', hide?: RegExp }} [options] `hide`: lines of stderr to leave out.
 * @returns {Promise<number>} Its exit code; 128 + signal number when a signal ended it.
 * @throws {LaunchError} When it cannot be started.
 */
export function runVisibly(command, args, { cwd = root, env = process.env, stdin = 'inherit', hide } = {}) {
  return new Promise((resolve, reject) => {
    const stderr = hide ? 'pipe' : 'inherit'
    const child = spawn(command, args, { cwd, env, stdio: [stdin, 'inherit', stderr], ...shellFor(command) })
    if (hide && child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        if (!hide.test(line)) process.stderr.write(`${line}\n`)
      })
    }
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    const signals = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
    for (const signal of signals) process.on(signal, forward)
    const done = () => signals.forEach((signal) => process.off(signal, forward))
    child.on('error', (error) => {
      done()
      reject(new LaunchError(`${command} başlatılamadı: ${error.message}`))
    })
    child.on('close', (code, signal) => {
      done()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/**
 * The command that calls the npm that started us, or the one on the path.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {[string, string[]]} Program and its leading arguments.
 */
export function npmCommand(env = process.env) {
  const cli = env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli)) return [process.execPath, [cli]]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
}

/**
 * Windows starts `.cmd` files only through its shell.
 * @param {string} command
 * @returns {{ shell?: boolean }}
 */
function shellFor(command) {
  return command.endsWith('.cmd') ? { shell: true } : {}
}
