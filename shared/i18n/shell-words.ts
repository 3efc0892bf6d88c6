import type { Language } from '../dates'
import { shell as en } from './en/shell'
import { shell as tr } from './tr/shell'

/** The main process's own words in a language; it needs no i18next for these few. */
export function shellWords(language: Language) {
  return language === 'tr' ? tr : en
}
