import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { builtSpellAssets } from './services/spell/assets'
import { typesetPackageFiles } from './services/typeset/assets'

const root = fileURLToPath(new URL('..', import.meta.url))

// Programs of the main side. The command line and the workers are built beside main, so that each finds
// the others and `../../resources` at the same relative place, in the repository and inside app.asar.
const programs = {
  main: 'electron/main.ts',
  cli: 'electron/cli.ts',
  'search-process': 'electron/services/search/search-process.ts',
  'spell-process': 'electron/services/spell/spell-process.ts',
  'typeset-process': 'electron/services/typeset/typeset-process.ts',
}
const preload = 'electron/preload/preload.ts'

// Set here, or electron-vite aims at the newest Electron it knows: the oldest we run on is Electron 33.
const nodeTarget = 'node20.18'
const pageTarget = 'chrome130'

export default defineConfig({
  main: {
    plugins: [{ name: 'assets', writeBundle: writeAssets }],
    build: {
      target: nodeTarget,
      sourcemap: true,
      rollupOptions: {
        input: present(programs),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  ...(existsSync(path.join(root, preload)) && {
    preload: {
      build: {
        target: nodeTarget,
        // A sandboxed preload is CommonJS and can require nothing but electron.
        externalizeDeps: false,
        rollupOptions: {
          input: present({ preload }),
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  }),
  ...(existsSync(path.join(root, 'renderer', 'index.html')) && {
    renderer: {
      root: path.join(root, 'renderer'),
      plugins: [react()],
      build: {
        target: pageTarget,
        // Half the code to read and compile at every start.
        minify: true,
        // Fonts and images stay files: the page's content security policy names no data: for fonts.
        assetsInlineLimit: 0,
        rollupOptions: {
          input: present({ index: 'renderer/index.html', projector: 'renderer/projector.html' }),
        },
      },
    },
  }),
})

/**
 * Keeps the inputs that exist.
 * @param inputs Output name → source file, relative to the project.
 * @returns The same with absolute paths.
 */
function present(inputs: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs)
      .map(([name, file]) => [name, path.join(root, file)] as const)
      .filter(([, file]) => existsSync(file)),
  )
}

/** Puts Typst, the fonts, Hunspell and its dictionaries into out/assets: the packaged program has no node_modules. */
function writeAssets(): void {
  const require = createRequire(import.meta.url)
  const folder = path.join(root, 'out', 'assets')
  mkdirSync(folder, { recursive: true })
  for (const [name, file] of Object.entries(typesetPackageFiles)) {
    copyFileSync(require.resolve(file), path.join(folder, name))
  }
  for (const [name, bytes] of builtSpellAssets()) writeFileSync(path.join(folder, name), bytes)
}
