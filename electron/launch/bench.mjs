import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './places.mjs'
import { LaunchError, sayWhile } from './say.mjs'

/**
 * Bundles the benchmark with vite, so that it runs the same sources under plain Node.
 * @returns {Promise<string>} The program to run.
 * @throws {LaunchError} When there is no benchmark.
 */
export async function buildBench() {
  const entry = path.join(root, 'test', 'bench', 'main.ts')
  if (!existsSync(entry)) throw new LaunchError('ölçüm programı yok: test/bench/main.ts')
  const outDir = path.join(root, 'out', 'bench')
  await sayWhile('ölçüm programı derleniyor', async () => {
    const { build } = await import('vite')
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      // Packages stay where they are: Playwright cannot be bundled.
      ssr: { external: true },
      build: {
        ssr: entry,
        target: 'node20.18',
        outDir,
        emptyOutDir: true,
        rollupOptions: { output: { entryFileNames: 'main.js' } },
      },
    })
  })
  return path.join(outDir, 'main.js')
}
