import { lowerTr } from '../../../shared/text/turkish'

/** Turkish noun cases by vowel harmony, as far as generated texts need them. */
export type Case = 'plain' | 'acc' | 'dat' | 'loc' | 'abl' | 'gen' | 'plural' | 'ins'

const vowels = /[aeıioöuü]/g
const hard = /[çfhkpsşt]$/
const softened: Record<string, string> = { p: 'b', ç: 'c', t: 'd', k: 'ğ' }

function lastVowel(word: string): string {
  return lowerTr(word).match(vowels)?.at(-1) ?? 'e'
}

const isBack = (vowel: string) => 'aıou'.includes(vowel)
const two = (word: string) => (isBack(lastVowel(word)) ? 'a' : 'e')
const four = (word: string) => {
  const vowel = lastVowel(word)
  if (vowel === 'a' || vowel === 'ı') return 'ı'
  if (vowel === 'e' || vowel === 'i') return 'i'
  return vowel === 'o' || vowel === 'u' ? 'u' : 'ü'
}

/** The stem before a vowel: `destek` → `desteğ`. One-syllable words keep their end. */
function soft(word: string): string {
  const end = word.at(-1) ?? ''
  const syllables = lowerTr(word).match(vowels)?.length ?? 0
  return syllables > 1 && softened[end] ? word.slice(0, -1) + softened[end] : word
}

/**
 * A noun in a case. In: the noun; whether it ends in a possessive (`il müdürlüğü`), which takes n before the suffix.
 */
export function inflect(word: string, form: Case, possessive = false): string {
  const endsInVowel = /[aeıioöuüAEIİOÖUÜ]$/.test(word)
  const v2 = two(word)
  const v4 = four(word)
  const d = possessive || !hard.test(word) ? 'd' : 't'
  const n = possessive ? 'n' : ''
  switch (form) {
    case 'plain':
      return word
    case 'acc':
      return possessive ? `${word}n${v4}` : endsInVowel ? `${word}y${v4}` : `${soft(word)}${v4}`
    case 'dat':
      return possessive ? `${word}n${v2}` : endsInVowel ? `${word}y${v2}` : `${soft(word)}${v2}`
    case 'loc':
      return `${word}${n}${d}${v2}`
    case 'abl':
      return `${word}${n}${d}${v2}n`
    case 'gen':
      return endsInVowel ? `${word}n${v4}n` : `${soft(word)}${v4}n`
    case 'plural':
      return `${word}l${v2}r`
    case 'ins':
      return endsInVowel ? `${word}yl${v2}` : `${word}l${v2}`
  }
}
