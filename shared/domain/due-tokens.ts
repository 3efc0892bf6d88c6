import { two } from '../dates'
import { apart, bentWords, monthOfWord, weekdayOfWord, type Ending } from '../date-words'
import { figures } from '../spoken-numbers'
import { dropApostrophes } from '../text/turkish'

/** Words that mean the same, the first of a line being what they are read as. */
const bent = bentWords(
  [
    'gun day days',
    'isgun isgunu workday workdays',
    'hafta week weeks',
    'ay month months',
    'yil sene year years',
    'ceyrek ceyreg quarter',
    'yari half',
    'bas',
    'yarin tomorrow',
    'bugun today',
    'bayram',
    'arife',
  ].flatMap((line) => line.split(' ').map((word, _, [means = '']) => [word, means] as const)),
)
const plain = new Map(
  [
    'bu this',
    'next gelecek onumuzdeki sonraki muteakip izleyen',
    '#1 ilk first',
    '#2 second',
    '#3 third',
    '#4 fourth',
    'last son',
    'end sonu sonuna sonunda sonunu',
    'haftaya',
    'bugun bugunku',
    'obur oburku',
    'ertesi',
    'sonra later sonrasi sonrasina sonrasinda sonraya',
    'yari yarisi yarisinda yarisina yarisinin',
    'ramazan seker',
    'kurban',
  ].flatMap((line) => line.split(' ').map((word, _, [means = '']) => [word, means] as const)),
)
const numberWord = /^(\d{1,3})(?:(\.|[iu]?nc[iu]|st|nd|rd|th)|(s?[iu](?:n[ae]|nd[ae])?)|(y?[ae]|[dt][ae]))?$/
const yearWord = /^(\d{4})(?:n[iu]n|[iu]n|y?[ae]|[dt][ae]|si(?:n[ae]|nd[ae])?)?$/

const withEnding = (word: string, ending: Ending) => (ending === '' ? word : `${word}/${ending}`)

/**
 * One word as the readers of due dates know it: `m04` a month, `w5` a weekday, `y2026` a year, `15` a number, `15+` one that
 * is bent as its own (`15'i`), `15~` bent otherwise (`15'e`), `#2` a place; with `/of` or `/from` where it ends so.
 */
function token(word: string): string | undefined {
  const fixed = plain.get(word)
  if (fixed !== undefined) return fixed
  const [, number = '', place, own, other] = numberWord.exec(word) ?? []
  if (number !== '') return place ? `#${Number(number)}` : `${Number(number)}${own ? '+' : other ? '~' : ''}`
  const year = yearWord.exec(word)?.[1]
  if (year !== undefined) return `y${year}`
  const [, inFigures = '', ofYear = ''] = /^(\d{1,2})[./-](\d{4})$/.exec(word) ?? []
  if (Number(inFigures) >= 1 && Number(inFigures) <= 12) return `m${two(Number(inFigures))} y${ofYear}`
  const month = monthOfWord(word)
  if (month) return withEnding(`m${two(month.meaning)}`, month.ending)
  const weekday = weekdayOfWord(word)
  if (weekday) return withEnding(`w${weekday.meaning}`, weekday.ending)
  const noun = bent(word)
  return noun && withEnding(noun.meaning, noun.ending)
}

/** Ways to say the same in other words. */
const sameAs: readonly (readonly [RegExp, string])[] = [
  [/^(?:the )?end of (?:the )?(.+)$/, '$1 sonu'],
  [/^(?:the )?((?:first|second|third|fourth|last) .+) of (?:the )?((?:(?:this|next) )?[a-z]+)$/, '$2 $1'],
  [/^(?:the )?(\d{1,2})(?:st|nd|rd|th)$/, '$1ine'],
  [/\bq([1-4])\b/g, '$1. ceyrek'],
  [/ from (?:now|today)$/, ' later'],
  [/\b(?:is|mesai|calisma) gun/g, 'isgun'],
  [/\b(?:working|business) days?\b/g, 'isgun'],
  [/\btakvim gun/g, 'gun'],
  [/(\d (?:isgunu?|gunu?|hafta|ay|yil))(?:n?[iu]n)? sonunda\b/g, '$1'],
  [/\b(yil|ay|hafta)(son|bas)(?=[iu])/g, '$1 $2'],
  [/\b(?:takip eden|(?:1 )?dahaki|(?:1 )?sonraki)\b/g, 'sonraki'],
  [/(\d) (s?[iu](?:n[ae]|nd[ae])?)(?= |$)/g, '$1$2'],
  [/\bbayrami sonrasi(?:ndaki)?\b/g, 'bayramindan sonraki'],
  [/\bgelecek (?=sonraki)/g, ''],
  [/\bertesi (?=hafta|ay|yil)/g, 'sonraki '],
  [/\b(ay|yil|hafta) bitmeden(?: once)?$/, '$1 sonu'],
  [/(l[iu]k) sure(?:de|sinde)?\b/g, '$1'],
  [/\boburgun/g, 'obur gun'],
  [/\byarindan sonraki gun(?:e)?\b|\b(?:the )?day after tomorrow\b|\boburs?u gun/g, 'obur gun'],
  [/\bseneye\b/g, 'gelecek yil'],
  [/\b(?:a|an) (?=(?:day|week|month|year)\b)/g, '1 '],
]

/** Folded text with figures for the words of numbers and one way to say what has several, without apostrophes. */
export function dueWords(folded: string): string {
  const text = apart(figures(dropApostrophes(folded)))
    .replace(/,/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return sameAs.reduce((words, [from, to]) => words.replace(from, to), text)
}

/** The words of {@link dueWords} as tokens with blanks between; undefined when one of them belongs to no due date. */
export function dueTokens(words: string): string | undefined {
  const tokens = words.split(' ').map(token)
  return tokens.includes(undefined) ? undefined : tokens.join(' ')
}
