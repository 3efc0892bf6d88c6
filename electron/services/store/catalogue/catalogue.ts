import type { Usage } from '../../../../shared/contract/rows'
import { recordTypeOfId, recordTypes, type RecordType } from '../../../../shared/ids'
import type { Entry } from './entry'
import type { Lookups } from './sort-keys'
import { foldedWords } from './words'

/** What the catalogue keeps beside an entry while it is in memory. */
export interface Held extends Entry {
  /** Folded words of the names, one text a name, and of everything the filter of a list finds it by. */
  foldedNames: string[]
  foldedAll: string
  /** Sort keys made so far, by column. */
  keys: Map<string, string>
}

function emptyTables(): Record<RecordType, Map<string, Held>> {
  const tables: Partial<Record<RecordType, Map<string, Held>>> = {}
  for (const type of recordTypes) tables[type] = new Map()
  return tables as Record<RecordType, Map<string, Held>>
}

/** What lists show and who points at whom, without opening a file. */
export class Catalogue implements Lookups {
  private readonly tables = emptyTables()
  /** Who points at an id: source id → roles. */
  private readonly pointers = new Map<string, Map<string, string[]>>()
  private readonly owners = new Map<string, string>()

  /** Takes in what a record has become. */
  put(entry: Entry): void {
    const table = this.tables[entry.type]
    const old = table.get(entry.id)
    if (old) this.forget(old)
    const foldedNames = entry.names.map(foldedWords)
    const foldedAll = [...foldedNames, ...entry.more.map(foldedWords)].join(' ')
    table.set(entry.id, { ...entry, foldedNames, foldedAll, keys: new Map() })
    for (const [target, roles] of entry.refs) {
      const sources = this.pointers.get(target) ?? new Map<string, string[]>()
      this.pointers.set(target, sources.set(entry.id, roles))
    }
    for (const part of entry.parts) this.owners.set(part, entry.id)
  }

  /** Leaves a record out from now on. */
  drop(id: string): void {
    const type = recordTypeOfId(id)
    const old = type && this.tables[type].get(id)
    if (!old) return
    this.forget(old)
    this.tables[old.type].delete(id)
  }

  private forget(old: Held): void {
    for (const [target] of old.refs) this.pointers.get(target)?.delete(old.id)
    for (const part of old.parts) if (this.owners.get(part) === old.id) this.owners.delete(part)
  }

  entry(id: string): Held | undefined {
    const type = recordTypeOfId(id)
    return type && this.tables[type].get(id)
  }

  all(type: RecordType): Iterable<Held> {
    return this.tables[type].values()
  }

  ids(type: RecordType): string[] {
    return [...this.tables[type].keys()].sort()
  }

  counts(): Record<RecordType, number> {
    return Object.fromEntries(recordTypes.map((type) => [type, this.tables[type].size])) as Record<
      RecordType,
      number
    >
  }

  nameOf(id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.entry(id)?.names[0]
  }

  meetingsOf(id: string): number {
    let count = 0
    for (const source of this.pointers.get(id)?.keys() ?? []) if (source.startsWith('meeting_')) count++
    return count
  }

  /** Whether the record `source` points at `target`. */
  refersTo(source: string, target: string): boolean {
    return this.pointers.get(target)?.has(source) ?? false
  }

  /** Everything that points at a record. */
  usages(id: string): Usage[] {
    const found: Usage[] = []
    for (const [source, roles] of this.pointers.get(id) ?? []) {
      const entry = this.entry(source)
      if (entry) found.push({ id: source, type: entry.type, title: entry.names[0] ?? '', roles })
    }
    return found
  }

  ownerOf(partId: string): string | undefined {
    return this.owners.get(partId)
  }
}
