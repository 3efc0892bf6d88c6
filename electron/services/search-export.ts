import Papa from 'papaparse'
import type { SearchAnswer, SearchHit } from '../../shared/domain/search-types'
import { formatEventTime, type Language } from '../../shared/dates'
import { escapeInline } from '../../shared/documents/markdown-writer'
import { searchListWords } from '../../shared/i18n/search-list-words'

/** Most hits that a list holds. */
export const mostListed = 5_000

const day = (hit: SearchHit, language: Language) =>
  hit.date ? formatEventTime(hit.date.split('T')[0] ?? '', 'short', language) : ''

/**
 * Hits as CSV for Excel: UTF-8 with its mark and the separator that Excel of that language expects. A cell that
 * Excel would take for a formula gets an apostrophe before it.
 */
export function hitsCsv({ hits }: SearchAnswer, language: Language): string {
  const words = searchListWords(language)
  const rows = hits.map((hit) => [
    words.types[hit.type],
    hit.title,
    day(hit, language),
    hit.state ? words.states[hit.state] : '',
    hit.snippet.text,
    hit.source ?? '',
    hit.id,
  ])
  const { type, title, date, state, snippet, source, id } = words.columns
  const csv = Papa.unparse(
    { fields: [type, title, date, state, snippet, source, id], data: rows },
    { delimiter: language === 'tr' ? ';' : ',', newline: '\r\n', escapeFormulae: true },
  )
  return `\uFEFF${csv}\r\n`
}

/** Hits as Markdown: what was asked, how many there are, then one line each. */
export function hitsMarkdown(answer: SearchAnswer, language: Language): string {
  const words = searchListWords(language)
  const { query, hits, total } = answer
  const head = query.trim() === '' ? words.all : words.heading.replace('{{query}}', () => query.trim())
  const count = (hits.length < total ? words.countCapped : words.count)
    .replace('{{shown}}', String(hits.length))
    .replace('{{total}}', String(total))
  const items = hits.map((hit) => {
    const facts = [words.types[hit.type], day(hit, language), hit.state ? words.states[hit.state] : '']
    const text = hit.snippet.text === hit.title ? '' : escapeInline(hit.snippet.text)
    const line = `- **${escapeInline(hit.title || '–')}** (${facts.filter(Boolean).map(escapeInline).join(', ')})`
    return text === '' ? line : `${line}\n  ${text}`
  })
  return [`# ${escapeInline(head)}`, count, items.join('\n')].filter(Boolean).join('\n\n') + '\n'
}
