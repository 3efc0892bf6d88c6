import type { SearchAnswer, SearchFilters, SearchSort, SearchType } from '../../../shared/domain/search-types'

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
  /** id of the record this document comes from, which it shares its agencies with; replacing the record replaces all */
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
  personIds?: string[]
  /** agencies and people: every name they go by, the present one first */
  names?: string[]
  /** agencies: where they are */
  province?: string
  bodyId?: string
  /** status of the meeting, or state of the decision */
  status?: string
  /** kind of meeting */
  kind?: string
  /** a decision that is no longer in force */
  state?: 'superseded' | 'annulled'
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
  /** A change that came during a rebuild: the older index that answers until its end takes it too. */
  meanwhile?: boolean
}

export interface SearchQuery {
  text: string
  /** at most so many hits; 30 unless told */
  limit?: number
  types?: readonly SearchType[]
  filters?: SearchFilters
  sort?: SearchSort
  /** asks for counts of every filter's values */
  facets?: boolean
  /** asks for the reasons of each hit */
  explain?: boolean
  /** of the hits only the one with this id is made ready to be shown */
  only?: string
  /** also words with one letter (short words) or two letters wrong; without it only when little is found */
  fuzzy?: boolean
  /** The last word may be unfinished: it also matches as a beginning (from two letters). */
  prefixLast?: boolean
  /** Who asks: a newer query of the same asker makes an older one that still waits end as `dropped`. */
  asker?: string
}

export interface SearchStatus {
  docs: number
  /** journal number reached; 0 = the index must be built from the records */
  seq: number
  /** false while the index is built from the records */
  ready: boolean
  /** an older index answers while this one is built */
  serving?: boolean
  /** parts it is made of, and bytes they take */
  segments?: number
  bytes?: number
  /** parts are being joined */
  merging?: boolean
}

/** Words of a query that stand for agencies or people, whose documents are found by id. */
export interface Expansions {
  /**
   * @param foldedWords the words of a query in order; out: which of them (`to` excluded) stand for which ids, and how
   * else the same are written.
   */
  idsFor(foldedWords: readonly string[]): readonly {
    from: number
    to: number
    ids: readonly string[]
    alternatives?: readonly (readonly string[])[]
  }[]
}

/** The door to search, the same for an index in this process and in another one. */
export interface SearchPort {
  /** Resolves when the changes can be found. */
  apply(changes: SearchChanges): Promise<void>
  /** Never rejects because of what was typed. */
  query(query: SearchQuery): Promise<SearchAnswer>
  status(): Promise<SearchStatus>
  /**
   * Begins anew, on the disk too. With `keepServing` what is known still answers queries until a change with a
   * journal number tells that the new index is whole.
   */
  reset(options?: { keepServing?: boolean }): Promise<void>
  /** Calls back when the index is gone or cannot be trusted, so that it must be built from the records. */
  onLost?(listener: () => void): void
  /** Writes what would be slow to make again, then ends. */
  close(): Promise<void>
}
