import { belowHundred } from '../spoken-numbers'
import { foldTr, lowerTr, upperTr } from '../text/turkish'

/** The suffix that makes a number an ordinal, by the last word it is spoken with: `1` → `inci`, `6` → `ncı`, `10` → `uncu`, `100` → `üncü`. */
export function ordinalSuffix(n: number): string {
  const word = belowHundred(n) || (n % 1000 === 0 ? (n % 1_000_000 === 0 ? 'milyon' : 'bin') : 'yüz')
  const vowel = /[aeıioöuü](?=[^aeıioöuü]*$)/.exec(word)?.[0] ?? 'i'
  const high = 'aı'.includes(vowel) ? 'ı' : 'ou'.includes(vowel) ? 'u' : 'öü'.includes(vowel) ? 'ü' : 'i'
  return `${/[aeıioöuü]$/.test(word) ? '' : high}nc${high}`
}

function ordinalWord(n: number): string {
  return `${belowHundred(n).replace(/dört$/, 'dörd')}${ordinalSuffix(n)}`
}

const byWord = new Map(
  Array.from({ length: 99 }, (_, index) => [foldTr(ordinalWord(index + 1)), index + 1] as const),
)

/** A number written as a word: `Birinci`, `on ikinci`, `YEDİNCİ`. Out: undefined for other words and above ninety-nine. */
export function ordinalOf(word: string): number | undefined {
  return byWord.get(foldTr(word).replace(/\s+/g, ' '))
}

/** An ordinal as a word, in large and small letters like a sample of it; in digits above ninety-nine. */
export function ordinalLike(n: number, sample: string): string {
  if (n < 1 || n > 99) return `${n}.`
  const word = ordinalWord(n)
  if (sample === upperTr(sample)) return upperTr(word)
  return sample === lowerTr(sample) ? word : upperTr(word.slice(0, 1)) + word.slice(1)
}
