import type { Language } from '../dates'
import { searchList as en } from './en/search-list'
import { searchList as tr } from './tr/search-list'

/** Words of a list of hits on paper, in a language. */
export function searchListWords(language: Language) {
  return language === 'tr' ? tr : en
}
