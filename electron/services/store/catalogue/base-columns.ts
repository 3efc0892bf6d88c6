import { setImmediate as breathe } from 'node:timers/promises'
import { listedTypes, sortKeys } from '../../../../shared/contract/rows'
import type { RecordType } from '../../../../shared/ids'
import { agencyKinds } from '../../../../shared/records/agency'
import { bodyKinds } from '../../../../shared/records/body'
import { meetingKinds, meetingStatuses } from '../../../../shared/records/meeting'
import type { StoredRow, TypeTable } from './base-table'
import type { BareRow, BareRows, Entry } from './entry'
import { idBytes, idWidth } from './id-bytes'
import { lookedUp, sortKeyMaker, type Lookups } from './sort-keys'

/** Codes of small columns; 255 = no value. */
export const kindCodes: Partial<Record<RecordType, readonly string[]>> = {
  meeting: meetingKinds,
  agency: agencyKinds,
  body: bodyKinds,
}
const noCode = 255

/** Work between two pauses that let saves and the window's questions in. */
export const chunk = 500

const hashWidth = 32

export type Sections = Map<string, ArrayBufferView>

/** An entry with what it is found by, folded. */
export type FoldedEntry = Entry & { folded: string }

/** Which rows a new table of one type has: rows of the old one, and entries, in the order of their ids. */
export interface Plan {
  type: RecordType
  old: TypeTable | undefined
  entries: FoldedEntry[]
  /** For each new row: a row of the old table, or −1 − the place of an entry. */
  from: Int32Array
  /** For each old row its new one; −1 = it goes. */
  toNew: Int32Array
}

/** Works out the rows of a new table. In: the old one, which of its rows are out of date, entries in any order. */
export function planOf(
  type: RecordType,
  old: TypeTable | undefined,
  dead: Uint8Array,
  changed: readonly FoldedEntry[],
): Plan {
  const entries = [...changed].sort((a, b) => (a.id < b.id ? -1 : 1))
  const ids = entries.map(({ id }) => idBytes(id))
  const count = old?.count ?? 0
  const from: number[] = []
  const toNew = new Int32Array(count).fill(-1)
  let next = 0
  for (let row = 0; row < count; row++) {
    if (dead[row] === 1) continue
    const at = row * idWidth
    while (next < ids.length && old && old.ids.compare(ids[next] as Buffer, 0, idWidth, at, at + idWidth) > 0)
      from.push(-1 - next++)
    toNew[row] = from.push(row) - 1
  }
  while (next < ids.length) from.push(-1 - next++)
  return { type, old, entries, from: Int32Array.from(from), toNew }
}

/** A column of fixed width, from the old one and from entries. */
function bytesColumn(
  { from, entries }: Plan,
  width: number,
  old: Buffer | undefined,
  make: (entry: FoldedEntry) => Buffer,
): Buffer {
  const column = Buffer.alloc(from.length * width)
  for (const [row, source] of from.entries()) {
    if (source >= 0) old?.copy(column, row * width, source * width, (source + 1) * width)
    else make(entries[-1 - source] as FoldedEntry).copy(column, row * width)
  }
  return column
}

type Numbers = Float64Array | Uint32Array | Uint8Array

/** A column of numbers, from the old one and from entries. */
function numberColumn<A extends Numbers>(
  { from, entries }: Plan,
  column: A,
  old: A | undefined,
  make: (entry: FoldedEntry) => number,
): A {
  for (const [row, source] of from.entries()) {
    column[row] = source >= 0 ? (old?.[source] ?? 0) : make(entries[-1 - source] as FoldedEntry)
  }
  return column
}

async function textColumn(
  sections: Sections,
  name: string,
  { from, entries }: Plan,
  old: { bytes: Buffer; offsets: Uint32Array } | undefined,
  make: (entry: FoldedEntry) => string,
): Promise<void> {
  const made = entries.map((entry) => Buffer.from(make(entry)))
  const offsets = new Uint32Array(from.length + 1)
  const bounds = (source: number) => [old?.offsets[source] ?? 0, old?.offsets[source + 1] ?? 0] as const
  for (const [row, source] of from.entries()) {
    const [start, end] = source >= 0 ? bounds(source) : [0, made[-1 - source]?.length ?? 0]
    offsets[row + 1] = (offsets[row] ?? 0) + end - start
  }
  const bytes = Buffer.alloc(offsets[from.length] ?? 0)
  for (const [row, source] of from.entries()) {
    if (source >= 0) old?.bytes.copy(bytes, offsets[row], ...bounds(source))
    else made[-1 - source]?.copy(bytes, offsets[row])
    if (row % (chunk * 20) === 0) await breathe()
  }
  sections.set(name, bytes)
  sections.set(`${name}Offsets`, offsets)
}

/** Order of two sort keys; an empty one comes last. */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  return a < b ? -1 : 1
}

/** The orders of all sort columns. Rows of the old table are decoded one after another, none is kept. */
async function orderSections(
  sections: Sections,
  empties: Record<string, number>,
  { type, old, entries, from }: Plan,
  look: Lookups,
): Promise<void> {
  const listed = listedTypes.find((name) => name === type)
  if (!listed) return
  const sorts = sortKeys[listed].filter((sort) => !lookedUp.has(sort))
  const makers = sorts.map((sort) => sortKeyMaker(listed, sort))
  const keys = sorts.map((): string[] => [])
  for (const [row, source] of from.entries()) {
    const bare: BareRow | undefined = source >= 0 ? old?.stored(source).row : entries[-1 - source]?.row
    makers.forEach((make, index) => keys[index]?.push(make(bare as BareRows[typeof listed], look)))
    if (row % chunk === chunk - 1) await breathe()
  }
  for (const [index, sort] of sorts.entries()) {
    const column = keys[index] ?? []
    keys[index] = []
    const order = Uint32Array.from(column.keys())
    order.sort((a, b) => compareKeys(column[a] ?? '', column[b] ?? '') || a - b)
    sections.set(`${type}.order.${sort}`, order)
    empties[`${type}.${sort}`] = column.filter((key) => key === '').length
    await breathe()
  }
}

/** All columns of one type. In: what the new table's rows are; names and counts of other records. */
export async function typeSections(
  sections: Sections,
  empties: Record<string, number>,
  plan: Plan,
  look: Lookups,
): Promise<void> {
  const { type, old, from } = plan
  const count = from.length
  const kinds = kindCodes[type]
  const statuses = type === 'meeting' ? meetingStatuses : undefined
  const codeOf = (codes: readonly string[] | undefined, value: unknown) => {
    const code = codes?.findIndex((known) => known === value) ?? -1
    return code < 0 ? noCode : code
  }
  const set = (name: string, column: ArrayBufferView) => sections.set(`${type}.${name}`, column)
  set(
    'ids',
    bytesColumn(plan, idWidth, old?.ids, ({ id }) => idBytes(id)),
  )
  set(
    'hashes',
    bytesColumn(plan, hashWidth, old?.hashes, ({ hash }) => Buffer.from(hash, 'hex')),
  )
  await breathe()
  set(
    'sizes',
    numberColumn(plan, new Float64Array(count), old?.sizes, ({ size }) => size),
  )
  set(
    'mtimes',
    numberColumn(plan, new Float64Array(count), old?.mtimes, ({ mtimeMs }) => mtimeMs),
  )
  set(
    'from',
    numberColumn(plan, new Uint32Array(count), old?.from, (entry) => entry.from),
  )
  set(
    'to',
    numberColumn(plan, new Uint32Array(count), old?.to, (entry) => entry.to),
  )
  set(
    'kinds',
    numberColumn(plan, new Uint8Array(count), old?.kinds, ({ row }) =>
      codeOf(kinds, 'kind' in row && row.kind),
    ),
  )
  set(
    'statuses',
    numberColumn(plan, new Uint8Array(count), old?.statuses, ({ row }) =>
      codeOf(statuses, 'status' in row && row.status),
    ),
  )
  const rows = old && { bytes: old.rows, offsets: old.rowOffsets }
  await textColumn(sections, `${type}.rows`, plan, rows, ({ row, names, more }) =>
    JSON.stringify({ row, names, more } satisfies StoredRow),
  )
  const folded = old && { bytes: old.folded, offsets: old.foldedOffsets }
  await textColumn(sections, `${type}.folded`, plan, folded, (entry) => entry.folded)
  await orderSections(sections, empties, plan, look)
}
