import type { Lexicon, RootForm } from './lexicon'
import { activeOf, inHarmony, suffixFit } from './suffixes'
import { foldTr } from './turkish'

/** A word as the stemmer takes it: lower case in Turkish letters without circumflexes, and its folded form. */
export interface PlainWord {
  readonly letters: string
  readonly folded: string
  /** begins with a capital: may be a name */
  readonly capital?: boolean
}

interface Reading {
  readonly key: string
  readonly verb: boolean
  readonly length: number
  readonly weight: number
  readonly suffix: string
  readonly usual: boolean
  readonly name: boolean
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

const LOAN = /[aâou].*[aou][lktfbr]$/

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
      // No suffix is spelled with g; a word that has one was typed without Turkish letters (gelecegi).
      if (!ascii && word.letters.includes('g', length)) continue
      const { key, verb, weight, name } = entry
      const root = { key, verb, weight, name, length, suffix }
      if (suffix === '') {
        found.push({ ...root, usual: true })
        continue
      }
      const fit = suffixFit(verb ? 'verb' : 'noun', suffix, word.folded[length - 1] ?? '')
      if (fit === 0) continue
      const letters = word.letters.slice(length)
      const harmony = inHarmony(entry.form, letters, ascii, entry.front)
      // Loans that take front endings (ziraati) are not all marked as such.
      if (!harmony && (verb || !LOAN.test(entry.form) || !inHarmony(entry.form, letters, ascii, true)))
        continue
      found.push({ ...root, usual: fit === 1 && harmony })
    }
  }
  return found
}

/** Possessive or accusative at the end, as on the last word of a name: Kurul-u, tarih-i. */
const HEAD_OF_NAME = /^s?[iu]$/
const SURE_HEAD = 4
/** A verbal noun that also reads as the dative of a noun in -m: izle-me, izlem-e. */
const VERBAL_NOUN = /^m[ae]/

const MUCH_RARER = 3

/** The readings worth a key, best first. */
function choose(everything: readonly Reading[], ascii: boolean, capital: boolean): Reading[] {
  // A name that also is an inflected word (Burs-a, Ver-di) is the name; only what is far more
  // usual, written small, comes first (verdi, hakkı).
  const names = everything.filter(({ name, suffix }) => name && suffix === '')
  const [name] = names
  if (!name || everything.some((reading) => reading.suffix === '' && !reading.name))
    return chooseAmong(everything, ascii)
  const rest = chooseAmong(
    everything.filter((reading) => !names.includes(reading)),
    ascii,
  )
  const [other] = rest
  if (!other?.usual) return names
  const usual = other.verb || HEAD_OF_NAME.test(other.suffix)
  if (usual && other.weight >= name.weight + MUCH_RARER)
    return capital ? [...names, other] : [other, ...names]
  return capital ? names : [...names, other]
}

function chooseAmong(all: readonly Reading[], ascii: boolean): Reading[] {
  const usual = all.filter((reading) => reading.usual)
  const pool = usual.length > 0 ? usual : all
  const longest = pool[0]
  if (!longest) return []
  const top = pool.filter((reading) => reading.length === longest.length)
  const nouns = top.filter((reading) => !reading.verb)
  const verbs = top.filter((reading) => reading.verb).sort((a, b) => b.weight - a.weight)
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
    if (!head) return nouns
    // hali is hal-i, although the dictionary also lists it by itself.
    const first =
      HEAD_OF_NAME.test(head.suffix) && head.weight >= longest.weight + MUCH_RARER && !longest.name
    return first ? [head, ...nouns] : [...nouns, head]
  }
  const shorter = pool.find(
    ({ length, verb, weight, suffix }) =>
      length < longest.length &&
      ((!verb && !longest.verb && weight > longest.weight) ||
        (verb && length === longest.length - 1 && VERBAL_NOUN.test(suffix))),
  )
  const rest = [...nouns, ...verbs]
  if (!shorter) return rest
  // yazı-nın rather than yazın-ın, izle-me rather than izlem-e: the letter between may belong to either.
  const first = shorter.weight > longest.weight && (shorter.verb || BUFFER.test(shorter.suffix))
  return first ? [shorter, ...rest] : [...rest, shorter]
}
const BUFFER = /^[nsy]/

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
  const capital = word.capital ?? false
  const strict = choose(readings(word, lexicon, false), false, capital)
  let chosen = strict
  if (!special.test(word.letters) || strict.length === 0) {
    const loose = choose(readings(word, lexicon, true), true, capital)
    const [first] = strict
    const [other] = loose
    if (!first) chosen = loose
    // kavsak is kavşak rather than kav-sak, katildi katıl-dı rather than katil-di.
    else if (other && isBetter(other, first)) chosen = [...loose.slice(0, 2), ...strict]
    else chosen = [...strict, ...loose.slice(0, 2)]
  }
  const keys = [...new Set(chosen.flatMap((reading) => keysOf(reading, lexicon)))]
  // A name such as Korkmaz or Durmuş, which no lexicon need know, is no form of a verb.
  if (NAME_OF_VERB.test(word.folded) && chosen[0]?.verb && chosen[0].suffix !== '')
    return [...new Set(capital ? [word.folded, ...keys] : [...keys, word.folded])]
  return keys
}
/** Whether a reading with Turkish letters beats the one as typed. */
function isBetter(other: Reading, typed: Reading): boolean {
  if (other.usual !== typed.usual) return other.usual
  if (typed.verb && typed.suffix === '' && !other.verb) return true
  // ilce is ilçe rather than il-ce, kavsak kavşak rather than kav-sa-k; kursu stays kurs-u.
  const whole = other.suffix === '' && other.length > typed.length && !HEAD_OF_NAME.test(typed.suffix)
  if (whole && other.weight + (other.name ? 2 : 0) >= typed.weight) return true
  return other.length >= typed.length && other.weight >= typed.weight + MUCH_RARER
}

const NAME_OF_VERB = /(?:m[ae]z|m[iu]s|(?<![dt])[aeiu]r)$/

const SHORTEST_GUESS = 4
/** Only from a stem so long a single letter is taken off when a lexicon is there. */
const LONG_ENOUGH = 6
const MOST_GUESSES = 3

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
    const least = singleLetters ? SHORTEST_GUESS : LONG_ENOUGH
    if (suffix.length === 1 && (length < least || suffix === 'n' || suffix === 'm')) continue
    const stem = folded.slice(0, length)
    if (!/[aeiou]/.test(stem)) continue
    if (suffixFit('noun', suffix, stem[length - 1] ?? '') !== 1) continue
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
