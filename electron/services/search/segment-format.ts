import { searchTypes } from '../../../shared/domain/search-types'
import type { SearchDoc } from './search-port'

/** Shape of segments and of the list of them; what has another one is built anew. */
export const INDEX_FORMAT = 1
/** Postings of a block: documents, field masks and weighted counts stand together, each in a row. */
export const BLOCK = 128

/** Rows of numbers that are read at opening, each with its width in bytes. */
export const columns = {
  termOffsets: 4,
  /** documents that hold the term */
  termDocs: 4,
  /** where the postings of a term begin: block data, then places of the blocks, then positions */
  termStarts: 4,
  termBlocks: 4,
  termSkips: 4,
  formOffsets: 4,
  /** written forms of each term, as numbers of the vocabulary */
  forms: 4,
  wordOffsets: 4,
  wordDocs: 4,
  wordKeys: 4,
  types: 1,
  kinds: 1,
  statuses: 1,
  dates: 4,
  bodies: 4,
  agencyOffsets: 4,
  agencies: 4,
  lengths: 4,
  idOffsets: 4,
  storedOffsets: 4,
  idHashes: 8,
  ownerHashes: 8,
  /** documents in order of these hashes */
  byId: 4,
  byOwner: 4,
} as const
export type ColumnName = keyof typeof columns

/** Bytes: the first two are read at opening. */
export const byteSections = ['termBytes', 'wordBytes', 'postings', 'ids', 'stored'] as const
export type ByteSection = (typeof byteSections)[number]

/** Names that columns hold as numbers; number 0 stands for none. */
export const tables = ['kinds', 'statuses', 'bodies', 'agencies'] as const
export type TableName = (typeof tables)[number]

export interface SegmentFooter {
  format: number
  /** the analysis it was made with */
  analyzer: string
  docs: number
  terms: number
  words: number
  totalLength: number
  places: Record<ColumnName | ByteSection, [offset: number, length: number]>
  tables: Record<TableName, string[]>
}

export const typeCode = (type: SearchDoc['type']): number => searchTypes.indexOf(type)

/** A date as one number that sorts: year 12 bits, month 4, day 5, hour 5, minute 6; what is missing is 0. */
export function packDate(date: string | undefined): number {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?/.exec(date ?? '')
  if (!parts) return 0
  const [, year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.map((part) => Number(part ?? 0))
  return ((year << 20) | (month << 16) | (day << 11) | (hour << 6) | minute) >>> 0
}

/** The last moment of a day, month or year as `packDate` would write it. */
export function packLastMoment(date: string): number {
  const packed = packDate(date)
  if (packed === 0) return 0xffffffff
  const open = date.length <= 4 ? 20 : date.length <= 7 ? 16 : date.length <= 10 ? 11 : 0
  return (packed | (2 ** open - 1)) >>> 0
}

export const yearOf = (packed: number): number => packed >>> 20

/** A hash of 52 bits of an id. */
export function hashOf(text: string): number {
  let a = 0x9e3779b9
  let b = 0x85ebca6b
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x5bd1e995)
    a ^= b >>> 15
    b ^= a >>> 13
  }
  a = Math.imul(a ^ (a >>> 16), 0x45d9f3b)
  b = Math.imul(b ^ (b >>> 16), 0x45d9f3b)
  return ((a ^ (a >>> 15)) & 0xfffff) * 0x100000000 + ((b ^ (b >>> 13)) >>> 0)
}
