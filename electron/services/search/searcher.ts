import { searchTypes, type SearchFilters } from '../../../shared/domain/search-types'
import type { Analyzer } from '../../../shared/text/analyzer'
import { CloserLook } from './closer-look'
import { Collector, type Candidate } from './collector'
import { Dictionary } from './dictionary'
import { Matcher, PER_WORD } from './matcher'
import type { MatcherMemory } from './matcher-memory'
import { addNearWords, allWords, planQuery, type PlannedWord, type QueryPlan } from './query-plan'
import type { Expansions, SearchQuery } from './search-port'
import type { Segment } from './segment'
import { typeCode } from './segment-format'
import { weighWords, type WeighedWord } from './weighing'

/** All words must be there; with fewer hits than this, near words and documents with some of the words follow. */
const ENOUGH = 3
/** So many of the best are looked at closely. */
const LOOKED_AT = 200
const DEFAULT_LIMIT = 30

/** What a query is run over. */
export interface Searched {
  segments: readonly Segment[]
  analyzer: Analyzer
  memory: MatcherMemory
  expansions?: Expansions | undefined
}

/** The answer of the engine, before hits are made ready to be shown. */
export interface Ranked {
  plan: QueryPlan
  words: WeighedWord[]
  /** first first, not more than asked for */
  candidates: Candidate[]
  collector: Collector
  look: CloserLook
  /** mean length of a document, doubled */
  average: number
  /** not all words stand in all documents */
  partial: boolean
  /** words that are not in the archive, with the nearest that is */
  replaced: { word: PlannedWord; by: string }[]
}

/** Runs a query. Reads may throw `IndexDamage`. @param makePlan how it is understood */
export function runQuery(query: SearchQuery, searched: Searched, makePlan = planQuery): Ranked {
  const { segments, analyzer, expansions } = searched
  const dictionary = new Dictionary(segments)
  const plan = makePlan(query, {
    analyzer,
    dictionary,
    expansions,
    bodiesNamed: (name) => bodiesNamed(name, searched),
  })
  plan.filters = withBranches(plan.filters, segments)
  const limit = query.limit ?? DEFAULT_LIMIT
  const sort = query.sort ?? 'relevance'
  const most = sort === 'relevance' ? Math.max(limit, LOOKED_AT) : limit
  const collect = (words: readonly WeighedWord[], least: number): Collector => {
    const collector = new Collector(plan.filters, sort, most, query.facets === true)
    if (words.length === 0 && !Object.values(plan.filters).some(Boolean)) return collector
    for (const segment of segments) {
      const matcher = new Matcher(segment, dictionary.average, searched.memory)
      collector.add(segment, least === 0 ? matcher.all(words) : matcher.some(words, least))
      searched.memory.release()
    }
    return collector
  }

  let words = weighWords(plan, dictionary)
  let collector = collect(words, 0)
  const replaced: Ranked['replaced'] = []
  if (collector.total < ENOUGH) {
    for (const word of allWords(plan)) {
      if ([...word.terms.keys()].some((term) => dictionary.termDocs(term) > 0)) continue
      const near = addNearWords(word, dictionary)
      if (near) replaced.push({ word, by: near.spelled })
    }
    if (replaced.length > 0) {
      words = weighWords(plan, dictionary)
      collector = collect(words, 0)
    }
  }
  let partial = false
  const required = plan.words.filter(({ presence }) => presence === 'required').length
  if (collector.total < ENOUGH && required > 1 && !plan.words.some(({ demanded }) => demanded)) {
    const full = collector.total
    const more = collect(words, Math.max(1, Math.floor(required / 2)))
    if (more.total > full) {
      collector = more
      partial = true
    }
  }

  const look = new CloserLook(words)
  const kept = collector.best()
  if (sort === 'relevance') {
    const closer = kept.slice(0, LOOKED_AT)
    // Documents with more of the words stay before others, however close the words stand there.
    const found = closer.map((one) => Math.floor(one.score / PER_WORD))
    if (partial) for (const one of closer) one.score %= PER_WORD
    look.weigh(closer, partial ? undefined : limit)
    if (partial) for (const [i, one] of closer.entries()) one.score += found[i]! * PER_WORD
    closer.sort((a, b) => collector.compare(a, b))
    kept.splice(0, closer.length, ...closer)
    if (partial) for (const one of kept) one.score %= PER_WORD
  }
  const { average } = dictionary
  return { plan, words, candidates: kept.slice(0, limit), collector, look, average, partial, replaced }
}

/** Ids of the boards that have these words in their name. */
function bodiesNamed(name: string, searched: Searched): string[] {
  const { candidates } = runQuery(
    { text: name, types: ['body'], prefixLast: true, limit: 50 },
    { ...searched, expansions: undefined },
  )
  return candidates.flatMap(
    ({ segment, doc }) => segment.footer.tables.bodies[segment.columns.bodies[doc]!] ?? [],
  )
}

const AGENCY = typeCode('agency')

/** Agencies of a filter with all agencies under them, as the documents of agencies tell: own id, then the parent's. */
function withBranches(filters: SearchFilters, segments: readonly Segment[]): SearchFilters {
  if (!filters.agencies || filters.agencies.length === 0) return filters
  const below = new Map<string, string[]>()
  for (const { columns, dead, docs, footer } of segments)
    for (let doc = 0; doc < docs; doc += 1) {
      if (columns.types[doc] !== AGENCY || dead[doc] === 1) continue
      const from = columns.agencyOffsets[doc]!
      if (columns.agencyOffsets[doc + 1]! - from < 2) continue
      const [own = '', parent = ''] = [0, 1].map((i) => footer.tables.agencies[columns.agencies[from + i]!])
      below.set(parent, [...(below.get(parent) ?? []), own])
    }
  const all = new Set(filters.agencies)
  for (const id of all) for (const branch of below.get(id) ?? []) all.add(branch)
  return { ...filters, agencies: [...all] }
}

/** Counts by type without empty ones. */
export const groupsOf = ({ groups }: Collector) =>
  Object.fromEntries(searchTypes.flatMap((type) => (groups[type] ? [[type, groups[type]]] : [])))
