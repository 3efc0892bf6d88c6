import { createHash } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './places.mjs'
import { say } from './say.mjs'

// Outside the project, since `npm ci` empties node_modules and a build replaces out/.
const lockFile = path.join(
  tmpdir(),
  `tutanak-kurulum-${createHash('sha256').update(root).digest('hex').slice(0, 12)}.lock`,
)

/**
 * Runs the set-up steps while no other launcher of the same folder does, so that two terminals do not install
 * or build over each other. The lock of a process that no longer lives is taken over.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetupLock(work) {
  let told = false
  for (;;) {
    const holder = take()
    if (holder === undefined) break
    if (!told) say(`bu klasörde başka bir kurulum sürüyor (işlem ${holder}), bitmesi bekleniyor`)
    told = true
    await pause(300)
  }
  const release = () => rmSync(lockFile, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    release()
    process.off('exit', release)
  }
}

/**
 * @returns {number | undefined} The living holder, or nothing when the lock is now ours.
 */
function take() {
  // Written beside and linked: the lock never exists without its holder's number.
  const own = `${lockFile}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, lockFile)
    return undefined
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  } finally {
    rmSync(own, { force: true })
  }
  const holder = Number(readOrNothing())
  if (holder > 0 && isAlive(holder)) return holder
  rmSync(lockFile, { force: true })
  return take()
}

function readOrNothing() {
  try {
    return readFileSync(lockFile, 'utf8')
  } catch {
    return ''
  }
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
