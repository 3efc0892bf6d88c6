import { dropApostrophes, foldTr } from '../text/turkish'

/** Words before a name: academic, military and professional titles, folded, without points. */
const prefixWords = new Set(
  'prof doc dr ogr gor uyesi ars yrd av ecz j eczaci uzm op dt muh mim alb kd yzb ustgm tegm tgm bnb yb tumg tugg korg org gen sayin sn hakim savci yuk vet hek'.split(
    ' ',
  ),
)
/** Titles that are names as well: `Hakim Yılmaz` has none, `Hâkim Ayşe Kaya` has one. */
const alsoNames = new Set(['hakim', 'savci'])
/** `Sayın` greets and is no title: it is cut, not kept. */
const greetings = new Set(['sayin', 'sn'])

/**
 * Splits what was typed for a person: `Prof. Dr. Ayşe Kaya` → prefix `Prof. Dr.`, name `Ayşe Kaya`.
 * At least one word stays as the name.
 */
export function splitPersonName(typed: string): { prefix?: string; name: string } {
  const words = typed.trim().split(/\s+/)
  const kept: string[] = []
  while (words.length > 1) {
    const word = words[0] ?? ''
    const keys = foldTr(dropApostrophes(word)).split('.').filter(Boolean)
    if (keys.length === 0 || !keys.every((key) => prefixWords.has(key))) break
    if (words.length === 2 && keys.some((key) => alsoNames.has(key))) break
    words.shift()
    if (!keys.every((key) => greetings.has(key))) kept.push(word)
  }
  const name = words.join(' ')
  return kept.length > 0 ? { prefix: kept.join(' '), name } : { name }
}

/** A person's name as it is compared: without titles before it, folded, signs as blanks: `Dr. Ümmühan GÜNEŞ` → `ummuhan gunes`. */
export function nameKey(typed: string): string {
  return foldTr(dropApostrophes(splitPersonName(typed).name))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
