import { z } from 'zod'

/** What search finds, each as a document of its own. */
export const searchTypes = ['decision', 'meeting', 'participant', 'agency', 'body', 'note'] as const
export type SearchType = (typeof searchTypes)[number]

/** Start and end (code units, end exclusive) of a marked stretch. */
export const MarkedRange = z.tuple([z.number().int(), z.number().int()])
export type MarkedRange = z.infer<typeof MarkedRange>

/** A day or month range; both ends are included, either may be left out. ISO day or month: `2022-01`, `2022-06-30`. */
export const SearchDates = z.strictObject({
  from: z.string().max(10).optional(),
  to: z.string().max(10).optional(),
})
export type SearchDates = z.infer<typeof SearchDates>

/** What narrows a search; values of one filter are alternatives, all filters must hold. */
export const SearchFilters = z.strictObject({
  types: z.array(z.enum(searchTypes)).optional(),
  dates: SearchDates.optional(),
  /** ids of agencies; those under them count too */
  agencies: z.array(z.string().max(100)).max(200).optional(),
  bodies: z.array(z.string().max(100)).max(200).optional(),
  /** kinds of meetings (`meeting`, `seminar` …) */
  kinds: z.array(z.string().max(40)).max(40).optional(),
  /** status of a meeting, or of a decision (its state) */
  statuses: z.array(z.string().max(40)).max(40).optional(),
})
export type SearchFilters = z.infer<typeof SearchFilters>

export const searchSorts = ['relevance', 'newest', 'oldest'] as const
export type SearchSort = (typeof searchSorts)[number]

/**
 * How many hits each value of a filter would leave; the counts of a filter leave that filter itself out. Of agencies and
 * boards those with the most hits.
 */
export const SearchFacets = z.object({
  types: z.partialRecord(z.enum(searchTypes), z.number().int()),
  years: z.record(z.string(), z.number().int()),
  agencies: z.record(z.string(), z.number().int()),
  bodies: z.record(z.string(), z.number().int()),
  kinds: z.record(z.string(), z.number().int()),
  statuses: z.record(z.string(), z.number().int()),
})
export type SearchFacets = z.infer<typeof SearchFacets>

/** Why a hit stands where it stands: the part of the score that each word has in each field, and what was added. */
export const SearchReason = z.object({
  words: z.array(
    z.object({
      /** as typed */
      word: z.string(),
      /** words of the archive that answered it, as far as they stand in this hit */
      matched: z.array(z.string()),
      how: z.enum(['exact', 'form', 'prefix', 'fuzzy', 'name', 'phrase']),
      fields: z.array(z.object({ field: z.string(), score: z.number() })),
    }),
  ),
  /** factors after the words: exact spelling, closeness, recency, title */
  factors: z.array(
    z.object({ name: z.enum(['spelling', 'closeness', 'recency', 'title']), factor: z.number() }),
  ),
})
export type SearchReason = z.infer<typeof SearchReason>

/** One thing that was found. `meetingId` and `blockId` lead to the spot where it stands. */
export const SearchHit = z.object({
  type: z.enum(searchTypes),
  id: z.string(),
  meetingId: z.string().optional(),
  blockId: z.string().optional(),
  title: z.string(),
  titleRanges: z.array(MarkedRange),
  score: z.number(),
  /** The field that matched best. */
  field: z.string(),
  snippet: z.object({ text: z.string(), ranges: z.array(MarkedRange) }),
  date: z.string().optional(),
  source: z.string().optional(),
  /** a decision that is no longer in force */
  state: z.enum(['superseded', 'annulled']).optional(),
  reason: SearchReason.optional(),
})
export type SearchHit = z.infer<typeof SearchHit>

/** The answer to a query. `groups` counts all hits by type, `partial` tells that not all words were found together. */
export const SearchAnswer = z.object({
  query: z.string(),
  total: z.number().int(),
  tookMs: z.number(),
  hits: z.array(SearchHit),
  groups: z.partialRecord(z.enum(searchTypes), z.number().int()),
  partial: z.boolean().optional(),
  facets: SearchFacets.optional(),
  /** a better spelling of the query, when little was found */
  didYouMean: z.string().optional(),
  /** not answered, because the same asker asked anew */
  dropped: z.boolean().optional(),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>
