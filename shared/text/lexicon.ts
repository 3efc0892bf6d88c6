/** `foldTr` for what is known to be plain lower case; reading 29,000 roots must take no time. */
function foldPlain(form: string): string {
  if (!TURKISH.test(form)) return form
  let folded = ''
  for (let i = 0; i < form.length; i += 1) folded += FOLDED.get(form.charCodeAt(i)) ?? form[i]
  return folded
}
const TURKISH = /[çğıöşü]/
const FOLDED = new Map(
  ['çc', 'ğg', 'ıi', 'öo', 'şs', 'üu'].map((pair) => [pair.charCodeAt(0), pair.slice(1)]),
)

/** Before which endings a written form of a root stands: kitap (any), kitab- (vowel), bekli- (yor), yi- (y). */
type Before = 'any' | 'vowel' | 'yor' | 'y'

/** One written form of a root. */
export interface RootForm {
  /** in Turkish letters, without circumflexes */
  readonly form: string
  /** search key of the root: folded, verbs with a final hyphen (`kat` floor, `kat-` add) */
  readonly key: string
  readonly verb: boolean
  /** how many inflected forms the dictionary knows, as a power of two: a measure of how usual the word is */
  readonly weight: number
  /** a proper name (Selin), never a common word */
  readonly name: boolean
  /** takes front suffixes after a back vowel (saat → saatler) */
  readonly front: boolean
  readonly before: Before
}

/** Roots of Turkish by the folded spelling of each of their forms. */
export interface Lexicon {
  readonly size: number
  find(folded: string): readonly RootForm[]
}

const NONE: readonly RootForm[] = []

/** The empty lexicon: the analyzer then keeps words whole and strips only what is safe. */
export const NO_LEXICON: Lexicon = { size: 0, find: () => NONE }

/** Turkish letters in lower case without circumflexes, the spelling the lexicon uses. */
export function plainLetters(lower: string): string {
  return /[âîû]/.test(lower) ? lower.replace(/â/g, 'a').replace(/î/g, 'i').replace(/û/g, 'u') : lower
}

const ENDS_FRONT = /[eiöü][^aıoueiöü]*$/

/** What all written forms of a root begin with: two letters, or one where the second may change (de, diyor). */
const beginningOf = (form: string) => foldPlain(form.slice(0, form.length > 2 ? 2 : 1))

const MARKS = /^[^ ]+ [nv]\d/

/** The root forms of one line; none for a line of another shape. */
function readLine(line: string, put: (entry: RootForm) => void): void {
  const [form = '', marks = '', soft] = line.split(' ')
  const verb = marks.startsWith('v')
  const weight = Number(marks[1])
  const front = marks.includes('F')
  const folded = foldPlain(form)
  const root = { key: verb ? `${folded}-` : folded, verb, weight, name: marks.includes('N') }
  put({ ...root, form, front, before: 'any' })
  if (soft) put({ ...root, form: soft, front: front || ENDS_FRONT.test(form), before: 'vowel' })
  const last = form[form.length - 1]
  if (!verb || (last !== 'a' && last !== 'e')) return
  const stem = form.slice(0, -1)
  for (const vowel of last === 'a' ? ['ı', 'u'] : ['i', 'ü'])
    put({ ...root, form: stem + vowel, front, before: 'yor' })
  if (stem.length === 1 && last === 'e') put({ ...root, form: `${stem}i`, front, before: 'y' })
}

/**
 * Reads the lexicon from its text: one root a line, `form kind[weight][F][N] [form before vowels]`, kind n (noun) or
 * v (verb), F for front endings after a back vowel, N for names; for example `kitap n6 kitab`, `saat n6F`, `git v5 gid`.
 * Lines that begin with # are comments. Lines of another shape are skipped, so that a damaged file only makes the
 * analysis coarser. Lines are only sorted by their first two letters here and read when a word with them is looked up:
 * opening takes no time.
 */
export function parseLexicon(text: string): Lexicon {
  const waiting = new Map<string, string[]>()
  let size = 0
  for (const line of text.split('\n')) {
    const first = line[0]
    if (first === undefined || first === '#' || !MARKS.test(line)) continue
    const beginning = beginningOf(line.slice(0, line.indexOf(' ')))
    const there = waiting.get(beginning)
    if (there) there.push(line)
    else waiting.set(beginning, [line])
    size += 1
  }
  const forms = new Map<string, RootForm[]>()
  const put = (entry: RootForm) => {
    const folded = foldPlain(entry.form)
    const there = forms.get(folded)
    if (there) there.push(entry)
    else forms.set(folded, [entry])
  }
  return {
    size,
    find(folded) {
      for (const beginning of [folded.slice(0, 1), folded.slice(0, 2)]) {
        const lines = waiting.get(beginning)
        if (!lines) continue
        waiting.delete(beginning)
        for (const line of lines) readLine(line, put)
      }
      return forms.get(folded) ?? NONE
    },
  }
}
