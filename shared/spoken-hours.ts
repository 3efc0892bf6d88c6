import { two } from './dates'
import { spokenNumbers } from './spoken-numbers'

/** Longest first, so that `on dort` is not read as `on`. */
const numberWords = [...spokenNumbers.keys()].sort((a, b) => b.length - a.length).join('|')
/** At the end of an hour: `onda`, `14'te`, `bucukta`. */
const bend = "(?:['’‘`]?[dt][ae])?"
const spoken = new RegExp(
  String.raw`\bsaat\s*:?\s*(\d{1,2}|${numberWords})(?:\s+(bucuk|${numberWords}))?${bend}(?![\p{L}\d.:'’‘${'`'}])`,
  'gu',
)

/**
 * The hour behind `saat`, when it is told in words or without minutes, as a clock shows it: `saat 14` → `saat 14.00`,
 * `saat on dörtte` → `saat 14.00`, `saat on buçuk` → `saat 10.30`, `saat on otuz` → `saat 10.30`. Words that are no hour
 * stay. In and out: folded text.
 */
export function clockHours(folded: string): string {
  return folded.replace(spoken, (words: string, hours: string, minutes: string | undefined) => {
    const hour = /^\d/.test(hours) ? Number(hours) : spokenNumbers.get(hours)
    const minute = minutes === undefined ? 0 : minutes === 'bucuk' ? 30 : spokenNumbers.get(minutes)
    if (hour === undefined || minute === undefined || minute > 59) return words
    return `saat ${two(hour)}.${two(minute)}`
  })
}
