import { utf8 } from './bytes'
import { readEntry } from './doc-words'
import type { Segment } from './segment'
import { NO_TERM } from './segment-builder'

/** A written word of the archive that is near another one. */
export interface NearWord {
  folded: string
  spelled: string
  key: string
  distance: number
  docs: number
}

/** The words of all living documents of some segments. */
export class Dictionary {
  readonly docs: number
  /** mean length of a document, doubled */
  readonly average: number

  constructor(private readonly segments: readonly Segment[]) {
    let docs = 0
    let length = 0
    for (const segment of segments) {
      docs += segment.living
      length += segment.livingLength
    }
    this.docs = docs
    this.average = Math.max(1, length / Math.max(1, docs))
  }

  /** Living documents that hold a term. */
  termDocs(term: string): number {
    let docs = 0
    for (const segment of this.segments) {
      const number = segment.termNumber(term)
      if (number >= 0) docs += segment.termDocs(number)
    }
    return docs
  }

  /** Main keys of all words that begin with a folded prefix. */
  keysBeginning(prefix: string): Set<string> {
    return this.keysWhere(prefix)
  }

  /** Main keys of all words that match a pattern of lunr (`*` stands for any letters). */
  keysMatching(pattern: string): Set<string> {
    const [beginning = ''] = pattern.split('*')
    const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    const whole = new RegExp(`^${parts.join('.*')}$`, 'u')
    return this.keysWhere(beginning, (entry) => {
      const { folded, key } = readEntry(entry)
      return whole.test(folded) || whole.test(key)
    })
  }

  private keysWhere(prefix: string, holds?: (entry: string) => boolean): Set<string> {
    const keys = new Set<string>()
    const bytes = utf8(prefix)
    for (const segment of this.segments) {
      const { wordKeys } = segment.columns
      const seen = new Set<number>()
      const to = segment.wordBehind(bytes)
      for (let word = segment.wordFrom(bytes); word < to; word += 1) {
        const key = wordKeys[word]!
        if (key === NO_TERM || seen.has(key) || segment.wordDocs(word) <= 0) continue
        if (holds && !holds(segment.wordName(word))) continue
        seen.add(key)
        keys.add(segment.termName(key))
      }
    }
    return keys
  }

  /** Words with at most so many letters other, missing, too many or swapped; nearest first, then the most usual. */
  wordsNear(folded: string, most: number): NearWord[] {
    const found = new Map<string, NearWord>()
    for (const segment of this.segments)
      walkNear(segment, utf8(folded), most, (word, distance) => {
        const docs = segment.wordDocs(word)
        if (docs <= 0) return
        const entry = segment.wordName(word)
        const known = found.get(entry)
        if (known) known.docs += docs
        else found.set(entry, { ...readEntry(entry), distance, docs })
      })
    return [...found.values()].sort(
      (a, b) => a.distance - b.distance || b.docs - a.docs || (a.spelled < b.spelled ? -1 : 1),
    )
  }
}

/**
 * Walks the sorted vocabulary with one row of edit distances a letter, shared by all words with the same beginning;
 * where no distance of a row is small enough, all words with this beginning are left out at once.
 */
function walkNear(
  segment: Segment,
  wanted: Uint8Array,
  most: number,
  visit: (word: number, distance: number) => void,
): void {
  const width = wanted.length + 1
  const longest = wanted.length + most
  const rows = Array.from({ length: longest + 2 }, () => new Uint8Array(width))
  for (let i = 0; i < width; i += 1) rows[0]![i] = i
  let before: Uint8Array = new Uint8Array(0)
  let valid = 0
  for (let word = 0; word < segment.words;) {
    const bytes = segment.wordAt(word)
    let depth = 0
    while (depth < valid && depth < bytes.length && bytes[depth] === before[depth]) depth += 1
    before = bytes
    let cut = false
    for (; depth < bytes.length && bytes[depth] !== 0; depth += 1) {
      if (depth >= longest || !nextRow(rows, depth, bytes, wanted, most)) {
        cut = true
        break
      }
    }
    valid = depth
    if (cut) {
      word = segment.wordBehind(bytes.subarray(0, depth + 1))
      continue
    }
    const distance = rows[depth]![wanted.length]!
    if (distance <= most) visit(word, distance)
    word += 1
  }
}

/** Fills the row behind `depth`; false when every distance in it is too large. */
function nextRow(
  rows: Uint8Array[],
  depth: number,
  bytes: Uint8Array,
  wanted: Uint8Array,
  most: number,
): boolean {
  const above = rows[depth]!
  const row = rows[depth + 1]!
  const letter = bytes[depth]
  row[0] = depth + 1
  let least = row[0]
  for (let i = 1; i < row.length; i += 1) {
    const same = wanted[i - 1] === letter ? 0 : 1
    let value = Math.min(above[i]! + 1, row[i - 1]! + 1, above[i - 1]! + same)
    if (depth > 0 && i > 1 && letter === wanted[i - 2] && bytes[depth - 1] === wanted[i - 1])
      value = Math.min(value, rows[depth - 1]![i - 2]! + 1)
    row[i] = value
    if (value < least) least = value
  }
  return least <= most
}
