import type { SearchDoc, SearchField } from '../../../electron/services/search/search-port'

/** Texts of a document by field, as an engine gets them. */
export interface PeerDoc {
  id: string
  year: string
  fields: Partial<Record<SearchField, string>>
}

/** One query for all engines alike. */
export interface PeerQuery {
  /** as typed, for an engine that analyses by itself */
  text: string
  /** analysed words; of a prefix or fuzzy query the last one is unfinished or wrong */
  words: string[]
  kind: 'words' | 'prefix' | 'phrase' | 'fuzzy'
  field?: SearchField
  year?: string
}

/** A search engine to compare with. Answers are ids, best first. */
export interface Peer {
  name: string
  /** kinds it cannot answer */
  lacks: readonly PeerQuery['kind'][]
  add(docs: readonly PeerDoc[]): void | Promise<void>
  /** after the last document */
  finish?(): void | Promise<void>
  ask(query: PeerQuery, limit: number): string[] | Promise<string[]>
  close(): void | Promise<void>
}

export const yearOf = ({ date }: SearchDoc): string => date?.slice(0, 4) ?? ''
