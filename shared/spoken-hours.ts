import { two } from './dates'
import { spokenNumbers } from './spoken-numbers'

/** Longest first, so that `on dort` is not read as `on`. */
const numberWords = [...spokenNumbers.keys()].sort((a, b) => b.length - a.length).join('|')
/** At the end of an hour: `onda`, `14'te`, `10.00 da`, `bucukta`. */
const bend = "(?:['’‘`]?\\s?[dt][ae])?"
const end = String.raw`${bend}(?![\p{L}\d.:'’‘${'`'}])`
const hours = String.raw`(\d{1,2}|${numberWords})(?:\s+(bucuk|${numberWords}))?`
const spoken = new RegExp(String.raw`\bsaat\s*:?\s*(?:${hours}|(yarim))${end}`, 'gu')
const half = new RegExp(String.raw`(^|\s)(\d{1,2}|${numberWords})\s+bucuk${end}$`, 'u')

/** Parts of the day, with the hours that may be told in them: what is told in twelve hours is one of these. */
const dayParts = new Map<string, readonly [number, number]>([
  ['sabah', [4, 11]],
  ['ogleden once', [7, 12]],
  ['ogle', [11, 14]],
  ['ogleden sonra', [12, 18]],
  ['ikindi', [14, 18]],
  ['aksam', [16, 23]],
  ['gece', [20, 23]],
])
const inPart = new RegExp(
  String.raw`\b(${[...dayParts.keys()].reverse().join('|')})(?:leyin|nleyin|yin|ustu|n)?\s(?:saat\s?:?\s?)?` +
    String.raw`(?:(\d{1,2})[.:](\d{2})|${hours})${end}`,
  'gu',
)
const english = /\b(?:saat )?(\d{1,2})(?:[.:](\d{2}))?\s?([ap])\.?m\b\.?/g

/** An hour as a clock shows it; `words` where it is none. */
function clock(words: string, hour: number | undefined, minute: number | undefined): string {
  if (hour === undefined || minute === undefined || minute > 59) return words
  return `saat ${two(hour)}.${two(minute)}`
}

const number = (word: string) => (/^\d/.test(word) ? Number(word) : spokenNumbers.get(word))
const minutes = (word: string | undefined) =>
  word === undefined ? 0 : word === 'bucuk' ? 30 : spokenNumbers.get(word)

/** The hour of a day that is told in a part of it: `2` in the afternoon is 14; undefined where it is not in that part. */
function hourIn(part: string, hour: number | undefined): number | undefined {
  const [from, to] = dayParts.get(part) ?? [0, 23]
  if (hour === undefined) return undefined
  return [hour, hour + 12].find((one) => from <= one && one <= to)
}

/**
 * The hour that is told in words, without minutes or in a part of the day, as a clock shows it: `saat 14` → `saat 14.00`,
 * `saat on dörtte` → `saat 14.00`, `saat on buçuk` → `saat 10.30`, `saat on otuz` → `saat 10.30`, `saat yarım` →
 * `saat 12.30`, `dokuz buçukta` → `saat 09.30`, `öğleden sonra 2` → `saat 14.00`, `2 pm` → `saat 14.00`. Words that are no
 * hour stay. In and out: folded text.
 */
export function clockHours(folded: string): string {
  return folded
    .replace(
      inPart,
      (words: string, part: string, h?: string, m?: string, spokenHour?: string, rest?: string) =>
        clock(
          words,
          hourIn(part, number(h ?? spokenHour ?? '')),
          m === undefined ? minutes(rest) : Number(m),
        ),
    )
    .replace(english, (words: string, hour: string, minute: string | undefined, half: string) =>
      Number(hour) < 1 || Number(hour) > 12
        ? words
        : clock(words, (Number(hour) % 12) + (half === 'p' ? 12 : 0), Number(minute ?? 0)),
    )
    .replace(spoken, (words: string, hour: string | undefined, minute: string | undefined, noon?: string) =>
      noon ? clock(words, 12, 30) : clock(words, number(hour ?? ''), minutes(minute)),
    )
    .replace(half, (words: string, before: string, hour: string) =>
      number(hour) === undefined ? words : `${before}${clock(words, number(hour), 30)}`,
    )
}
