import { Hunspell } from 'hunspell-wasm'
import loadHunspell from 'hunspell-wasm/wasm/hunspell.js'
import {
  nearForms,
  spellForm,
  turkishForms,
  withoutCircumflex,
  type SpellLanguage,
} from '../../../shared/text/spelling'
import type { SpellAssets } from './assets'
import { officeWords, shortForms } from './office-words'

/** Most suggestions for a word: more than can be taken in at a glance help nobody. */
const mostSuggestions = 6

/** Dictionaries that judge words; each is loaded when it is first asked. */
export interface Speller {
  /** Those of the words that no dictionary of these languages has. */
  wrong(words: readonly string[], languages: readonly SpellLanguage[]): string[]
  /** What may be meant, best first. */
  suggest(word: string, languages: readonly SpellLanguage[]): string[]
}

/**
 * Loads Hunspell (WebAssembly). In: its program and dictionaries. Out: the speller.
 * Throws when the assets are damaged.
 */
export async function createSpeller(assets: SpellAssets): Promise<Speller> {
  const module: unknown = await loadHunspell({ wasmBinary: assets.wasm })
  const loaded = new Map<SpellLanguage, Hunspell>()

  const dictionary = (language: SpellLanguage): Hunspell => {
    const known = loaded.get(language)
    if (known) return known
    const { aff, dic } = assets.dictionary(language)
    // Bytes go through as they are; as strings they would stand in memory twice more.
    const hunspell = new Hunspell(module, aff as unknown as string, dic as unknown as string)
    if (language === 'tr') {
      for (const [word, like] of officeWords) hunspell.addWordWithAffix(word, like)
      for (const word of shortForms) hunspell.addWord(word)
    }
    loaded.set(language, hunspell)
    return hunspell
  }

  const isRight = (word: string, languages: readonly SpellLanguage[]) => {
    const plain = withoutCircumflex(word)
    return languages.some((language) => {
      const hunspell = dictionary(language)
      return hunspell.testSpelling(word) || (plain !== word && hunspell.testSpelling(plain))
    })
  }

  return {
    wrong: (words, languages) => words.filter((word) => !isRight(spellForm(word), languages)),
    suggest: (given, languages) => {
      const word = spellForm(given)
      const right = (forms: readonly string[]) => forms.filter((form) => dictionary('tr').testSpelling(form))
      const meant = languages.includes('tr') ? right(turkishForms(word)) : []
      // Hunspell finds words with one fault; those with two are found nowhere else.
      const turkish = meant.length === 0 && languages.includes('tr') ? right(nearForms(word)) : meant
      const others = languages.flatMap((language) => dictionary(language).getSpellingSuggestions(word))
      return [...new Set([...turkish, ...others])].filter((one) => one !== word).slice(0, mostSuggestions)
    },
  }
}
