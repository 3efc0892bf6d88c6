import type { ByteWriter } from './bytes'
import { VarintReader } from './bytes'

/**
 * Where a term stands in a document: by field of its mask in order the number of places and their distances, then,
 * unless all are the first, the written form at each place.
 */
export interface Places {
  /** by field number; empty for fields without */
  fields: number[][]
  /** written forms, as numbers of the term's own list, place by place over all fields */
  forms: number[]
}

/** Writes places from triples field, position, form in order. Out: mask of the fields. */
export function encodePositions(triples: readonly number[], into: ByteWriter): number {
  let mask = 0
  let forms = 0
  for (let from = 0; from < triples.length;) {
    const field = triples[from]!
    mask |= 1 << field
    let to = from
    while (to < triples.length && triples[to] === field) to += 3
    into.varint((to - from) / 3)
    let last = 0
    for (let at = from; at < to; at += 3) {
      into.varint(triples[at + 1]! - last)
      last = triples[at + 1]!
      forms |= triples[at + 2]!
    }
    from = to
  }
  if (forms > 0) for (let at = 2; at < triples.length; at += 3) into.varint(triples[at]!)
  return mask
}

/** Reads what `encodePositions` wrote. */
export function decodePositions(bytes: Uint8Array, mask: number): Places {
  const reader = new VarintReader(bytes)
  const fields: number[][] = []
  let places = 0
  for (let field = 0; mask >> field > 0; field += 1) {
    const found: number[] = []
    if ((mask & (1 << field)) !== 0 && !reader.done) {
      const count = reader.next()
      let last = 0
      for (let i = 0; i < count; i += 1) {
        last += reader.next()
        found.push(last)
      }
      places += count
    }
    fields.push(found)
  }
  const forms: number[] = []
  for (let i = 0; i < places; i += 1) forms.push(reader.done ? 0 : reader.next())
  return { fields, forms }
}
