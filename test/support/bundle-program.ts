import path from 'node:path'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * Bundles one program of the main side for a test that runs it in a thread or process of its own, without the whole
 * build. In: source file relative to the project, a name for the folder. Out: path of the bundled program; it lies
 * inside the project, so that packages are found.
 */
export async function bundleProgram(source: string, name: string): Promise<string> {
  const outDir = path.join(root, 'node_modules/.cache/tutanak', `${name}-${process.pid}`)
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, source),
      outDir,
      target: 'node20.18',
      emptyOutDir: true,
      minify: false,
      rollupOptions: { output: { format: 'es', entryFileNames: 'program.js' } },
    },
  })
  return path.join(outDir, 'program.js')
}
