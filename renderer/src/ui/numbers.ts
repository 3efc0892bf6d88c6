import type { Language } from '../../../shared/dates'

const formats = { tr: new Intl.NumberFormat('tr-TR'), en: new Intl.NumberFormat('en-GB') }

/** A whole number for people: `1.284`. */
export function formatNumber(value: number, language: Language): string {
  return formats[language].format(value)
}
