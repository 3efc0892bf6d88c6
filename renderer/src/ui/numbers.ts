import type { Language } from '../../../shared/dates'

const formats = { tr: new Intl.NumberFormat('tr-TR'), en: new Intl.NumberFormat('en-GB') }

/** A whole number for people: `1.284`. */
export function formatNumber(value: number, language: Language): string {
  return formats[language].format(value)
}

/** A size for people: `12,4 MB`; whole units from a hundred on. In: bytes. */
export function formatSize(bytes: number, language: Language): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const
  let value = bytes
  let unit = 0
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_024
    unit += 1
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1
  const text = value.toLocaleString(language === 'tr' ? 'tr-TR' : 'en-GB', { maximumFractionDigits: digits })
  return `${text} ${units[unit] ?? ''}`
}
