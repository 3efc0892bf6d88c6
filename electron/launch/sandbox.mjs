import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { isRoot } from './places.mjs'
import { LaunchError, say } from './say.mjs'

/**
 * The switches Electron needs for its sandbox on this machine.
 * @param {string} runtimeFolder
 * @returns {string[]} Empty where the sandbox works; `--no-sandbox` only as root (said in one line).
 * @throws {LaunchError} When the kernel forbids the sandbox to ordinary users until one command is run.
 */
export function sandboxSwitches(runtimeFolder) {
  if (process.platform !== 'linux') return []
  if (isRoot()) {
    say(
      "root olarak Chromium korumalı alanı çalışamaz, '--no-sandbox' ile açılıyor (yalnız deneme makineleri için)",
    )
    return ['--no-sandbox']
  }
  const helper = path.join(runtimeFolder, 'chrome-sandbox')
  if (mayUseNamespaces() || isSetuidRoot(helper)) return []
  throw new LaunchError(
    'bu sistem Chromium korumalı alanına izin vermiyor. Bir kez şu komutu çalıştırın:\n\n' +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n`,
  )
}

/**
 * Ordinary users may be kept from making namespaces by AppArmor (Ubuntu ≥ 23.10), by Debian's own switch, or by
 * the place they are in (a chroot, a container): the last is found out by making one.
 */
function mayUseNamespaces() {
  return (
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
    setting('/proc/sys/kernel/unprivileged_userns_clone') !== '0' &&
    setting('/proc/sys/user/max_user_namespaces') !== '0' &&
    (spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' }).status ?? 0) === 0
  )
}

/**
 * @param {string} file
 * @returns {string | undefined}
 */
function setting(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

/**
 * @param {string} file
 * @returns {boolean}
 */
function isSetuidRoot(file) {
  try {
    const { mode, uid } = statSync(file)
    return uid === 0 && (mode & 0o4000) !== 0
  } catch {
    return false
  }
}
