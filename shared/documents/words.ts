import type { Language } from '../dates'
import { documents as en } from '../i18n/en/documents'
import { terms as enTerms } from '../i18n/en/terms'
import type { SameShape } from '../i18n/shape'
import { documents as tr } from '../i18n/tr/documents'
import { terms as trTerms } from '../i18n/tr/terms'

/** The words of a document in one language: those of the paper and the names of roles, states and kinds. */
export type Words = SameShape<typeof tr> & { terms: SameShape<typeof trTerms> }

/** Words in the language of the document, which need not be that of the interface. */
export function wordsFor(lang: Language): Words {
  return lang === 'tr' ? { ...tr, terms: trTerms } : { ...en, terms: enTerms }
}

/** Puts values into the gaps of a sentence: `fill('{n} kayıt', { n: 3 })`. Unknown gaps stay. */
export function fill(sentence: string, gaps: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap))
}
