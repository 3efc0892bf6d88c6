import { foldTr } from './text/turkish'

const ones = ['', 'bir', 'iki', 'üç', 'dört', 'beş', 'altı', 'yedi', 'sekiz', 'dokuz']
const tens = ['', 'on', 'yirmi', 'otuz', 'kırk', 'elli', 'altmış', 'yetmiş', 'seksen', 'doksan']

/** What is below a hundred of a whole number, in words: `12` and `112` → `on iki`; empty for none. */
export function belowHundred(n: number): string {
  return `${tens[Math.floor(n / 10) % 10] ?? ''} ${ones[n % 10] ?? ''}`.trim()
}

/** Numbers in words up to ninety-nine, folded, in two words and joined (`yirmi bes`, `yirmibes`), and English as far as it is usual. */
export const spokenNumbers: ReadonlyMap<string, number> = (() => {
  const numbers = new Map<string, number>()
  for (let n = 1; n <= 99; n += 1) {
    const word = foldTr(belowHundred(n))
    numbers.set(word, n).set(word.replace(' ', ''), n)
  }
  'one two three four five six seven eight nine ten'
    .split(' ')
    .forEach((word, index) => numbers.set(word, index + 1))
  return numbers
})()

/** Longest first, so that `on dort` is not read as `on`; before a vowel `dort` is `dord`. */
const words = [
  ...spokenNumbers.keys(),
  ...[...spokenNumbers.keys()].map((word) => word.replace(/dort$/, 'dord')),
]
  .sort((a, b) => b.length - a.length)
  .join('|')
/** Behind a number: `besine`, `ucu`, `ona`, `ikinci`. */
const ending = "['’‘`]?(?:s?[iu](?:n[ae]|nd[ae])?|y?[ae]|[dt][ae]n?|[iu]?nc[iu])"
const spoken = new RegExp(
  String.raw`(?<![\p{L}\d])(?!bir ara\b)(${words})(?=(?:${ending})?(?![\p{L}\d]))`,
  'gu',
)

/** The English `on` before a day; else it is a number. */
const onDay =
  /^on\s+(?=\d|(?:[a-z]+day|january|february|march|april|june|july|august|(?:septem|octo|novem|decem)ber)\b)/

/**
 * Numbers in words as figures, with what is bent behind them: `on beş gün` → `15 gun`, `on beşine` → `15ine`,
 * `yüz yirmi` → `120`, `iki bin yirmi altı` → `2026`, `ikinci` → `2nci`. A number that stands twice (`15 (on beş) gün`)
 * becomes one; two that differ both stay. In and out: folded text.
 */
export function figures(folded: string): string {
  return folded
    .replace(onDay, '')
    .replace(spoken, (word) => String(spokenNumbers.get(word.replace(/dord$/, 'dort')) ?? word))
    .replace(
      /\b(?:(\d) )?yuz(?: (\d{1,2}))?\b/g,
      (_, hundreds: string | undefined, rest: string | undefined) =>
        String(100 * Number(hundreds ?? 1) + Number(rest ?? 0)),
    )
    .replace(/\b(\d) bin(?: (\d{1,3}))?\b/g, (_, thousands: string, rest: string | undefined) =>
      String(1000 * Number(thousands) + Number(rest ?? 0)),
    )
    .replace(/\b(\d+) ?\( ?\1 ?\)/g, '$1')
}
