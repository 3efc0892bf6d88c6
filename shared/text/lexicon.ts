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

/**
 * Reads the lexicon from its text: one root a line, `form kind[weight][F] [form before vowels]`, kind n (noun) or
 * v (verb), for example `kitap n6 kitab`, `saat n6F`, `git v5 gid`. Lines that begin with # are comments.
 * Lines of another shape are skipped, so that a damaged file only makes the analysis coarser.
 */
export function parseLexicon(text: string): Lexicon {
  const forms = new Map<string, RootForm[]>()
  const put = (folded: string, entry: RootForm) => {
    const there = forms.get(folded)
    if (there) there.push(entry)
    else forms.set(folded, [entry])
  }
  let size = 0
  for (const line of text.split('\n')) {
    const [form, marks, soft] = line.split(' ')
    const kind = marks?.[0]
    if (!form || !marks || line.startsWith('#') || (kind !== 'n' && kind !== 'v')) continue
    const verb = kind === 'v'
    const weight = marks.charCodeAt(1) - 0x30
    if (!(weight >= 0 && weight <= 9)) continue
    const front = marks[2] === 'F'
    const folded = foldPlain(form)
    const key = verb ? `${folded}-` : folded
    size += 1
    put(folded, { form, key, verb, weight, front, before: 'any' })
    if (soft)
      put(foldPlain(soft), {
        form: soft,
        key,
        verb,
        weight,
        front: front || ENDS_FRONT.test(form),
        before: 'vowel',
      })
    const last = form[form.length - 1]
    if (!verb || (last !== 'a' && last !== 'e')) continue
    const stem = form.slice(0, -1)
    const narrow = last === 'a' ? ['ı', 'u'] : ['i', 'ü']
    for (const vowel of narrow)
      put(foldPlain(stem + vowel), { form: stem + vowel, key, verb, weight, front, before: 'yor' })
    if (stem.length === 1) put(`${stem}i`, { form: `${stem}i`, key, verb, weight, front, before: 'y' })
  }
  return { size, find: (folded) => forms.get(folded) ?? NONE }
}
