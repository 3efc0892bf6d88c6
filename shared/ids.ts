import { v7 } from 'uuid'
import { z } from 'zod'

/** Types of records (a file each) and of parts inside a meeting that keep an id of their own for life. */
export const recordTypes = ['meeting', 'participant', 'agency', 'body', 'note', 'followup'] as const
export const partTypes = [
  'attendance',
  'item',
  'text',
  'decision',
  'action',
  'dissent',
  'member',
  'entry',
  'break',
  'comment',
  'template',
  'recording',
] as const

export type RecordType = (typeof recordTypes)[number]
export type PartType = (typeof partTypes)[number]
export type IdType = RecordType | PartType

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'

/** Schema of an id `<type>_<uuid>`; version 7 for new things, version 8 for ids derived from imported bytes. */
export function idOf<T extends IdType>(type: T) {
  return z.templateLiteral([z.literal(`${type}_`), z.string().regex(new RegExp(`^${uuid}$`))])
}

/** Any record id, of whatever type. */
export const RecordId = z.string().regex(new RegExp(`^(${recordTypes.join('|')})_${uuid}$`))
/** Any id at all, record or part. */
export const AnyId = z.string().regex(new RegExp(`^(${[...recordTypes, ...partTypes].join('|')})_${uuid}$`))

/** A new id, sortable by time of making (RFC 9562, UUID version 7). */
export function newId<T extends IdType>(type: T): `${T}_${string}` {
  return `${type}_${v7()}`
}

/**
 * An id that is the same for the same bytes, so that importing a file twice meets the first record.
 * In: the type and a sha-256 in hex (64 digits). Out: `<type>_<uuid v8>` (RFC 9562 §5.8).
 */
export function idFromHash<T extends IdType>(type: T, sha256: string): `${T}_${string}` {
  const h = sha256.slice(0, 32)
  const variant = '89ab'[parseInt(h.charAt(16), 16) % 4] ?? '8'
  return `${type}_${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20, 32)}`
}

/** The type part of an id, or undefined when it is none of ours. */
export function typeOfId(id: string): IdType | undefined {
  const head = id.slice(0, id.indexOf('_'))
  return [...recordTypes, ...partTypes].find((type) => type === head)
}

/** The record type of a record's id, or undefined for parts and foreign text. */
export function recordTypeOfId(id: string): RecordType | undefined {
  const type = typeOfId(id)
  return recordTypes.find((known) => known === type)
}
