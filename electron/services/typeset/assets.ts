import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The large files that typesetting needs. A build copies them to `out/assets` (so the packaged program needs no
 * `node_modules`); tests without a build take them from the packages themselves.
 */
export const typesetPackageFiles = {
  'typst-compiler.wasm': '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm',
  'typst-renderer.wasm': '@myriaddreamin/typst-ts-renderer/pkg/typst_ts_renderer_bg.wasm',
  'Tinos-Regular.ttf': '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  'Tinos-Italic.ttf': '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  'Tinos-Bold.ttf': '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  'Tinos-BoldItalic.ttf': '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
  'Arimo-Regular.ttf': '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  'Arimo-Italic.ttf': '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf',
  'Arimo-Bold.ttf': '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
  'Arimo-BoldItalic.ttf': '@expo-google-fonts/arimo/700Bold_Italic/Arimo_700Bold_Italic.ttf',
  'DejaVuSans.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'DejaVuSans-Bold.ttf': 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  // The fonts' licences ask to travel with them.
  'Tinos-LICENSE.txt': '@expo-google-fonts/tinos/LICENSE_FONT',
  'Arimo-LICENSE.txt': '@expo-google-fonts/arimo/LICENSE_FONT',
  'DejaVu-LICENSE.txt': 'dejavu-fonts-ttf/LICENSE',
} as const

export type TypesetAsset = keyof typeof typesetPackageFiles
export type TypesetAssets = (name: TypesetAsset) => Uint8Array<ArrayBuffer>

/** All fonts, as asset names. Fonts of the machine are never used: every machine gives the same page. */
export const fontAssets = (Object.keys(typesetPackageFiles) as TypesetAsset[]).filter((name) =>
  name.endsWith('.ttf'),
)

/** `assets` beside the folder of the built program, seen from a program file or from a chunk below it. */
function builtFolder(): string | undefined {
  const here = path.dirname(fileURLToPath(import.meta.url))
  return ['../assets', '../../assets'].map((up) => path.join(here, up)).find((folder) => existsSync(folder))
}

/**
 * Reads assets from the build, else from the installed packages.
 * Throws when a file is missing: then the program itself is damaged.
 */
export function bundledAssets(): TypesetAssets {
  const folder = builtFolder()
  const require = createRequire(import.meta.url)
  return (name) => {
    const file = folder ? path.join(folder, name) : require.resolve(typesetPackageFiles[name])
    return new Uint8Array(readFileSync(file))
  }
}
