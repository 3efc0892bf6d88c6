import { z } from 'zod'
import { KeptChange, KeptSearches, SearchRequest } from '../domain/kept-searches'
import { SearchIntent } from '../domain/search-intent'
import { SearchAnswer, SearchFilters, SearchHit, searchSorts, searchTypes } from '../domain/search-types'
import { call, event } from './door'
import { SavedFile } from './work-contract'

/** Most hits that one question may ask for. */
export const mostHits = 500

/** How the index stands; `total` is there while it is built from the records. */
export const IndexStatus = z.object({
  docs: z.number(),
  ready: z.boolean(),
  done: z.number().optional(),
  total: z.number().optional(),
  paused: z.boolean().optional(),
})
export type IndexStatus = z.infer<typeof IndexStatus>

export const listFormats = ['csv', 'md'] as const

export const searchContract = {
  'search.query': call(
    z.strictObject({
      text: z.string().max(20_000),
      limit: z.number().int().min(1).max(mostHits).default(30),
      types: z.array(z.enum(searchTypes)).optional(),
      filters: SearchFilters.optional(),
      sort: z.enum(searchSorts).optional(),
      facets: z.boolean().optional(),
      explain: z.boolean().optional(),
      fuzzy: z.boolean().optional(),
      /** The last word may be unfinished. */
      typing: z.boolean().default(true),
    }),
    SearchAnswer,
  ),
  /** What a query names directly: decisions and meetings of that number, meetings of those days. Newest first. */
  'search.direct': call(SearchIntent, z.object({ total: z.number().int(), hits: z.array(SearchHit) })),
  'search.status': call(z.void(), IndexStatus),
  'search.rebuild': call(z.void(), z.void()),
  /** Holds the building of the index, or lets it go on. */
  'search.pause': call(z.strictObject({ paused: z.boolean() }), z.void()),
  /** Asks where to save and writes the hits as a list; `shown` of `total` are in it. */
  'search.export': call(
    SearchRequest.extend({ format: z.enum(listFormats) }),
    SavedFile.extend({ shown: z.number(), total: z.number() }),
  ),
  /** Recent and saved searches of the open archive, on this computer. */
  'searches.get': call(z.void(), KeptSearches),
  'searches.change': call(KeptChange, KeptSearches),
  'search.changed': event(IndexStatus),
}
