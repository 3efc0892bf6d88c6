import type { TFunction } from 'i18next'
import type { Language } from '../../../../shared/dates'
import { isEmptyRequest } from '../../../../shared/domain/kept-searches'
import type { SearchReason } from '../../../../shared/domain/search-types'

const namedFields = ['title', 'agencies', 'people', 'number', 'agenda', 'decisions', 'text'] as const

function fieldKey(field: string) {
  const known = namedFields.find((name) => name === field) ?? 'other'
  return `searchPage.why.fields.${known}` as const
}

const mostQuoted = 4

/**
 * Why a hit was found, in sentences. In: the reason (none for what a query names
 * directly), the words of the query, language and translation.
 * Out: one sentence a word with its share of the score, then what moved the hit up.
 */
export function reasonSentences(
  reason: SearchReason | undefined,
  query: string,
  language: Language,
  t: TFunction,
): string[] {
  if (!reason) return [t('searchPage.why.direct')]
  const { words, factors } = reason
  if (isEmptyRequest({ text: query })) return [t('searchPage.why.browsed')]
  const list = (parts: string[]) =>
    new Intl.ListFormat(language === 'tr' ? 'tr' : 'en-GB', { type: 'conjunction' }).format(parts)
  const sumOf = (fields: { score: number }[]) => fields.reduce((sum, { score }) => sum + score, 0)
  const total = words.reduce((sum, { fields }) => sum + sumOf(fields), 0)
  const sentences = words.map(({ word, how, matched, fields }) => {
    const shown = matched.slice(0, mostQuoted).map((one) => `“${one}”`)
    const places = list([...new Set(fields.map(({ field }) => t(fieldKey(field))))])
    const known =
      how === 'exact' || how === 'phrase' ? how : matched.length > 0 ? how : (`${how}Only` as const)
    const sentence = t(`searchPage.why.${known}`, {
      word,
      fields: places || t('searchPage.why.fields.other'),
      matched: list(shown),
    })
    if (words.length < 2 || total <= 0) return sentence
    const percent = Math.round((sumOf(fields) / total) * 100)
    return `${sentence} (${t('searchPage.why.share', { percent })})`
  })
  const moved = factors.filter(({ factor }) => factor > 1.001)
  return [...sentences, ...moved.map(({ name }) => t(`searchPage.why.factors.${name}`))]
}
