import { z } from 'zod'
import { KeptChange, KeptSearches, SearchRequest } from '../domain/kept-searches'
import { SearchIntent } from '../domain/search-intent'
import {
  SearchAnswer,
  SearchFilters,
  SearchHit,
  SearchReason,
  searchSorts,
  searchTypes,
} from '../domain/search-types'
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
  /** its parts are being joined */
  merging: z.boolean().optional(),
})
export type IndexStatus = z.infer<typeof IndexStatus>

export const listFormats = ['csv', 'md'] as const

/** Places of a window that show one answer each: only the newest of their questions is of use. */
export const searchPurposes = ['panel', 'panel-groups', 'page', 'link'] as const
export type SearchPurpose = (typeof searchPurposes)[number]

export const searchContract = {
  'search.query': call(
    z.strictObject({
      text: z.string().max(20_000),
      limit: z.number().int().min(1).max(mostHits).default(30),
      types: z.array(z.enum(searchTypes)).optional(),
      filters: SearchFilters.optional(),
      sort: z.enum(searchSorts).optional(),
      facets: z.boolean().optional(),
      fuzzy: z.boolean().optional(),
      /** The last word may be unfinished. */
      typing: z.boolean().default(true),
      /** What the window asks for: a newer question of the same makes an older one that waits fail, `cancelled`. */
      purpose: z.enum(searchPurposes).optional(),
    }),
    SearchAnswer,
  ),
  /** Why one hit of a request stands among its first `limit`; without a reason when it is no longer there. */
  'search.reason': call(
    SearchRequest.extend({ id: z.string().max(100), limit: z.number().int().min(1).max(mostHits) }),
    z.object({ reason: SearchReason.optional() }),
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
