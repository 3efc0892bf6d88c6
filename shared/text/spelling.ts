import { placeFrom, shapeOf } from './tokens'
import { APOSTROPHES, lowerTr, normalizeTr, upperTr } from './turkish'

/** Languages there are dictionaries for. */
export const spellLanguages = ['tr', 'en'] as const
export type SpellLanguage = (typeof spellLanguages)[number]

/** A word that a dictionary can judge, and where it stands in the text (code units). */
export interface SpellWord {
  word: string
  from: number
  to: number
}

/** Addresses of web and mail, and file names: nobody spells those. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}\b/giu
/** Longer words in capitals are words of a heading, not abbreviations. */
const longestAbbreviation = 8
/** Longer than any word of Turkish officials; dictionaries need not see it. */
export const longestWord = 64
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'gu')
const NO_LETTERS_ONLY = /[^\p{L}\p{M}'-]/u

/** The same word in one form: composed letters, one kind of apostrophe. */
export function spellForm(word: string): string {
  return normalizeTr(word).replace(APOSTROPHE, "'")
}

/** Whether a word is written in capitals only. */
export function isAllCapitals(word: string): boolean {
  return word === upperTr(word) && word !== lowerTr(word)
}

/** Signs behind the last apostrophe of a token, with it. */
function suffixLength(token: string): number {
  const at = [...token.matchAll(APOSTROPHE)].at(-1)?.index
  return at === undefined ? 0 : token.length - at
}

/**
 * The words of a text that are to be judged. A name with a suffix behind an apostrophe (Hatay'da, DSİ’nin) is judged by what
 * stands before it; numbers, single letters, abbreviations (A.Ş., capitals only) and addresses are left out.
 */
export function spellWords(text: string): SpellWord[] {
  const words: SpellWord[] = []
  const bare = text.replace(ADDRESS, (address) => ' '.repeat(address.length))
  for (let place = placeFrom(bare, 0); place; place = placeFrom(bare, place.end)) {
    const { token, start, end } = place
    const { kind, cut } = shapeOf(token)
    if (kind !== 'word') continue
    const to = cut ? end - suffixLength(token) : end
    const word = spellForm(text.slice(start, to))
    if (word.length < 2 || word.length > longestWord || NO_LETTERS_ONLY.test(word)) continue
    if (isAllCapitals(word) && (cut || word.length <= longestAbbreviation)) continue
    words.push({ word, from: start, to })
  }
  return words
}

/** Code, and ids of links to records: written, but not as words. */
const NO_WORDS = /`[^`\n]*`|\[\[[a-z]+_[0-9a-f-]{36}\|?/gu

/** The words of a text in Markdown that are to be judged, as {@link spellWords}. */
export function markdownWords(markdown: string): SpellWord[] {
  return spellWords(markdown.replace(NO_WORDS, (signs) => ' '.repeat(signs.length)))
}

const pairs = ['cç', 'gğ', 'iı', 'oö', 'sş', 'uü', 'Iİ', 'CÇ', 'GĞ', 'OÖ', 'SŞ', 'UÜ']
const twins = new Map(pairs.flatMap(([a = '', b = '']) => [[a, b] as const, [b, a] as const]))
/** Most letters of a word that may be meant otherwise: each doubles the words to be tried. */
const mostOpen = 12

/**
 * What a word may mean when it was typed without (or with the wrong) Turkish letters, the word itself left out, those with
 * fewer changed letters first. Empty when there are too many possibilities.
 */
export function turkishForms(word: string): string[] {
  const letters = [...word]
  const open = letters.flatMap((letter, index) => (twins.has(letter) ? [index] : []))
  if (open.length === 0 || open.length > mostOpen) return []
  const forms: { form: string; changed: number }[] = []
  for (let mask = 1; mask < 1 << open.length; mask += 1) {
    const form = [...letters]
    let changed = 0
    open.forEach((index, bit) => {
      if (((mask >> bit) & 1) === 0) return
      form[index] = twins.get(letters[index] ?? '') ?? ''
      changed += 1
    })
    forms.push({ form: form.join(''), changed })
  }
  return forms.sort((a, b) => a.changed - b.changed).map(({ form }) => form)
}

const CONSONANT = /[bcçdfgğhjklmnprsştvyz]/i
/** Vowels that a hasty hand leaves out; their twins are tried with them. */
const leftOut = ['i', 'u', 'a', 'e']

/** A word with a letter written once that stands there twice, each such place by itself, then all of them. */
function withoutDoubles(word: string): string[] {
  const places = [...word.matchAll(/(.)\1+/gu)]
  const once = places.map(
    ({ 0: run, 1: letter = '', index }) => word.slice(0, index) + letter + word.slice(index + run.length),
  )
  return places.length > 1 ? [...once, word.replace(/(.)\1+/gu, '$1')] : once
}

/** A word with a vowel more where consonants crowd. */
function withVowels(word: string): string[] {
  const letters = [...word]
  const isConsonant = (at: number) => CONSONANT.test(letters[at] ?? '')
  const crowded = letters.flatMap((_, at) => {
    const pair = isConsonant(at - 1) && isConsonant(at)
    return pair && (isConsonant(at - 2) || isConsonant(at + 1) || at === letters.length - 1) ? [at] : []
  })
  return crowded.flatMap((at) =>
    leftOut.map((vowel) => [...letters.slice(0, at), vowel, ...letters.slice(at)].join('')),
  )
}

/** Most words tried for one that has two faults: what dictionaries do meanwhile takes longer. */
const mostTried = 6_000

/**
 * What a word may mean that has a letter too many or a vowel too few, besides letters that are not the Turkish ones
 * (`onarılmasinaa`). Those nearest to the word first; never more than can be tried in a moment.
 */
export function nearForms(word: string): string[] {
  const single = withoutDoubles(word)
  const bases = [...single, ...[word, ...single].flatMap(withVowels)]
  const tried: string[] = []
  for (const base of bases) {
    if (tried.length > mostTried) break
    tried.push(base, ...turkishForms(base))
  }
  return [...new Set(tried)].slice(0, mostTried)
}

const CIRCUMFLEX: Record<string, string> = { â: 'a', î: 'i', û: 'u', Â: 'A', Î: 'İ', Û: 'U' }

/** A word without circumflexes, which writers and dictionaries set differently (Millî, Milli). */
export function withoutCircumflex(word: string): string {
  return word.replace(/[âîûÂÎÛ]/g, (letter) => CIRCUMFLEX[letter] ?? letter)
}
