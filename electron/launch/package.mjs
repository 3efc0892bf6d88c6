import path from 'node:path'
import { root } from './places.mjs'
import { runVisibly } from './processes.mjs'
import { say } from './say.mjs'

/**
 * Makes the unpacked program in `dist/` with electron-builder (or the targets that `args` name, on machines that
 * reach their tools). It takes the runtime found by the launcher; without that it would download one.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string[]} args Passed to electron-builder, e.g. `--linux deb`.
 * @returns {Promise<number>} Exit code.
 */
export async function buildPackage(runtime, args) {
  if (runtime.kind === 'registry') {
    say(
      `yedek Electron ${runtime.version} ile paketleniyor: yalnız deneme için, dağıtım resmi Electron ile yapılır`,
    )
  }
  const builder = path.join(root, 'node_modules', 'electron-builder', 'cli.js')
  const targets = args.length > 0 ? args : ['--dir']
  return runVisibly(process.execPath, [
    builder,
    ...targets,
    ...['--config', 'electron-builder.yml', '--publish', 'never'],
    `-c.electronDist=${runtime.folder}`,
    `-c.electronVersion=${runtime.version}`,
  ])
}
