import { z } from 'zod'
import { foldTr } from '../text/turkish'
import { sameValue } from './same-value'
import { SearchFilters, searchSorts } from './search-types'

/** A whole question to the search: words, what narrows it, its order. */
export const SearchRequest = z.strictObject({
  text: z.string().max(2_000),
  filters: SearchFilters.optional(),
  sort: z.enum(searchSorts).optional(),
  /** also words spelt nearly like those typed */
  fuzzy: z.boolean().optional(),
})
export type SearchRequest = z.infer<typeof SearchRequest>

export const SavedSearch = z.object({ id: z.string(), name: z.string().max(200), request: SearchRequest })
export type SavedSearch = z.infer<typeof SavedSearch>

/** Searches of one archive that this computer keeps; newest first. */
export const KeptSearches = z.object({
  recent: z.array(SearchRequest).default([]),
  saved: z.array(SavedSearch).default([]),
})
export type KeptSearches = z.infer<typeof KeptSearches>

export const KeptChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('remember'), request: SearchRequest }),
  /** Without a request all recent searches are forgotten. */
  z.strictObject({ kind: z.literal('forget'), request: SearchRequest.optional() }),
  z.strictObject({
    kind: z.literal('save'),
    id: z.string().min(1).max(100),
    name: z.string().trim().min(1).max(200),
    request: SearchRequest,
  }),
  z.strictObject({
    kind: z.literal('rename'),
    id: z.string().max(100),
    name: z.string().trim().min(1).max(200),
  }),
  z.strictObject({ kind: z.literal('remove'), id: z.string().max(100) }),
])
export type KeptChange = z.infer<typeof KeptChange>

const MOST_RECENT = 12
const MOST_SAVED = 100

const keyOf = ({ text }: SearchRequest) => foldTr(text.trim())

/** Same words (however typed) and same filters: the order does not make another search. */
export function sameSearch(a: SearchRequest, b: SearchRequest): boolean {
  return keyOf(a) === keyOf(b) && sameValue(a.filters ?? {}, b.filters ?? {})
}

/** A request without anything in it is none. */
export function isEmptyRequest({ text, filters }: SearchRequest): boolean {
  return text.trim() === '' && countFilters(filters) === 0
}

/** How many kinds of filters are set. */
export function countFilters(filters: SearchFilters | undefined): number {
  return Object.values(filters ?? {}).filter((value) =>
    Array.isArray(value) ? value.length > 0 : Object.keys(value ?? {}).length > 0,
  ).length
}

/** A recent search gives way to the longer one that was typed on from it. */
const grewInto = (old: SearchRequest, now: SearchRequest) =>
  keyOf(now).startsWith(keyOf(old)) && sameValue(old.filters ?? {}, now.filters ?? {})

/** Makes one change. Out: new lists; what cannot be done (an id that is gone) changes nothing. */
export function changeKept(kept: KeptSearches, change: KeptChange): KeptSearches {
  const { recent, saved } = kept
  switch (change.kind) {
    case 'remember': {
      const { request } = change
      if (isEmptyRequest(request)) return kept
      const [last, ...older] = recent
      const before = last && grewInto(last, request) ? older : recent
      return {
        saved,
        recent: [request, ...before.filter((old) => !sameSearch(old, request))].slice(0, MOST_RECENT),
      }
    }
    case 'forget': {
      const { request } = change
      return { saved, recent: request ? recent.filter((old) => !sameSearch(old, request)) : [] }
    }
    case 'save': {
      const { id, name, request } = change
      if (isEmptyRequest(request)) return kept
      return {
        recent,
        saved: [{ id, name, request }, ...saved.filter((old) => old.id !== id)].slice(0, MOST_SAVED),
      }
    }
    case 'rename':
      return {
        recent,
        saved: saved.map((old) => (old.id === change.id ? { ...old, name: change.name } : old)),
      }
    case 'remove':
      return { recent, saved: saved.filter(({ id }) => id !== change.id) }
  }
}
