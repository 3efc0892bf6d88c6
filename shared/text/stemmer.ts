import type { Lexicon, RootForm } from './lexicon'
import { activeOf, inHarmony, suffixFit } from './suffixes'
import { foldTr } from './turkish'

/** A word as the stemmer takes it: lower case in Turkish letters without circumflexes, and its folded form. */
export interface PlainWord {
  readonly letters: string
  readonly folded: string
}

interface Reading {
  readonly key: string
  readonly verb: boolean
  readonly length: number
  readonly weight: number
  readonly suffix: string
  readonly usual: boolean
}

const isVowel = (letter: string | undefined) => letter !== undefined && 'aeiou'.includes(letter)

/** Whether the typed letters can be the form: the same letters, or ASCII ones in place of Turkish letters. */
function canBe(form: string, typed: string, ascii: boolean): boolean {
  return form === typed || (ascii && foldTr(form) === foldTr(typed) && fitsLetterwise(form, typed))
}

function fitsLetterwise(form: string, typed: string): boolean {
  for (let i = 0; i < typed.length; i += 1) {
    const letter = typed[i] ?? ''
    if (letter !== form[i] && 'çğışöü'.includes(letter)) return false
  }
  return true
}

function standsBefore(entry: RootForm, suffix: string): boolean {
  switch (entry.before) {
    case 'any':
      return true
    case 'vowel':
      return isVowel(suffix[0])
    case 'yor':
      return suffix.startsWith('yor')
    case 'y':
      return suffix.startsWith('y')
  }
}

/** All ways to read a word as root + inflection, the longest root first. */
function readings(word: PlainWord, lexicon: Lexicon, ascii: boolean): Reading[] {
  const found: Reading[] = []
  for (let length = word.folded.length; length >= 2; length -= 1) {
    const entries = lexicon.find(word.folded.slice(0, length))
    if (entries.length === 0) continue
    const suffix = word.folded.slice(length)
    const typed = word.letters.slice(0, length)
    for (const entry of entries) {
      if (!standsBefore(entry, suffix) || !canBe(entry.form, typed, ascii)) continue
      const { key, verb, weight } = entry
      if (suffix === '') {
        found.push({ key, verb, weight, length, suffix, usual: true })
        continue
      }
      const fit = suffixFit(suffix, word.folded[length - 1] ?? '')[verb ? 'verb' : 'noun']
      if (fit === 0) continue
      if (!inHarmony(entry.form, word.letters.slice(length), ascii, entry.front)) continue
      found.push({ key, verb, weight, length, suffix, usual: fit === 1 })
    }
  }
  return found
}

/** Possessive or accusative at the end, as on the last word of a name: Kurul-u, tarih-i. */
const HEAD_OF_NAME = /^s?[iu]$/
const SURE_HEAD = 4
/** A verbal noun that also reads as the dative of a noun in -m: izle-me, izlem-e. */
const VERBAL_NOUN = /^m[ae]/

/** The readings worth a key, best first. */
function choose(all: readonly Reading[], ascii: boolean): Reading[] {
  const usual = all.filter((reading) => reading.usual)
  const pool = usual.length > 0 ? usual : all
  const longest = pool[0]
  if (!longest) return []
  const top = pool.filter((reading) => reading.length === longest.length)
  const nouns = top.filter((reading) => !reading.verb)
  const verbs = top.filter((reading) => reading.verb)
  if (longest.suffix === '') {
    if (nouns.length === 0) {
      // A bare verb stem is an imperative, rare in minutes: any inflected reading comes first.
      const inflected = usual.filter(({ suffix }) => suffix !== '')
      const better = inflected.find(({ verb }) => !verb) ?? inflected[0]
      return better ? [better, ...verbs] : verbs
    }
    const head = usual.find(
      ({ suffix, verb, length, weight }) =>
        !verb && HEAD_OF_NAME.test(suffix) && (length >= SURE_HEAD || (!ascii && weight > longest.weight)),
    )
    return head ? [...nouns, head] : nouns
  }
  const shorter = pool.find(
    ({ length, verb, weight, suffix }) =>
      length < longest.length &&
      ((!verb && !longest.verb && weight > longest.weight) ||
        (verb && length === longest.length - 1 && VERBAL_NOUN.test(suffix))),
  )
  return [...nouns, ...verbs, ...(shorter ? [shorter] : [])]
}

/** Keys of one reading: a passive verb is found under its active verb first, then under itself. */
function keysOf(reading: Reading, lexicon: Lexicon): string[] {
  if (!reading.verb) return [reading.key]
  let key = reading.key
  for (;;) {
    const active = activeOf(key.slice(0, -1))
    const root =
      active === undefined
        ? undefined
        : lexicon.find(active).find(({ verb, before }) => verb && (before === 'any' || before === 'vowel'))
    if (!root || root.key === key) break
    key = root.key
  }
  return key === reading.key ? [key] : [key, reading.key]
}

const special = /[çğışöü]/

/**
 * The keys of a word's roots, best first; empty when the lexicon does not explain the word.
 * A word with Turkish letters is read as written; one without may also be typed without them (`toplantisi`).
 */
export function rootKeys(word: PlainWord, lexicon: Lexicon): string[] {
  const strict = choose(readings(word, lexicon, false), false)
  const chosen = [...strict]
  if (!special.test(word.letters) || strict.length === 0) {
    const loose = choose(readings(word, lexicon, true), true)
    chosen.push(...(strict.length === 0 ? loose : loose.slice(0, 2)))
  }
  return [...new Set(chosen.flatMap((reading) => keysOf(reading, lexicon)))]
}

const SHORTEST_GUESS = 4
const MOST_GUESSES = 2

/**
 * Stems of a word no lexicon knows: what is left when a chain of noun suffixes is taken off, at least four
 * letters and one vowel, the longest chain first; softened finals hardened (`derneg` → `dernek`).
 * Without a lexicon single letters are taken off too.
 */
export function guessedStems(word: PlainWord, singleLetters: boolean): string[] {
  const { folded, letters } = word
  const ascii = !special.test(letters)
  const stems: string[] = []
  for (let length = SHORTEST_GUESS; length < folded.length; length += 1) {
    const suffix = folded.slice(length)
    if (suffix.length === 1 && (!singleLetters || suffix === 'n' || suffix === 'm')) continue
    const stem = folded.slice(0, length)
    if (!/[aeiou]/.test(stem)) continue
    if (suffixFit(suffix, stem[length - 1] ?? '').noun !== 1) continue
    if (!inHarmony(letters.slice(0, length), letters.slice(length), ascii, false)) continue
    stems.push(isVowel(suffix[0]) ? hardened(stem) : stem)
    if (stems.length >= MOST_GUESSES) break
  }
  return [...new Set(stems)]
}

const HARD: Record<string, string> = { b: 'p', g: 'k', d: 't' }

function hardened(stem: string): string {
  const last = stem[stem.length - 1] ?? ''
  const hard = HARD[last]
  return hard && last === 'g' ? stem.slice(0, -1) + hard : stem
}
