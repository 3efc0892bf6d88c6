import type { SearchAnswer, SearchType } from '../../../shared/domain/search-types'

/** Parts of a document that are searched, with what a match in them weighs. */
export const fieldBoosts = {
  title: 4,
  agencies: 2.5,
  people: 2,
  number: 2,
  agenda: 1.5,
  decisions: 1.5,
  text: 1,
} as const
export type SearchField = keyof typeof fieldBoosts
export const searchFields = Object.keys(fieldBoosts) as SearchField[]

/** Leads from an offset in a field of a meeting to the block (or agenda item) that stands there; none = to the head. */
export interface Spot {
  field: SearchField
  /** first code unit of the block in the field */
  offset: number
  blockId?: string
}

/** What can be found: a meeting with all its text, or a decision, agency, person, body or note. */
export interface SearchDoc {
  /** unique: the id of the record, or of the decision inside its meeting */
  id: string
  /** id of the record this document comes from; replacing that record replaces all its documents */
  owner: string
  type: SearchType
  /** the meeting it belongs to (decisions) */
  meetingId?: string
  /** the block it stands in (decisions) */
  blockId?: string
  /** shown as the head of a hit; put into `fields.title` too if it is to be searched */
  title: string
  fields: Partial<Record<SearchField, string>>
  spots?: Spot[]
  /** ISO day or month, for showing and for the order of equals */
  date?: string
  /** file name of an imported record */
  source?: string
  agencyIds?: string[]
  bodyId?: string
  status?: string
}

export interface SearchChanges {
  /**
   * Ids of records: all their documents are taken out, then `upsert` comes in. A removed record is here only;
   * a decision that was deleted disappears with its meeting's old documents.
   */
  replace: string[]
  upsert: SearchDoc[]
  /** Journal number the index reaches with this change; 0 = more of the same rebuild follows. */
  seq: number
}

export interface SearchQuery {
  text: string
  /** at most so many hits; 30 unless told */
  limit?: number
  types?: readonly SearchType[]
  /** The last word may be unfinished: it also matches as a beginning (from two letters). */
  prefixLast?: boolean
}

export interface SearchStatus {
  docs: number
  /** journal number reached; 0 = the index must be built from the records */
  seq: number
  /** false while the index is built from the records */
  ready: boolean
}

/** The door to search, the same for an index in this process and in another one. */
export interface SearchPort {
  /** Resolves when the changes can be found. */
  apply(changes: SearchChanges): Promise<void>
  /** Never rejects because of what was typed. */
  query(query: SearchQuery): Promise<SearchAnswer>
  status(): Promise<SearchStatus>
  /** Forgets everything, on the disk too. */
  reset(): Promise<void>
  /** Writes what would be slow to make again, then ends. */
  close(): Promise<void>
}
