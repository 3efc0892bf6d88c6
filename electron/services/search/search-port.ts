import type { SearchAnswer, SearchType } from '../../../shared/domain/search-types'

/** One thing that can be found: a meeting with all its text, a decision, a person, an agency, a body, a note. */
export interface SearchDoc {
  /** Unique: the id of the record, or of the decision. */
  id: string
  /** Id of the record this document comes from; replacing that record replaces all its documents. */
  owner: string
  type: SearchType
  meetingId?: string
  blockId?: string
  title: string
  fields: {
    title?: string
    agencies?: string
    people?: string
    agenda?: string
    decisions?: string
    text?: string
    number?: string
  }
  date?: string
  source?: string
  agencyIds?: string[]
  bodyId?: string
  status?: string
}

/**
 * Changes to the index. All documents of the records in `replace` go first, then `upsert` comes in: a removed record is
 * in `replace` only, a decision that was deleted disappears with its meeting's old documents.
 */
export interface SearchChanges {
  replace: string[]
  upsert: SearchDoc[]
  /** Journal number reached with this; 0 = unchanged (a build that is not finished). */
  seq: number
}

export interface SearchQuery {
  text: string
  limit?: number
  types?: readonly SearchType[]
  /** The last word may be unfinished. */
  prefixLast?: boolean
}

export interface SearchStatus {
  docs: number
  /** Journal number up to which everything can be found; 0 = nothing built yet. */
  seq: number
  ready: boolean
}

/** Search, wherever it runs. */
export interface SearchPort {
  apply(changes: SearchChanges): Promise<void>
  /** Forgets everything, so that it can be built again. */
  reset(): Promise<void>
  /** Never throws for odd input. */
  query(query: SearchQuery): Promise<SearchAnswer>
  status(): Promise<SearchStatus>
  /** Writes what must outlive the process and ends. */
  close(): Promise<void>
}
