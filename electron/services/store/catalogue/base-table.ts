import { recordTypes, type RecordType } from '../../../../shared/ids'
import type { BareRow } from './entry'
import { findId, idAt } from './id-bytes'
import { Sections } from './sections'

/** Raised whenever the meaning of the sections or of an entry changes: older caches are then built anew. */
export const baseVersion = 1

export interface BaseHead {
  version: number
  /** A new random text for each table: the log of later changes names it. */
  baseId: string
  archiveId: string
  /** Journal position that the table has reached. */
  seq: number
  tid: string
  counts: Record<RecordType, number>
  /** Sets of roles, by the number that references carry. */
  roleSets: string[][]
  /** Rows without a value of a sort column; they stand at the end of its order. */
  empties: Record<string, number>
}

/** What a row's text section holds. */
export interface StoredRow {
  row: BareRow
  names: string[]
  more: string[]
}

/** Number of a row among all types, as references store it. */
export function rowCode(type: RecordType, row: number): number {
  return recordTypes.indexOf(type) * 0x10000000 + row
}

/** A row's number as {@link rowCode} made it: the place of its type, and the row. */
export function codeParts(code: number): [type: number, row: number] {
  return [Math.floor(code / 0x10000000), code % 0x10000000]
}

/** The columns of one type, and its rows decoded on demand. Rows are in order of their ids. */
export class TypeTable {
  readonly count: number
  readonly ids: Buffer
  readonly sizes: Float64Array
  readonly mtimes: Float64Array
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly kinds: Uint8Array
  readonly statuses: Uint8Array
  /** What each row is found by, as `foldedText` writes it. */
  readonly folded: Buffer
  readonly foldedOffsets: Uint32Array
  /** Each row as JSON, see {@link StoredRow}. */
  readonly rows: Buffer
  readonly rowOffsets: Uint32Array
  readonly hashes: Buffer

  constructor(
    private readonly sections: Sections<BaseHead>,
    readonly type: RecordType,
  ) {
    this.count = sections.head.counts[type]
    this.ids = sections.buffer(`${type}.ids`)
    this.sizes = sections.f64(`${type}.sizes`)
    this.mtimes = sections.f64(`${type}.mtimes`)
    this.from = sections.u32(`${type}.from`)
    this.to = sections.u32(`${type}.to`)
    this.kinds = sections.u8(`${type}.kinds`)
    this.statuses = sections.u8(`${type}.statuses`)
    this.folded = sections.buffer(`${type}.folded`)
    this.foldedOffsets = sections.u32(`${type}.foldedOffsets`)
    this.rows = sections.buffer(`${type}.rows`)
    this.rowOffsets = sections.u32(`${type}.rowsOffsets`)
    this.hashes = sections.buffer(`${type}.hashes`)
  }

  find(id: string): number {
    return findId(this.ids, id)
  }

  id(row: number): string {
    return idAt(this.ids, row)
  }

  hash(row: number): string {
    return this.hashes.toString('hex', row * 32, row * 32 + 32)
  }

  stored(row: number): StoredRow {
    const text = this.rows.toString('utf8', this.rowOffsets[row], this.rowOffsets[row + 1])
    return JSON.parse(text) as StoredRow
  }

  foldedText(row: number): string {
    return this.folded.toString('utf8', this.foldedOffsets[row], this.foldedOffsets[row + 1])
  }

  /** Rows in the order of a sort column, those without a value last; undefined when the column is not stored. */
  order(sort: string): { rows: Uint32Array; empty: number } | undefined {
    const empty = this.sections.head.empties[`${this.type}.${sort}`]
    return empty === undefined ? undefined : { rows: this.sections.u32(`${this.type}.order.${sort}`), empty }
  }
}

/** The catalogue as it was written last: immutable, used in place. */
export class BaseTable {
  readonly types: Record<RecordType, TypeTable>
  /** Ids that are pointed at, and where the references to each begin. */
  readonly targets: Buffer
  readonly refOffsets: Uint32Array
  readonly refSources: Uint32Array
  readonly refRoles: Uint16Array
  /** Ids of decisions and action items, and the rows of their meetings. */
  readonly parts: Buffer
  readonly partOwners: Uint32Array

  private constructor(
    private readonly sections: Sections<BaseHead>,
    readonly bytes: Uint8Array,
  ) {
    this.types = Object.fromEntries(
      recordTypes.map((type) => [type, new TypeTable(sections, type)]),
    ) as Record<RecordType, TypeTable>
    this.targets = sections.buffer('refs.targets')
    this.refOffsets = sections.u32('refs.offsets')
    this.refSources = sections.u32('refs.sources')
    this.refRoles = sections.u16('refs.roles')
    this.parts = sections.buffer('parts.ids')
    this.partOwners = sections.u32('parts.owners')
  }

  /** Opens a stored table; undefined when it is damaged or of another version. */
  static open(bytes: Uint8Array): BaseTable | undefined {
    const sections = Sections.open<BaseHead>(bytes)
    return sections?.head.version === baseVersion ? new BaseTable(sections, bytes) : undefined
  }

  get head(): BaseHead {
    return this.sections.head
  }

  private span(target: string): [from: number, to: number] {
    const index = findId(this.targets, target)
    return index < 0 ? [0, 0] : [this.refOffsets[index] ?? 0, this.refOffsets[index + 1] ?? 0]
  }

  /** Calls back with every stored reference to an id. */
  eachPointer(target: string, visit: (type: RecordType, row: number, roleSet: number) => void): void {
    const [from, to] = this.span(target)
    for (let at = from; at < to; at++) {
      const [place, row] = codeParts(this.refSources[at] ?? 0)
      const type = recordTypes[place]
      if (type) visit(type, row, this.refRoles[at] ?? 0)
    }
  }

  roles(roleSet: number): string[] {
    return this.head.roleSets[roleSet] ?? []
  }

  /** The row of the meeting that holds a part, or -1. */
  ownerRow(part: string): number {
    const index = findId(this.parts, part)
    return index < 0 ? -1 : (this.partOwners[index] ?? -1)
  }
}
