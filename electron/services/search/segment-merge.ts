import { ByteWriter, compareBytes, VarintReader } from './bytes'
import type { Segment } from './segment'
import { NO_TERM, type Pause } from './segment-builder'
import type { DocRow, SegmentWriter } from './segment-writer'

/** So many documents, words or terms are written between two looks at the clock. */
const A_TURN = 64

/** Where the documents of the merged segments went; -1 for those that were dead. */
export type DocMaps = Int32Array[]

/**
 * Writes the living documents of some segments, in their order, as one segment: the same as one built from these
 * documents anew, save that dead ones leave no trace. Deaths while it runs are up to the caller.
 * Errors: `IndexDamage`.
 */
export async function mergeSegments(
  segments: readonly Segment[],
  writer: SegmentWriter,
  pause: Pause,
): Promise<DocMaps> {
  // What dies from now on still comes along.
  const dead = segments.map((segment) => segment.dead.slice())
  const deadWords = segments.map((segment) => new Map(segment.deadWords))
  const maps: DocMaps = []
  for (const [s, segment] of segments.entries()) {
    const map = new Int32Array(segment.docs).fill(-1)
    for (let doc = 0; doc < segment.docs; doc += 1) {
      if (dead[s]![doc] === 1) continue
      map[doc] = writer.docs
      writer.addDoc(rowOf(segment, doc), segment.idBytes(doc), segment.storedBytes(doc))
      if (doc % A_TURN === 0) await pause()
    }
    maps.push(map)
  }

  const terms = await union(segments, 'terms', pause)
  const words = await union(segments, 'words', pause)
  // Terms that live on only in dead documents are left out, so numbers are known after a first look.
  const living = await livingTerms(segments, terms, maps, pause)
  const wordCounts = await livingWords(segments, words, deadWords, pause)
  const termNumbers = numbered(living)
  const wordNumbers = numbered(wordCounts.map((count) => count > 0))
  for (let w = 0; w < words.length; w += 1) {
    if (wordCounts[w] === 0) continue
    const [from] = words.members(w)
    const [s, word] = from!
    const key = segments[s]!.columns.wordKeys[word]!
    const term = key === NO_TERM ? -1 : termNumbers[terms.numberOf(s, key)]!
    writer.addWord(segments[s]!.wordAt(word), wordCounts[w]!, term < 0 ? NO_TERM : term)
    if (w % A_TURN === 0) await pause()
  }
  for (let t = 0; t < terms.length; t += 1) {
    if (!living[t]) continue
    const members = terms.members(t)
    const forms = new Map<number, number>()
    for (const [s, term] of members) mergePostings(segments[s]!, term, maps[s]!, formMap(s, term), writer)
    const [s, term] = members[0]!
    writer.endTerm(segments[s]!.termAt(term), [...forms.keys()])
    await pause()

    function formMap(from: number, number: number): (form: number) => number {
      const own = segments[from]!.formsOf(number)
      return (form) => {
        const word = wordNumbers[words.numberOf(from, own[form]!)]!
        const known = forms.get(word)
        if (known !== undefined) return known
        forms.set(word, forms.size)
        return forms.size - 1
      }
    }
  }
  writer.finish()
  return maps
}

function rowOf({ columns, footer }: Segment, doc: number): DocRow {
  const agencies = columns.agencies.subarray(columns.agencyOffsets[doc], columns.agencyOffsets[doc + 1])
  return {
    type: columns.types[doc]!,
    kind: footer.tables.kinds[columns.kinds[doc]!] ?? '',
    status: footer.tables.statuses[columns.statuses[doc]!] ?? '',
    date: columns.dates[doc]!,
    body: footer.tables.bodies[columns.bodies[doc]!] ?? '',
    agencies: [...agencies].map((agency) => footer.tables.agencies[agency] ?? ''),
    length: columns.lengths[doc]!,
    idHash: columns.idHashes[doc]!,
    ownerHash: columns.ownerHashes[doc]!,
  }
}

/** The sorted dictionaries of some segments as one: which number of which segment each common entry is. */
class Union {
  length = 0
  private readonly numbers: Uint32Array[]
  private readonly firsts: number[] = []
  private readonly pairs: number[] = []

  constructor(sizes: readonly number[]) {
    this.numbers = sizes.map((size) => new Uint32Array(size))
  }

  add(members: readonly (readonly [segment: number, number: number])[]): void {
    this.firsts.push(this.pairs.length)
    for (const [segment, number] of members) {
      this.numbers[segment]![number] = this.length
      this.pairs.push(segment, number)
    }
    this.length += 1
  }

  /** The common number of an entry of a segment. */
  numberOf(segment: number, number: number): number {
    return this.numbers[segment]![number]!
  }

  members(entry: number): [segment: number, number: number][] {
    const found: [number, number][] = []
    const to = this.firsts[entry + 1] ?? this.pairs.length
    for (let at = this.firsts[entry]!; at < to; at += 2) found.push([this.pairs[at]!, this.pairs[at + 1]!])
    return found
  }
}

async function union(segments: readonly Segment[], kind: 'terms' | 'words', pause: Pause): Promise<Union> {
  const entryAt = (segment: Segment, i: number) => (kind === 'terms' ? segment.termAt(i) : segment.wordAt(i))
  const all = new Union(segments.map((segment) => segment[kind]))
  const next = segments.map(() => 0)
  for (let turn = 0; ; turn += 1) {
    let least: Uint8Array | undefined
    let members: [number, number][] = []
    for (const [s, segment] of segments.entries()) {
      if (next[s]! >= segment[kind]) continue
      const entry = entryAt(segment, next[s]!)
      const order = least ? compareBytes(entry, least) : -1
      if (order < 0) {
        least = entry
        members = []
      }
      if (order <= 0) members.push([s, next[s]!])
    }
    if (!least) return all
    all.add(members)
    for (const [s] of members) next[s]! += 1
    if (turn % A_TURN === 0) await pause()
  }
}

async function livingTerms(
  segments: readonly Segment[],
  terms: Union,
  maps: DocMaps,
  pause: Pause,
): Promise<boolean[]> {
  const living: boolean[] = []
  for (let t = 0; t < terms.length; t += 1) {
    living.push(
      terms.members(t).some(([s, term]) => {
        const segment = segments[s]!
        // Counts may be ahead of what is written here: look where few are left.
        if (!segment.deadTerms.has(term)) return true
        const postings = segment.postings(term, true)
        for (let block = 0; block < postings.blocks; block += 1) {
          postings.load(block)
          for (let i = 0; i < postings.size; i += 1) if (maps[s]![postings.ids[i]!]! >= 0) return true
        }
        return false
      }),
    )
    if (t % A_TURN === 0) await pause()
  }
  return living
}

/** Documents that come along and hold each word. */
async function livingWords(
  segments: readonly Segment[],
  words: Union,
  dead: readonly ReadonlyMap<number, number>[],
  pause: Pause,
): Promise<number[]> {
  const counts: number[] = []
  for (let w = 0; w < words.length; w += 1) {
    let count = 0
    for (const [s, word] of words.members(w))
      count += segments[s]!.columns.wordDocs[word]! - (dead[s]!.get(word) ?? 0)
    counts.push(count)
    if (w % A_TURN === 0) await pause()
  }
  return counts
}

/** New numbers of those that stay, in order; -1 for the others. */
function numbered(stays: readonly boolean[]): Int32Array {
  const numbers = new Int32Array(stays.length).fill(-1)
  let next = 0
  for (const [i, one] of stays.entries()) if (one) numbers[i] = next++
  return numbers
}

const places = new ByteWriter()

function mergePostings(
  segment: Segment,
  term: number,
  map: Int32Array,
  formOf: (form: number) => number,
  writer: SegmentWriter,
): void {
  const postings = segment.postings(term, true)
  for (let block = 0; block < postings.blocks; block += 1) {
    postings.load(block)
    for (let i = 0; i < postings.size; i += 1) {
      const doc = map[postings.ids[i]!]!
      if (doc < 0) continue
      places.clear()
      copyPlaces(postings.places(i), postings.mask(i), formOf)
      writer.addPosting(doc, postings.mask(i), postings.count(i), places.view())
    }
  }
}

/** Positions as they are, written forms under their new numbers. */
function copyPlaces(bytes: Uint8Array, mask: number, formOf: (form: number) => number): void {
  if (bytes.length === 0) return
  const reader = new VarintReader(bytes)
  let total = 0
  for (let field = mask; field > 0; field &= field - 1) {
    const count = reader.next()
    total += count
    for (let i = 0; i < count; i += 1) reader.next()
  }
  places.raw(bytes.subarray(0, reader.at))
  const forms: number[] = []
  let any = 0
  for (let i = 0; i < total; i += 1) {
    const form = formOf(reader.done ? 0 : reader.next())
    forms.push(form)
    any |= form
  }
  if (any > 0) for (const form of forms) places.varint(form)
}
