import { z } from 'zod'

/** What search finds, each as a document of its own. */
export const searchTypes = ['decision', 'meeting', 'participant', 'agency', 'body', 'note'] as const
export type SearchType = (typeof searchTypes)[number]

/** Start and end (code units, end exclusive) of a marked stretch. */
export const MarkedRange = z.tuple([z.number().int(), z.number().int()])
export type MarkedRange = z.infer<typeof MarkedRange>

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
})
export type SearchAnswer = z.infer<typeof SearchAnswer>
