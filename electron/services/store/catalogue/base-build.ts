import { randomUUID } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { listedTypes, sortKeys, type ListedType } from '../../../../shared/contract/rows'
import { recordTypes, type RecordType } from '../../../../shared/ids'
import { agencyKinds } from '../../../../shared/records/agency'
import { bodyKinds } from '../../../../shared/records/body'
import { meetingKinds, meetingStatuses } from '../../../../shared/records/meeting'
import { BaseTable, baseVersion, rowCode, type BaseHead, type StoredRow } from './base-table'
import type { BareRows, Entry } from './entry'
import { idBytes } from './id-bytes'
import { packSections } from './sections'
import { lookedUp, sortKeyMaker, type Lookups } from './sort-keys'

/** Codes of small columns; 255 = no value. */
export const kindCodes: Partial<Record<RecordType, readonly string[]>> = {
  meeting: meetingKinds,
  agency: agencyKinds,
  body: bodyKinds,
}
export const noCode = 255

/** Work between two pauses that let saves and the window's questions in. */
const chunk = 1_000

type Sections = Map<string, ArrayBufferView>

/** An entry with what it is found by, folded. */
export type FoldedEntry = Entry & { folded: string }

function textColumn(sections: Sections, name: string, texts: readonly string[]): void {
  const offsets = new Uint32Array(texts.length + 1)
  const parts = texts.map((text) => Buffer.from(text))
  parts.forEach((part, index) => {
    offsets[index + 1] = (offsets[index] ?? 0) + part.length
  })
  sections.set(name, Buffer.concat(parts))
  sections.set(`${name}Offsets`, offsets)
}

async function typeSections(
  sections: Sections,
  empties: Record<string, number>,
  type: RecordType,
  entries: readonly FoldedEntry[],
  look: Lookups,
): Promise<void> {
  const kinds = kindCodes[type]
  const codeOf = (codes: readonly string[] | undefined, value: unknown) => {
    const code = codes?.findIndex((known) => known === value) ?? -1
    return code < 0 ? noCode : code
  }
  sections.set(`${type}.ids`, Buffer.concat(entries.map(({ id }) => idBytes(id))))
  sections.set(`${type}.hashes`, Buffer.concat(entries.map(({ hash }) => Buffer.from(hash, 'hex'))))
  sections.set(
    `${type}.sizes`,
    Float64Array.from(entries, ({ size }) => size),
  )
  sections.set(
    `${type}.mtimes`,
    Float64Array.from(entries, ({ mtimeMs }) => mtimeMs),
  )
  sections.set(
    `${type}.from`,
    Uint32Array.from(entries, ({ from }) => from),
  )
  sections.set(
    `${type}.to`,
    Uint32Array.from(entries, ({ to }) => to),
  )
  sections.set(
    `${type}.kinds`,
    Uint8Array.from(entries, ({ row }) => codeOf(kinds, 'kind' in row && row.kind)),
  )
  const statuses = type === 'meeting' ? meetingStatuses : undefined
  sections.set(
    `${type}.statuses`,
    Uint8Array.from(entries, ({ row }) => codeOf(statuses, 'status' in row && row.status)),
  )
  const rows: string[] = []
  for (const [index, { row, names, more }] of entries.entries()) {
    rows.push(JSON.stringify({ row, names, more } satisfies StoredRow))
    if (index % chunk === chunk - 1) await breathe()
  }
  textColumn(sections, `${type}.rows`, rows)
  textColumn(
    sections,
    `${type}.folded`,
    entries.map(({ folded }) => folded),
  )
  const listed = listedTypes.find((name) => name === type)
  for (const sort of listed ? sortKeys[listed] : []) {
    if (lookedUp.has(sort)) continue
    const make = sortKeyMaker(type as ListedType, sort)
    const keys: string[] = []
    for (const [index, { row }] of entries.entries()) {
      keys.push(make(row as BareRows[ListedType], look))
      if (index % chunk === chunk - 1) await breathe()
    }
    const order = Uint32Array.from(keys.keys())
    order.sort((a, b) => compareKeys(keys[a] ?? '', keys[b] ?? '') || a - b)
    sections.set(`${type}.order.${sort}`, order)
    empties[`${type}.${sort}`] = keys.filter((key) => key === '').length
    await breathe()
  }
}

/** Order of two sort keys; an empty one comes last. */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  return a < b ? -1 : 1
}

/** Who points at one id; sources come in ascending order. */
interface Pointing {
  sources: number[]
  roles: number[]
}

async function referenceSections(
  sections: Sections,
  roleSets: string[][],
  byType: Map<RecordType, FoldedEntry[]>,
) {
  const numbers = new Map<string, number>()
  const byTarget = new Map<string, Pointing>()
  const parts: { id: Buffer; owner: number }[] = []
  for (const [type, entries] of byType) {
    for (const [row, entry] of entries.entries()) {
      for (const [target, roles] of entry.refs) {
        const name = roles.join()
        let number = numbers.get(name)
        if (number === undefined) {
          number = roleSets.push(roles) - 1
          numbers.set(name, number)
        }
        let pointing = byTarget.get(target)
        if (!pointing) byTarget.set(target, (pointing = { sources: [], roles: [] }))
        pointing.sources.push(rowCode(type, row))
        pointing.roles.push(number)
      }
      for (const part of entry.parts) parts.push({ id: idBytes(part), owner: row })
      if (row % chunk === chunk - 1) await breathe()
    }
  }
  const targets = [...byTarget]
    .map(([id, pointing]) => ({ id: idBytes(id), ...pointing }))
    .sort((a, b) => a.id.compare(b.id))
  const offsets = new Uint32Array(targets.length + 1)
  targets.forEach(({ sources }, index) => {
    offsets[index + 1] = (offsets[index] ?? 0) + sources.length
  })
  sections.set('refs.targets', Buffer.concat(targets.map(({ id }) => id)))
  sections.set('refs.offsets', offsets)
  sections.set('refs.sources', Uint32Array.from(targets.flatMap(({ sources }) => sources)))
  sections.set('refs.roles', Uint16Array.from(targets.flatMap(({ roles }) => roles)))
  await breathe()
  parts.sort((a, b) => a.id.compare(b.id))
  sections.set('parts.ids', Buffer.concat(parts.map(({ id }) => id)))
  sections.set(
    'parts.owners',
    Uint32Array.from(parts, ({ owner }) => owner),
  )
}

/**
 * Builds a table from entries. Pauses often, so that saves go on meanwhile. In: entries by type in any order, names and
 * counts of other records, the journal position that the entries have reached.
 */
export async function buildBase(
  all: ReadonlyMap<RecordType, FoldedEntry[]>,
  look: Lookups,
  place: { archiveId: string; seq: number; tid: string },
): Promise<BaseTable> {
  const sections: Sections = new Map()
  const empties: Record<string, number> = {}
  const roleSets: string[][] = []
  const byType = new Map(
    recordTypes.map((type): [RecordType, FoldedEntry[]] => [
      type,
      [...(all.get(type) ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  )
  for (const [type, entries] of byType) await typeSections(sections, empties, type, entries, look)
  await referenceSections(sections, roleSets, byType)
  const counts = Object.fromEntries([...byType].map(([type, entries]) => [type, entries.length]))
  const head: BaseHead = {
    version: baseVersion,
    baseId: randomUUID(),
    ...place,
    counts: counts as BaseHead['counts'],
    roleSets,
    empties,
  }
  const table = BaseTable.open(packSections(head, sections))
  if (!table) throw new Error('a table just built cannot be opened')
  return table
}
