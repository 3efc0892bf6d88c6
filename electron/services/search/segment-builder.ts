import { deflateRawSync } from 'node:zlib'
import { ByteWriter, compareStrings, NumberList, utf8 } from './bytes'
import { doubledBoosts, idsOf, idTerm, readEntry, type WordReader } from './doc-words'
import { encodePositions } from './positions'
import type { SearchDoc } from './search-port'
import { hashOf, packDate, typeCode } from './segment-format'
import type { SegmentWriter } from './segment-writer'

/** Gives way to other work now and then. */
export type Pause = () => Promise<void> | undefined

const MOST_COUNTED = 255
/** So many terms are written between two pauses. */
const TERMS_A_TURN = 512

/** Postings of a term while documents come in. */
class GrowingTerm {
  readonly docs = new NumberList()
  readonly masksAndCounts = new ByteWriter()
  readonly places = new ByteWriter()
  readonly placeEnds = new NumberList()
  /** number of each written form in this term's own list */
  readonly forms = new Map<string, number>()

  form(entry: string): number {
    const known = this.forms.get(entry)
    if (known !== undefined) return known
    this.forms.set(entry, this.forms.size)
    return this.forms.size - 1
  }

  add(doc: number, mask: number, count: number): void {
    this.docs.push(doc)
    this.masksAndCounts.byte(mask)
    this.masksAndCounts.byte(Math.min(count, MOST_COUNTED))
    this.placeEnds.push(this.places.length)
  }
}

/** Makes a segment of documents: analyses them once, then writes. */
export async function buildSegment(
  docs: readonly SearchDoc[],
  reader: WordReader,
  writer: SegmentWriter,
  pause: Pause,
): Promise<void> {
  const terms = new Map<string, GrowingTerm>()
  const words = new Map<string, number>()
  for (const [number, doc] of docs.entries()) {
    addDoc(doc, number, { terms, words, reader, writer })
    await pause()
  }
  const names = [...terms.keys()].sort(compareStrings)
  const numbers = new Map(names.map((name, i) => [name, i]))
  const entries = [...words.keys()].sort(compareStrings)
  const entryNumbers = new Map(entries.map((entry, i) => [entry, i]))
  for (const entry of entries)
    writer.addWord(utf8(entry), words.get(entry) ?? 0, numbers.get(readEntry(entry).key) ?? NO_TERM)
  for (const [i, name] of names.entries()) {
    const term = terms.get(name)!
    const masksAndCounts = term.masksAndCounts.view()
    const places = term.places.view()
    const ends = term.placeEnds.view()
    for (const [at, doc] of term.docs.view().entries())
      writer.addPosting(
        doc,
        masksAndCounts[2 * at]!,
        masksAndCounts[2 * at + 1]!,
        places.subarray(at === 0 ? 0 : ends[at - 1], ends[at]),
      )
    writer.endTerm(
      utf8(name),
      [...term.forms.keys()].map((entry) => entryNumbers.get(entry) ?? 0),
    )
    if (i % TERMS_A_TURN === 0) await pause()
  }
  writer.finish()
}

/** A word whose key no document holds as a term: half a compound. */
export const NO_TERM = 0xffffffff

interface Growing {
  terms: Map<string, GrowingTerm>
  words: Map<string, number>
  reader: WordReader
  writer: SegmentWriter
}

function addDoc(doc: SearchDoc, number: number, { terms, words, reader, writer }: Growing): void {
  // Field, position and entry of every place of every key, in turn.
  const places = new Map<string, (number | string)[]>()
  const entries = new Set<string>()
  const length = reader.read(doc, {
    word: (field, position, keys, entry) => {
      entries.add(entry)
      for (const key of keys) {
        const there = places.get(key)
        if (there) there.push(field, position, entry)
        else places.set(key, [field, position, entry])
      }
    },
    part: (entry) => entries.add(entry),
  })
  for (const entry of entries) words.set(entry, (words.get(entry) ?? 0) + 1)
  const termOf = (name: string): GrowingTerm => {
    const known = terms.get(name)
    if (known) return known
    const term = new GrowingTerm()
    terms.set(name, term)
    return term
  }
  for (const [key, parts] of places) {
    const term = termOf(key)
    let count = 0
    for (let at = 0; at < parts.length; at += 3) {
      count += doubledBoosts[parts[at] as number]!
      parts[at + 2] = term.form(parts[at + 2] as string)
    }
    const mask = encodePositions(parts as number[], term.places)
    term.add(number, mask, count)
  }
  for (const [id, field] of idsOf(doc)) termOf(idTerm(id)).add(number, 1 << field, doubledBoosts[field]!)
  const stored = deflateRawSync(JSON.stringify(doc), { level: 1 })
  writer.addDoc(
    {
      type: typeCode(doc.type),
      kind: doc.kind ?? '',
      status: doc.status ?? '',
      date: packDate(doc.date),
      body: doc.bodyId ?? '',
      agencies: [...new Set(doc.agencyIds ?? [])],
      length,
      idHash: hashOf(doc.id),
      ownerHash: hashOf(doc.owner),
    },
    utf8(doc.id),
    stored,
  )
}
