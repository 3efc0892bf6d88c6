import { suffixFit } from './suffixes'

/**
 * Compounds that officials write now joined, now apart (iş birliği/işbirliği; TDK's spelling guide moved some of
 * them more than once). Folded: first part, then the second parts, each as its written stems (`birlik/birlig`).
 */
const COMPOUNDS = new Map<string, readonly (readonly string[])[]>(
  Object.entries({
    is: 'birlik/birlig guc yer gun kol adam kadin',
    oy: 'birlik/birlig cokluk/coklug',
    guc: 'birlik/birlig',
    soz: 'birlik/birlig',
    el: 'birlik/birlig kitap/kitab',
    kara: 'yol',
    demir: 'yol',
    deniz: 'yol',
    hava: 'yol liman alan',
    alt: 'yapi',
    ust: 'yapi',
    yer: 'alt ust',
    on: 'lisans soz yargi',
    oz: 'kaynak/kaynag gecmis degerlendirme',
    ana: 'okul sinif bilim',
    ilk: 'ogretim',
    orta: 'ogretim',
    yuksek: 'ogretim ogrenim okul',
    es: 'baskan',
    bir: 'cok/cog',
    hic: 'bir',
    her: 'hangi',
    dogal: 'gaz',
    tekno: 'park kent',
    bas: 'ogretmen hekim',
  }).map(([first, seconds]) => [first, seconds.split(' ').map((stems) => stems.split('/'))]),
)

const isVowel = (letter: string | undefined) => letter !== undefined && 'aeiou'.includes(letter)

/**
 * The key under which two words in sequence also are one word: `is` + `birligi` → `isbirlik`.
 * @param first and @param second folded words; undefined when they are no such compound.
 */
export function compoundKey(first: string, second: string): string | undefined {
  for (const stems of COMPOUNDS.get(first) ?? []) {
    const key = first + (stems[0] ?? '')
    for (const [i, stem] of stems.entries()) {
      if (!second.startsWith(stem)) continue
      const suffix = second.slice(stem.length)
      if (suffix === '' ? i === 0 : (i === 0 || isVowel(suffix[0])) && fits(suffix, stem)) return key
    }
  }
  return undefined
}

const fits = (suffix: string, stem: string) => suffixFit('noun', suffix, stem.slice(-1)) !== 0

/** Whether any compound begins with this folded word. */
export const isFirstOfCompound = (folded: string): boolean => COMPOUNDS.has(folded)

const LONGEST_FIRST = Math.max(...[...COMPOUNDS.keys()].map((first) => first.length))

/** The same key for the joined spelling: `isbirligi` → `isbirlik`; undefined for any other word. */
export function joinedKey(folded: string): string | undefined {
  for (let length = 2; length <= LONGEST_FIRST && length < folded.length; length += 1) {
    const first = folded.slice(0, length)
    if (!COMPOUNDS.has(first)) continue
    const key = compoundKey(first, folded.slice(length))
    if (key !== undefined) return key
  }
  return undefined
}
