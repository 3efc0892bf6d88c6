import type { Usage } from '../../../../shared/contract/rows'
import { recordTypeOfId, recordTypes, type RecordType } from '../../../../shared/ids'
import { buildBase } from './base-build'
import type { FoldedEntry } from './base-columns'
import type { BaseTable } from './base-table'
import type { Entry } from './entry'
import type { Lookups } from './sort-keys'
import { foldedText } from './words'

/** An entry of the overlay, with what lists and pickers compare. */
export interface Held extends Entry {
  /** Everything it is found by, folded: see `foldedText`. */
  folded: string
  /** Sort keys made so far, by column. */
  keys: Map<string, string>
}

/** What is known of a record's file. */
export type FileFacts = Pick<Entry, 'hash' | 'size' | 'mtimeMs'>

/** Records that point at an id: rows of the table, and changed records. */
export interface Sources {
  rows: Set<number>
  ids: Set<string>
}

function perType<T>(make: (type: RecordType) => T): Record<RecordType, T> {
  return Object.fromEntries(recordTypes.map((type) => [type, make(type)])) as Record<RecordType, T>
}

function sameWords(a: Entry, b: Entry): boolean {
  const same = (left: string[], right: string[]) =>
    left.length === right.length && left.every((word, index) => word === right[index])
  return same(a.names, b.names) && same(a.more, b.more)
}

/** What changed since the table was written: kept in a file of its own until the table is built anew. */
export interface Overlay {
  entries: Entry[]
  dropped: string[]
}

/**
 * What lists show and who points at whom, without opening a record's file: an immutable table, used in place, and
 * over it the records changed since.
 */
export class Catalogue implements Lookups {
  private readonly changed = perType(() => new Map<string, Held>())
  /** Rows of the table that are out of date: changed or gone. */
  private dead = perType(() => new Uint8Array(0))
  private deadCount = perType(() => 0)
  private dropped = new Set<string>()
  /** Records that went while a new table was being built. */
  private vanished: Set<string> | undefined
  /** Changed records that point at an id: source id → roles. */
  private readonly pointers = new Map<string, Map<string, string[]>>()
  private readonly owners = new Map<string, string>()
  private readonly names = new Map<string, string>()
  /** Counts every change; orders made from the whole list are good for one count. */
  generation = 0

  constructor(private table?: BaseTable) {
    if (table) this.dead = perType((type) => new Uint8Array(table.types[type].count))
  }

  get base(): BaseTable | undefined {
    return this.table
  }

  /** An entry with what it is found by: the costly part of taking it in. */
  withWords(entry: Entry): FoldedEntry {
    const old = this.changed[entry.type].get(entry.id)
    // Most saves change the text alone: what the record is found by stays.
    return { ...entry, folded: old && sameWords(old, entry) ? old.folded : foldedText(entry) }
  }

  /** Takes in what a record has become. */
  put(entry: Entry | FoldedEntry): void {
    const { id, type } = entry
    const held = { ...('folded' in entry ? entry : this.withWords(entry)), keys: new Map<string, string>() }
    this.forget(id, type)
    this.bury(id, type)
    this.dropped.delete(id)
    this.vanished?.delete(id)
    this.changed[type].set(id, held)
    for (const [target, roles] of entry.refs) {
      const sources = this.pointers.get(target) ?? new Map<string, string[]>()
      this.pointers.set(target, sources.set(id, roles))
    }
    for (const part of entry.parts) this.owners.set(part, id)
  }

  /** Leaves a record out from now on. */
  drop(id: string): void {
    const type = recordTypeOfId(id)
    if (!type) return
    this.forget(id, type)
    this.vanished?.add(id)
    if (this.bury(id, type)) this.dropped.add(id)
  }

  private forget(id: string, type: RecordType): void {
    this.generation += 1
    this.names.delete(id)
    const old = this.changed[type].get(id)
    if (!old) return
    for (const [target] of old.refs) this.pointers.get(target)?.delete(id)
    for (const part of old.parts) if (this.owners.get(part) === id) this.owners.delete(part)
    this.changed[type].delete(id)
  }

  /** Marks the table's row of a record as out of date. Out: whether it has one. */
  private bury(id: string, type: RecordType): boolean {
    const row = this.table?.types[type].find(id) ?? -1
    if (row < 0) return false
    if (this.dead[type][row] === 0) this.deadCount[type] += 1
    this.dead[type][row] = 1
    return true
  }

  isDead(type: RecordType, row: number): boolean {
    return this.dead[type][row] === 1
  }

  /** How many rows of the table are out of date. */
  deadOf(type: RecordType): number {
    return this.deadCount[type]
  }

  /** Records changed since the table was written. */
  changedOf(type: RecordType): Iterable<Held> {
    return this.changed[type].values()
  }

  private liveRow(id: string, type: RecordType): number {
    const row = this.table?.types[type].find(id) ?? -1
    return row >= 0 && !this.isDead(type, row) ? row : -1
  }

  /** What is known of a record's file; undefined for a record that is not in the catalogue. */
  facts(id: string): FileFacts | undefined {
    const type = recordTypeOfId(id)
    if (!type) return undefined
    const held = this.changed[type].get(id)
    if (held) return held
    const row = this.liveRow(id, type)
    const table = this.table?.types[type]
    if (row < 0 || !table) return undefined
    return { hash: table.hash(row), size: table.sizes[row] ?? 0, mtimeMs: table.mtimes[row] ?? 0 }
  }

  ids(type: RecordType): string[] {
    const found = [...this.changed[type].keys()]
    const table = this.table?.types[type]
    for (let row = 0; row < (table?.count ?? 0); row++)
      if (table && !this.isDead(type, row)) found.push(table.id(row))
    return found.sort()
  }

  counts(): Record<RecordType, number> {
    return perType(
      (type) => this.changed[type].size + (this.table?.types[type].count ?? 0) - this.deadCount[type],
    )
  }

  nameOf(id: string | undefined): string | undefined {
    if (id === undefined) return undefined
    const known = this.names.get(id)
    if (known !== undefined) return known
    const type = recordTypeOfId(id)
    if (!type) return undefined
    const held = this.changed[type].get(id)
    const row = held ? -1 : this.liveRow(id, type)
    // Some records (follow-ups) have no name at all.
    const name = row < 0 ? held?.names[0] : this.table?.types[type].stored(row).names[0]
    if (name !== undefined) this.names.set(id, name)
    return name
  }

  /** Everything of one type that points at an id, in one of the roles if given. */
  sourcesOf(target: string, type: RecordType, role?: string): Sources {
    const found: Sources = { rows: new Set(), ids: new Set() }
    this.table?.eachPointer(target, (source, row, roleSet) => {
      if (source !== type || this.isDead(type, row)) return
      if (role === undefined || this.table?.roles(roleSet).includes(role)) found.rows.add(row)
    })
    for (const [id, roles] of this.pointers.get(target) ?? []) {
      if (recordTypeOfId(id) === type && (role === undefined || roles.includes(role))) found.ids.add(id)
    }
    return found
  }

  meetingsOf(id: string): number {
    let count = 0
    this.table?.eachPointer(id, (type, row) => {
      if (type === 'meeting' && !this.isDead(type, row)) count += 1
    })
    for (const source of this.pointers.get(id)?.keys() ?? []) if (source.startsWith('meeting_')) count += 1
    return count
  }

  /** Everything that points at a record. */
  usages(id: string): Usage[] {
    const found: Usage[] = []
    const add = (source: string, type: RecordType, roles: string[]) =>
      found.push({ id: source, type, title: this.nameOf(source) ?? '', roles })
    this.table?.eachPointer(id, (type, row, roleSet) => {
      if (!this.isDead(type, row))
        add(this.table?.types[type].id(row) ?? '', type, this.table?.roles(roleSet) ?? [])
    })
    for (const [source, roles] of this.pointers.get(id) ?? []) {
      const type = recordTypeOfId(source)
      if (type) add(source, type, roles)
    }
    return found
  }

  ownerOf(partId: string): string | undefined {
    const changed = this.owners.get(partId)
    if (changed) return changed
    const row = this.table?.ownerRow(partId) ?? -1
    return row < 0 || this.isDead('meeting', row) ? undefined : this.table?.types.meeting.id(row)
  }

  /** How much has changed since the table was written. */
  get overlaySize(): number {
    return recordTypes.reduce((sum, type) => sum + this.changed[type].size, this.dropped.size)
  }

  overlay(): Overlay {
    const entries = recordTypes.flatMap((type) =>
      [...this.changed[type].values()].map(({ folded: _folded, keys: _keys, ...entry }) => entry),
    )
    return { entries, dropped: [...this.dropped] }
  }

  /**
   * Builds the table anew from everything known, and goes on with it. Changes that come in meanwhile stay over it.
   * In: the journal position that the catalogue has reached now.
   */
  async compact(place: { archiveId: string; seq: number; tid: string }): Promise<BaseTable> {
    const changed = new Map(
      recordTypes.map((type): [RecordType, Held[]] => [type, [...this.changed[type].values()]]),
    )
    const dead = perType((type) => this.dead[type].slice())
    const taken = perType((type) => new Map(this.changed[type]))
    const vanished = new Set<string>()
    this.vanished = vanished
    const table = await buildBase({ old: this.table, dead, changed }, this, place).finally(() => {
      this.vanished = undefined
    })
    this.table = table
    this.dead = perType((type) => new Uint8Array(table.types[type].count))
    this.deadCount = perType(() => 0)
    this.dropped = new Set()
    for (const type of recordTypes) {
      for (const [id, held] of [...this.changed[type]]) {
        if (taken[type].get(id) === held) this.forget(id, type)
        else this.bury(id, type)
      }
    }
    for (const id of vanished) this.drop(id)
    this.generation += 1
    return table
  }
}
