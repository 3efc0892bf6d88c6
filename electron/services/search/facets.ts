import type { SearchFacets, SearchFilters } from '../../../shared/domain/search-types'

/** Who narrows a search looks at the first values; an archive has hundreds of agencies. */
const MOST_VALUES = 100

function most(counts: Record<string, number>, set: readonly string[] = []): Record<string, number> {
  const all = Object.entries(counts)
  if (all.length <= MOST_VALUES) return counts
  const first = all.sort(([a, of], [b, than]) => than - of || (a < b ? -1 : 1)).slice(0, MOST_VALUES)
  const kept = set.flatMap((value): [string, number][] =>
    counts[value] === undefined ? [] : [[value, counts[value]]],
  )
  return Object.fromEntries([...first, ...kept])
}

/** Counts of filters with the largest agencies and boards, and those that are set. */
export function largest(facets: SearchFacets, { agencies, bodies }: SearchFilters): SearchFacets {
  return { ...facets, agencies: most(facets.agencies, agencies), bodies: most(facets.bodies, bodies) }
}
