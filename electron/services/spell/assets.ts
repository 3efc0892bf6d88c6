import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { spellLanguages, type SpellLanguage } from '../../../shared/text/spelling'
import { compactDictionary } from './compact-dictionary'

/** Files that are taken as they are; licences travel with what they are for. */
const packageFiles = {
  'hunspell.wasm': 'hunspell-wasm/wasm/hunspell.wasm',
  'Hunspell-LICENSE.txt': 'hunspell-wasm/COPYING.MPL',
  'dictionary-tr-LICENSE.txt': 'dictionary-tr/license',
  'dictionary-en-LICENSE.txt': 'dictionary-en/license',
} as const

/** What the helper that spells is made of. */
export interface SpellAssets {
  wasm: Uint8Array<ArrayBuffer>
  dictionary: (language: SpellLanguage) => { aff: Uint8Array; dic: Uint8Array }
}

const installed = createRequire(import.meta.url)

/** The files of a package's dictionary; its exports hide them from `resolve`. */
function dictionaryFile(language: SpellLanguage, ext: 'aff' | 'dic'): string {
  return path.join(path.dirname(installed.resolve(`dictionary-${language}`)), `index.${ext}`)
}

function packageFile(file: string): string {
  const [name = '', ...rest] = file.split('/')
  return path.join(path.dirname(installed.resolve(name)), name === 'hunspell-wasm' ? '..' : '', ...rest)
}

function compact(language: SpellLanguage): { aff: Uint8Array; dic: Uint8Array } {
  const read = (ext: 'aff' | 'dic') => readFileSync(dictionaryFile(language, ext), 'utf8')
  const { aff, dic } = compactDictionary({ aff: read('aff'), dic: read('dic') })
  return { aff: Buffer.from(aff), dic: Buffer.from(dic) }
}

/** Every file that a build puts into `out/assets`, by its name there. */
export function builtSpellAssets(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const [name, file] of Object.entries(packageFiles)) files.set(name, readFileSync(packageFile(file)))
  for (const language of spellLanguages) {
    const { aff, dic } = compact(language)
    files.set(`spell-${language}.aff`, aff).set(`spell-${language}.dic`, dic)
  }
  return files
}

function builtFolder(): string | undefined {
  const here = path.dirname(fileURLToPath(import.meta.url))
  return ['../assets', '../../assets'].map((up) => path.join(here, up)).find((folder) => existsSync(folder))
}

/** Assets of the build, else (tests without a build) of the installed packages. Throws when a file is missing. */
export function spellAssets(): SpellAssets {
  const folder = builtFolder()
  const read = (name: string) => new Uint8Array(readFileSync(path.join(folder ?? '', name)))
  if (!folder)
    return {
      wasm: new Uint8Array(readFileSync(packageFile(packageFiles['hunspell.wasm']))),
      dictionary: compact,
    }
  return {
    wasm: read('hunspell.wasm'),
    dictionary: (language) => ({ aff: read(`spell-${language}.aff`), dic: read(`spell-${language}.dic`) }),
  }
}
