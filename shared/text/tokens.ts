import { APOSTROPHES, foldTr, lowerTr, normalizeTr } from './turkish'
import { plainLetters } from './lexicon'

/** A word by itself, as its letters tell. */
export interface WordShape {
  /** lower case in Turkish letters without circumflexes, cut at the apostrophe */
  readonly letters: string
  /** `letters` without Turkish letters */
  readonly folded: string
  readonly kind: 'word' | 'number' | 'short-form'
  /** whether something was cut off behind an apostrophe */
  readonly cut: boolean
  /** whether an apostrophe stands inside the word (`Kur'an`) */
  readonly inner: boolean
  /** whether the word begins with a capital */
  readonly capital: boolean
}

/** Where a word stands in a text, in code units. */
export interface Place {
  /** the slice of the text, suffix behind an apostrophe included */
  readonly token: string
  readonly start: number
  readonly end: number
}

const WORD = '[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}\\u00ad\\u200b-\\u200d\\u2060]*'
/** A.Ş., T.C., S.S., with the suffixes that follow directly (A.Ş.ne); else a word with inner apostrophes. */
const TOKEN = new RegExp(
  `(?:\\p{L}\\.){2,}\\p{Ll}*(?![\\p{L}\\p{N}])|${WORD}(?:[${APOSTROPHES}]${WORD})*`,
  'gu',
)
const SHORT_FORM = /^(?:\p{L}\.){2,}/u
const SPLIT = new RegExp(`[${APOSTROPHES}]`, 'u')
/** Folded case, possessive, plural, -ki and copula: what stands behind the apostrophe of a name. */
const SUFFIX =
  /^(?:l[ae]r)?(?:[iu]?[mn][iu]z|s?[iu]m?)?n?(?:[iu]n?|[ae]|[dt][ae]n?|y?l[ae]|c[ae]|y[iuae])?(?:ki(?:l[ae]r)?(?:n?[iua]n?|nd[ae]n?)?)?(?:y?[dt][iu]r?|y?m[iu]s|y?s[ae])?$/

/** Whether letters behind an apostrophe are a suffix (`Hatay'da`), not part of the word (`Kur'an`). */
export const isSuffix = (letters: string) => SUFFIX.test(foldTr(letters))

const ASCII_CAPITAL_I = /^[A-Z\d]*I[A-Z\d]*$/

/** Lower case for analysis; a word in ASCII capitals may mean i or ı by its I, so it counts as typed without. */
function lettersOf(part: string): string {
  const lower = plainLetters(lowerTr(part))
  return ASCII_CAPITAL_I.test(part) ? lower.replace(/ı/g, 'i') : lower
}

/**
 * The first word or number of a text at or behind an offset: letters and digits of any script with inner apostrophes.
 * Never throws; the token is the slice `[start, end)` of the text. Undefined when there is none.
 */
export function placeFrom(text: string, offset: number): Place | undefined {
  TOKEN.lastIndex = offset
  const match = TOKEN.exec(text)
  if (!match) return undefined
  const token = match[0]
  return { token, start: match.index, end: match.index + token.length }
}

/** What the letters of a token (of `placeFrom`) tell. */
export function shapeOf(token: string): WordShape {
  const dotted = SHORT_FORM.exec(token)
  if (dotted) {
    const letters = lettersOf((dotted[0] ?? '').replace(/\./g, ''))
    return { letters, folded: foldTr(letters), kind: 'short-form', cut: false, inner: false, capital: true }
  }
  const pieces = token.split(SPLIT)
  const cut = pieces.length > 1 && isSuffix(pieces[pieces.length - 1] ?? '')
  if (cut) pieces.pop()
  const letters = lettersOf(pieces.join(''))
  const first = normalizeTr(token).slice(0, 1)
  return {
    letters,
    folded: foldTr(letters),
    kind: /^\d+$/.test(letters) ? 'number' : 'word',
    cut,
    inner: pieces.length > 1,
    capital: first !== lowerTr(first),
  }
}
