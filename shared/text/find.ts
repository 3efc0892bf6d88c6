import { foldTr } from './turkish'

export interface FindOptions {
  /** Letters count as they are typed: case, Turkish letters, circumflexes. */
  exact?: boolean
  /** Not inside longer words. */
  whole?: boolean
}

const letter = /[\p{L}\p{N}\p{M}]/u

/** A letter with the marks that stand on it. */
const signs = /\P{M}\p{M}*|\p{M}+/gsu

/** A text in the form in which it is compared; `at[i]`: where the sign begins that the unit `i` of the form comes from. */
interface Form {
  form: string
  at: number[]
}

function folded(text: string): Form {
  let form = ''
  const at: number[] = []
  for (const { 0: sign, index } of text.matchAll(signs)) {
    const units = foldTr(sign)
    for (let i = 0; i < units.length; i += 1) at.push(index)
    form += units
  }
  at.push(text.length)
  return { form, at }
}

function endsWord(text: string, at: number): boolean {
  const before = text.slice(0, at).at(-1) ?? ''
  const after = text.slice(at).at(0) ?? ''
  return !(letter.test(before) && letter.test(after))
}

/**
 * Where words stand in a text, from first to last, without overlapping. Without `exact` case and Turkish letters do not matter:
 * `isik` finds *Işık*, and so does `IŞIK`. Out: pairs of code-unit offsets [from, to).
 */
export function findInText(text: string, query: string, options: FindOptions = {}): [number, number][] {
  const { exact = false, whole = false } = options
  const wanted = exact ? query : foldTr(query)
  if (wanted === '') return []
  const { form, at } = exact ? { form: text, at: undefined } : folded(text)
  const found: [number, number][] = []
  for (let unit = form.indexOf(wanted); unit >= 0;) {
    const end = unit + wanted.length
    const place: [number, number] = at ? [at[unit] ?? 0, at[end] ?? 0] : [unit, end]
    // Half of a sign (a ligature) is no place of its own.
    const entire = !at || (at[unit] !== at[unit - 1] && at[end] !== at[end - 1])
    const fits = entire && (!whole || (endsWord(text, place[0]) && endsWord(text, place[1])))
    if (fits) found.push(place)
    unit = form.indexOf(wanted, fits ? end : unit + 1)
  }
  return found
}

/** How many words a text has: letters and digits with what is hung on them by an apostrophe or hyphen. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}\p{M}]+(?:['’‘`-][\p{L}\p{N}\p{M}]+)*/gu)?.length ?? 0
}
