import { VarintReader } from './bytes'
import type { Postings } from './postings'

/** One word of a sequence in one segment. */
export interface SequencePart {
  mask: number
  terms: readonly { term: number }[]
}

/**
 * Whether words stand one behind the other in one field of a document.
 * @param order in which the words are looked at: rare ones first
 */
export function inSequence(
  doc: number,
  parts: readonly SequencePart[],
  order: readonly number[],
  postingsOf: (term: number) => Postings,
): boolean {
  let starts: number[] | undefined
  for (const number of order) {
    const { terms, mask } = parts[number]!
    const here: number[] = []
    for (const { term } of terms) {
      const postings = postingsOf(term)
      const at = postings.find(doc)
      if (at < 0) continue
      const held = postings.mask(at)
      if ((held & mask) !== 0) pushStarts(postings.places(at), held, mask, number, here)
    }
    starts = starts ? common(starts, terms.length > 1 ? here.sort((a, b) => a - b) : here) : here
    if (terms.length > 1) starts.sort((a, b) => a - b)
    if (starts.length === 0) return false
  }
  return true
}

/** Room for positions of one field. */
const FIELD = 2 ** 26

/** Pushes where a sequence would begin whose word number `back` stands at these places. */
function pushStarts(bytes: Uint8Array, held: number, mask: number, back: number, into: number[]): void {
  const reader = new VarintReader(bytes)
  for (let field = 0; held >> field > 0 && !reader.done; field += 1) {
    if ((held & (1 << field)) === 0) continue
    const wanted = (mask & (1 << field)) !== 0
    let position = field * FIELD + FIELD / 4 - back
    for (let count = reader.next(); count > 0; count -= 1) {
      position += reader.next()
      if (wanted) into.push(position)
    }
  }
}

function common(a: readonly number[], b: readonly number[]): number[] {
  const both: number[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      both.push(a[i]!)
      i += 1
      j += 1
    } else if (a[i]! < b[j]!) i += 1
    else j += 1
  }
  return both
}
