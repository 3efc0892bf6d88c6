import type { TFunction } from 'i18next'
import type { Language } from '../dates'
import { plainTextOf } from '../text/plain-text'
import type { RecordLine } from './record-diff'

/** What turning a record into words needs: words, language, and today's names of other records. */
export interface LineWords {
  t: TFunction
  lang: Language
  nameOf: (id: string) => string
}

/** A line, unless it says nothing. */
export function line(key: string, label: string, value: string | undefined, raw?: string): RecordLine[] {
  if (value === undefined || (value === '' && !raw)) return []
  return [{ key, label, value, ...(raw === undefined ? {} : { raw }) }]
}

/** A text in Markdown: shown without marks, compared with them. */
export function textLine(key: string, label: string, markdown: string | undefined): RecordLine[] {
  return markdown === undefined ? [] : line(key, label, plainTextOf(markdown), markdown)
}

/** Words in a row, those that are there. */
export function joined(parts: readonly (string | undefined)[], between = ' · '): string {
  return parts.filter(Boolean).join(between)
}
