import { foldTr, normalizeTr } from '../../../shared/text/turkish'

/** A name and the abbreviation that a text introduces for it: *Doğu Yakası Tarım Birliği (DOYATB)*. */
export interface Abbreviation {
  short: string
  long: string
}

const SHORTEST = 2
const LONGEST = 12
/** Words of a name before its abbreviation, at most. */
const MOST_WORDS = 12
const BRACKET = /\(\s*((?:\p{L}\.?){2,14})\s*(?:['’][^)]{1,8})?\)/gu
const WORDS_BEFORE = /[\p{L}\p{M}\d.'’-]+/gu
/** Small words that stand inside names without a letter in the abbreviation. */
const TIES = new Set(['ve', 'ile', 'icin', 'de', 'da'])

const isCapital = (word: string) => /^\p{Lu}/u.test(word)

/**
 * Abbreviations that a text introduces behind a name in brackets. Each letter must come from the beginning of a word of
 * the name, in order (İŞ+KUR, T+K+D+K); what does not add up is no abbreviation. Never throws.
 */
export function abbreviationsIn(text: string): Abbreviation[] {
  if (!text.includes('(')) return []
  const found: Abbreviation[] = []
  for (const match of text.matchAll(BRACKET)) {
    const short = normalizeTr(match[1] ?? '').replace(/\./g, '')
    // Two capitals at least: (Hatay) is a place, not an abbreviation.
    if (short.length < SHORTEST || short.length > LONGEST || !/\p{Lu}.*\p{Lu}/u.test(short)) continue
    const before = text.slice(Math.max(0, match.index - 300), match.index)
    const sentence = before.slice(before.search(/[^.!?;:()\n]*$/u))
    const words = [...sentence.matchAll(WORDS_BEFORE)].map(([word]) => normalizeTr(word)).slice(-MOST_WORDS)
    const long = nameFor(foldTr(short), words)
    if (long) found.push({ short, long })
  }
  return found
}

/** The shortest run of words at the end whose beginnings spell the abbreviation. */
function nameFor(short: string, words: readonly string[]): string | undefined {
  const folded = words.map((word) => foldTr(word.replace(/['’].*/u, '')))
  for (let start = words.length - 1; start >= 0; start -= 1) {
    const word = words[start] ?? ''
    if (!isCapital(word) && !TIES.has(folded[start] ?? '')) return undefined
    if (words.length - start < 2 || !isCapital(word)) continue
    if (spells(short, folded.slice(start), true)) return words.slice(start).join(' ')
  }
  return undefined
}

/** Whether beginnings of the words, in order, make up the abbreviation; every word but ties and the last two gives some. */
function spells(short: string, words: readonly string[], first: boolean): boolean {
  const [word, ...rest] = words
  if (word === undefined) return short === ''
  for (let taken = Math.min(word.length, short.length); taken >= 1; taken -= 1)
    if (short.startsWith(word.slice(0, taken)) && spells(short.slice(taken), rest, false)) return true
  const maySkip = !first && (TIES.has(word) || short === '' || rest.length === 0)
  return maySkip && spells(short, rest, false)
}
