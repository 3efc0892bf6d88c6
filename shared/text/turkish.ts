/**
 * Turkish letters: the only place that knows dotted and dotless i.
 *
 * Lower and upper case follow the Turkish rule (i/İ, ı/I), never the ASCII one; `foldTr` makes the key under
 * which text typed without Turkish letters is found; `sortKeyTr` orders as the Turkish alphabet does.
 */

const NON_ASCII = /[^\p{ASCII}]/u
/** What `'İ'.toLowerCase()` leaves behind in text that other programs lower-cased. */
const DOT_ABOVE_I = /i\u0307/g
const MARKS = /\p{M}+/gu
/** Latin letters with marks; other scripts keep theirs, because there the mark makes another letter. */
const LATIN_MARKED = /[\u00c0-\u024f\u1e00-\u1eff]/g
/** Ligatures that PDF text brings along. */
const LIGATURE = /[\ufb00-\ufb06]/g
/** Soft hyphens and zero-width characters: invisible, and no part of the word. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

/** Every sign that is used as an apostrophe between a name and its suffix. */
export const APOSTROPHES = "'’‘`´ʼ′＇"

/**
 * Text in NFC, with a decomposed or half lower-cased İ put together again, without invisible characters,
 * ligatures resolved. The result may be shorter or longer than the input.
 */
export function normalizeTr(text: string): string {
  if (!NON_ASCII.test(text)) return text
  return text
    .normalize('NFC')
    .replace(DOT_ABOVE_I, 'i')
    .replace(INVISIBLE, '')
    .replace(LIGATURE, (sign) => sign.normalize('NFKC'))
}

/** Signs other programs leave in a text that nobody sees: where words may part, which way they run, what steers a device. */
const UNSEEN =
  /(?![\t-\r])\p{Cc}|[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufffc]|\u200d(?!\p{Extended_Pictographic})/gu
/** A hyphen that does not break, as Word puts it into plain text. */
const WORD_HYPHEN = '\u001e'

/**
 * Text from another program as it is kept: in NFC, without what cannot be seen, ligatures resolved. Unlike `normalizeTr` it leaves
 * composed emoji whole.
 */
export function tidyTr(text: string): string {
  return text
    .normalize('NFC')
    .replace(DOT_ABOVE_I, 'i')
    .replaceAll(WORD_HYPHEN, '\u2011')
    .replace(UNSEEN, '')
    .replace(LIGATURE, (sign) => sign.normalize('NFKC'))
}

/** Lower case by the Turkish rule (I → ı, İ → i), in NFC. Idempotent. */
export function lowerTr(text: string): string {
  // The two i by hand and the rest at once: several times quicker than toLocaleLowerCase('tr').
  const lower = normalizeTr(text).replace(CAPITAL_I, lowerI).toLowerCase()
  return NON_ASCII.test(lower) ? lower.replace(DOT_ABOVE_I, 'i') : lower
}
const CAPITAL_I = /[Iİ]/g
const lowerI = (letter: string) => (letter === 'I' ? 'ı' : 'i')

/** Upper case by the Turkish rule (i → İ, ı → I), in NFC. */
export function upperTr(text: string): string {
  return normalizeTr(text).toLocaleUpperCase('tr')
}

/** First letter of every word upper, the rest lower case: `İL ÖZEL İDARESİ` → `İl Özel İdaresi`. */
export function titleTr(text: string): string {
  return lowerTr(text).replace(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu, (word) => {
    const first = String.fromCodePoint(word.codePointAt(0) ?? 0)
    return upperTr(first) + word.slice(first.length)
  })
}

const foldedLetters = new Map<string, string>()
function foldLetter(letter: string): string {
  const known = foldedLetters.get(letter)
  if (known !== undefined) return known
  const folded = letter === 'ı' ? 'i' : letter.normalize('NFD').replace(MARKS, '')
  foldedLetters.set(letter, folded)
  return folded
}

/**
 * The search key of a text: Turkish lower case, then ç ğ ı ö ş ü â î û (and other marked Latin letters) as
 * ASCII. Apostrophes stay (cut or drop them first where that is wanted). Idempotent.
 */
export function foldTr(text: string): string {
  const lower = lowerTr(text)
  if (!NON_ASCII.test(lower)) return lower
  return lower.replace(LATIN_MARKED, foldLetter).replace(DOT_ABOVE_I, 'i')
}

/** Removes apostrophes of every kind: `Hatay’ın` → `Hatayın`. */
export function dropApostrophes(text: string): string {
  return text.replace(/['’‘`´ʼ′＇]/g, '')
}

/** Same text for a searcher: without regard to case, Turkish letters, circumflexes and apostrophes. */
export function equalsFolded(a: string, b: string): boolean {
  return foldTr(dropApostrophes(a)) === foldTr(dropApostrophes(b))
}

/** Whether `text` begins with `prefix`, compared as `equalsFolded` does. */
export function startsWithFolded(text: string, prefix: string): boolean {
  return foldTr(dropApostrophes(text)).startsWith(foldTr(dropApostrophes(prefix)))
}

/** Whether `part` stands anywhere in `text`, compared as `equalsFolded` does. */
export function includesFolded(text: string, part: string): boolean {
  return foldTr(dropApostrophes(text)).includes(foldTr(dropApostrophes(part)))
}

const collator = new Intl.Collator('tr', { numeric: true })

/** Order of two texts for people: Turkish alphabet, numbers by value. Negative, zero or positive. */
export function compareTr(a: string, b: string): number {
  return collator.compare(a, b)
}

/** Turkish alphabet with q, w and x at their Latin places (CLDR root order, Turkish tailoring). */
const ALPHABET = 'abcçdefgğhıijklmnoöpqrsştuüvwxyz'
/** Signs in CLDR root order; they sort before digits, digits before letters. */
const SIGNS = ' _-,;:!?.\'"()[]{}@*/\\&#%`^+<=>|~$'
const FIRST_SIGN = 0x02
const FIRST_LETTER = 0x41
const DIGIT_LENGTHS = 15

const weights = new Map<string, string>([
  ...[...SIGNS].map((sign, i): [string, string] => [sign, String.fromCharCode(FIRST_SIGN + i)]),
  ...[...ALPHABET].map((letter, i): [string, string] => [letter, String.fromCharCode(FIRST_LETTER + i)]),
  ...['\t', '\n', '\r', '\u00a0'].map((space): [string, string] => [space, String.fromCharCode(FIRST_SIGN)]),
  ...[...APOSTROPHES].map((sign): [string, string] => [
    sign,
    String.fromCharCode(FIRST_SIGN + SIGNS.indexOf("'")),
  ]),
])

function primaryWeight(letter: string): string {
  const known = weights.get(letter)
  if (known !== undefined) return known
  const base = foldLetter(letter)
  return [...base].map((part) => weights.get(part) ?? part).join('')
}

/**
 * A string whose plain code-unit order is the Turkish order of the texts: alphabet
 * a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z, numbers by value (first 15 digits decide their
 * length), unmarked before marked (a before â), lower before upper case. Made for columns that are sorted often.
 */
export function sortKeyTr(text: string): string {
  const normal = normalizeTr(text)
  const lower = lowerTr(normal)
  const primary = lower.replace(/\d+|[^\d]/gu, (part) => {
    if (part.charCodeAt(0) < 0x30 || part.charCodeAt(0) > 0x39) return primaryWeight(part)
    const digits = part.replace(/^0+(?=\d)/, '')
    return String.fromCharCode(0x30 + Math.min(digits.length, DIGIT_LENGTHS)) + digits
  })
  const cases = [...normal].map((letter) => (lowerTr(letter) === letter ? '0' : '1')).join('')
  return `${primary}\u0000${lower}\u0000${cases}`
}
