import type { SearchAnswer } from '../../../shared/domain/search-types'
import type { SearchChanges, SearchQuery, SearchStatus } from './search-port'
import type { SearchOptions } from './search-service'

/** What is asked of the search process; `open` comes first. */
export type SearchRequest =
  | { id: number; kind: 'open'; options: SearchOptions }
  | { id: number; kind: 'apply'; changes: SearchChanges }
  | { id: number; kind: 'query'; query: SearchQuery }
  | { id: number; kind: 'status' }
  | { id: number; kind: 'reset'; how?: { keepServing?: boolean } }
  | { id: number; kind: 'close' }

/** What it says back; `fault` is a bug, told with its message; `lost` is said unasked: the index must be built again. */
export type SearchReply =
  | { kind: 'lost' }
  | { id: number; kind: 'done'; value: SearchAnswer | SearchStatus | null }
  | { id: number; kind: 'fault'; message: string }
