import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Migration } from '../../../shared/records/define-record'

/** What the envelope must know about the thing inside: its name, current version, schema and history. */
export interface Definition {
  type: string
  version: number
  schema: z.ZodType
  migrations: readonly Migration[]
}

/** A file's content. `hash` names the version on disk, before any upcasting; `record` is upcast, checked and frozen. */
export type FileState<R = unknown> =
  | { state: 'ok' | 'changed-outside'; type: string; version: number; hash: string; record: R }
  | { state: 'too-new'; type: string; version: number }
  | { state: 'damaged'; reason: 'empty' | 'unparsable' | 'envelope' | 'schema' }
  | { state: 'foreign' }

const format = 'tutanak'
const lone = /\p{Surrogate}/gu

/** Replaces halves of characters (from cut or broken clipboards), which UTF-8 cannot hold, by U+FFFD. */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.replace(lone, '\uFFFD') as T
  if (Array.isArray(value)) return value.map(wellFormed) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [wellFormed(key), wellFormed(inner)]),
  ) as T
}

/** Thrown by the quick way when a value needs the careful one. */
const needsCare = Symbol('needs care')

/** A copy with sorted keys. Throws {@link needsCare} for keys that plain objects reorder or give a meaning of their own. */
function withSortedKeys(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(withSortedKeys)
  const source = value as Record<string, unknown>
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(source).sort()) {
    const first = key.charCodeAt(0)
    if ((first >= 0x30 && first <= 0x39) || key === '__proto__') throw needsCare
    copy[key] = withSortedKeys(source[key])
  }
  return copy
}

/**
 * RFC 8785 form. Records are written by the engine's own JSON after sorting keys, which gives the same text in a third
 * of the library's time (a save and a rebuilt catalogue hash every record); anything unusual goes to the library.
 */
export function canonical(value: unknown): string {
  try {
    const text = JSON.stringify(withSortedKeys(value))
    if (!text.includes('\\ud')) return text
  } catch (error) {
    if (error !== needsCare) throw error
  }
  try {
    return canonicalize(value) ?? ''
  } catch {
    return canonicalize(wellFormed(value)) ?? ''
  }
}

/** SHA-256 (64 hex digits) of a JSON value in canonical form (RFC 8785): line ends, order and BOM play no part. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex')
}

/** SHA-256 (64 hex digits) of bytes. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Makes a value and everything in it unchangeable, so that caches cannot be spoilt by those who read from them. */
export function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}

/**
 * Puts a record into its envelope. In: plain JSON. Out: the file's bytes (UTF-8, indented), the record's hash, and the
 * canonical text that was hashed.
 */
export function seal(
  definition: Pick<Definition, 'type' | 'version'>,
  record: unknown,
  stamp: { savedAt: string; savedBy: string },
): { bytes: Uint8Array; hash: string; text: string } {
  const text = canonical(record)
  const hash = createHash('sha256').update(text).digest('hex')
  const envelope = {
    format,
    type: definition.type,
    version: definition.version,
    ...stamp,
    sha256: hash,
    record,
  }
  return { bytes: Buffer.from(`${JSON.stringify(envelope, null, 1)}\n`), hash, text }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** Turns an older shape into today's, step by step; every step gets a frozen input, so one that writes to it throws. */
export function upcast(definition: Definition, version: number, record: Record<string, unknown>) {
  let shape = record
  for (const step of definition.migrations) if (step.from >= version) shape = step.up(deepFreeze(shape))
  return shape
}

/**
 * Reads an envelope. In: a file's bytes (a BOM is fine) and a way to find the definition of the type it names.
 * `freeze: false` for records that are looked at and let go.
 * A type or version this program does not know comes from a newer one: `too-new`, never touched.
 */
export function openEnvelope<R = unknown>(
  bytes: Uint8Array,
  find: (type: string) => Definition | undefined,
  { freeze = true } = {},
): FileState<R> {
  if (bytes.length === 0) return { state: 'damaged', reason: 'empty' }
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return { state: 'damaged', reason: 'unparsable' }
  }
  if (!isObject(parsed) || parsed.format !== format) return { state: 'foreign' }
  const { type, version, sha256, record } = parsed
  if (typeof type !== 'string' || !Number.isInteger(version)) return { state: 'damaged', reason: 'envelope' }
  const number = version as number
  const definition = find(type)
  if (!definition || number > definition.version) return { state: 'too-new', type, version: number }
  if (!isObject(record) || typeof sha256 !== 'string' || number < 1)
    return { state: 'damaged', reason: 'envelope' }
  const hash = hashOf(record)
  const checked = definition.schema.safeParse(upcast(definition, number, record))
  if (!checked.success) return { state: 'damaged', reason: 'schema' }
  return {
    state: hash === sha256 ? 'ok' : 'changed-outside',
    type,
    version: number,
    hash,
    record: (freeze ? deepFreeze(checked.data) : checked.data) as R,
  }
}
