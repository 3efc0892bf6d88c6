/** How a Turkish word ends: of something (`nisanın`), from it on (`nisandan`), or another way that changes no date. */
export type Ending = '' | 'of' | 'from'

const OF = '(?:s?[iu])?n[iu]n|[iu]n'
const FROM = '[dt][ae]n|s?[iu]nd[ae]n'
const OTHER = 'y?[ae]|[dt][ae]|s?[iu](?:n[ae]|nd[ae])?|y[iu]|l[iu]k'

/**
 * Reads words of a list as they stand and as they bend: `nisan`, `nisanın`, `Nisan'da`. In: what the words mean. Out: a
 * reader of folded words; undefined for others.
 */
export function bentWords<T>(meanings: Iterable<readonly [string, T]>) {
  const known = new Map(meanings)
  const stems = [...known.keys()].sort((a, b) => b.length - a.length).join('|')
  const bent = new RegExp(`^(${stems})['’‘\`]?(?:(${OF})|(${FROM})|${OTHER})$`)
  return (word: string): { meaning: T; ending: Ending } | undefined => {
    const plain = known.get(word)
    if (plain !== undefined) return { meaning: plain, ending: '' }
    const [, stem = '', of, from] = bent.exec(word) ?? []
    const meaning = known.get(stem)
    if (meaning === undefined) return undefined
    return { meaning, ending: of ? 'of' : from ? 'from' : '' }
  }
}

/** Names by their order, the first word of a line counting from `first`. */
const numbered = (first: number, lines: string[]) =>
  lines.flatMap((line, index) => line.split(' ').map((word) => [word, index + first] as const))

/** Short names are not bent: `arada` is no December. */
const shortMonths = new Map(
  numbered(1, [
    'oca jan',
    'sub feb',
    'mar',
    'nis apr',
    'may',
    'haz jun',
    'tem jul',
    'agu aug',
    'eyl sep',
    'eki oct',
    'kas nov',
    'ara dec',
  ]),
)
const englishMonths = new Map(
  numbered(1, [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ]),
)
const bentMonth = bentWords(
  numbered(1, [
    'ocak ocag',
    'subat',
    'mart',
    'nisan',
    'mayis',
    'haziran',
    'temmuz',
    'agustos',
    'eylul',
    'ekim',
    'kasim',
    'aralik aralig',
  ]),
)
const shortWeekdays = new Map(
  numbered(0, [
    'paz sunday',
    'pzt monday',
    'sal tuesday',
    'car wednesday',
    'per thursday',
    'cum friday',
    'cmt saturday',
  ]),
)
const bentWeekday = bentWords(
  numbered(0, ['pazar', 'pazartesi', 'sali', 'carsamba', 'persembe', 'cuma', 'cumartesi']),
)

/** The month a folded word means (1–12), how the word ends, and whether it is English, where a day may follow it. */
export function monthOfWord(word: string): { meaning: number; ending: Ending; english: boolean } | undefined {
  const bare = word.replace(/(?:\.|['’‘`])$/, '')
  const english = englishMonths.get(bare)
  const plain = english ?? shortMonths.get(bare)
  if (plain !== undefined) return { meaning: plain, ending: '', english: english !== undefined }
  const bent = bentMonth(bare)
  return bent && { ...bent, english: false }
}

/** The weekday a folded word means (0 = Sunday), and how the word ends. */
export function weekdayOfWord(word: string): { meaning: number; ending: Ending } | undefined {
  const plain = shortWeekdays.get(word.replace(/\.$/, ''))
  return plain === undefined ? bentWeekday(word) : { meaning: plain, ending: '' }
}

const glued = 'oca|sub|mar|nis|may|haz|tem|agu|eyl|eki|kas|ara|jan|feb|apr|ju[nl]|aug|sep|oct|nov|dec'
const dayAndMonth = new RegExp(String.raw`(\d)\s*[-./]?(?=(?:${glued}))`, 'g')
const monthAndYear = new RegExp(String.raw`(\b(?:${glued})[a-z]*)[-./]?(?=\d{4})`, 'g')
const numberAndUnit = /(\d)(?=(?:is ?gun|gun|hafta|ay[a-z]{0,3}\b|yil))/g

/** Numbers and the words they stand with, apart: `3-mart-2026`, `15ağustos2026` and `10gün`. In and out: folded text. */
export function apart(folded: string): string {
  return folded.replace(dayAndMonth, '$1 ').replace(monthAndYear, '$1 ').replace(numberAndUnit, '$1 ')
}
