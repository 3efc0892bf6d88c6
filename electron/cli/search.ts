import { InvalidArgumentError, type Command } from 'commander'
import type { SearchAnswer, SearchFacets, SearchHit } from '../../shared/domain/search-types'
import { cli } from '../../shared/i18n/tr/cli'
import { search as groupWords } from '../../shared/i18n/tr/search'
import { searchPage } from '../../shared/i18n/tr/search-page'
import type { ArchiveReader } from '../services/store/store-types'
import { fill, print, withCommonOptions } from './context'
import type { CliPorts, CommonOptions } from './context'
import { filtersOf, withFilters, type FilterOptions } from './search-filters'
import { searching } from './search-index'

const defaultLimit = 20
const mostHits = 1_000

interface SearchOptions extends CommonOptions, FilterOptions {
  limit: number
  fuzzy?: boolean
  explain?: boolean
  facets?: boolean
}

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > mostHits) throw new InvalidArgumentError('')
  return value
}

function hitOf({ snippet, titleRanges: _ranges, ...hit }: SearchHit) {
  return { ...hit, snippet: snippet.text }
}

const fieldWords: Record<string, string> = searchPage.why.fields
const stateWords: Record<string, string> = groupWords.states

function linesOf({ id, title, state, snippet, reason }: SearchHit): string[] {
  const reasons = (reason?.words ?? []).map(({ word, matched, fields }) =>
    fill(cli.done.reason, {
      word,
      matched: matched.length > 0 ? matched : word,
      fields: fields.map(({ field, score }) => `${fieldWords[field] ?? field} ${score}`),
    }),
  )
  return [
    `${id}  ${title}${state ? `  [${stateWords[state] ?? state}]` : ''}`,
    ...(snippet.text ? [`    ${snippet.text}`] : []),
    ...reasons.map((line) => `    ${line}`),
  ]
}

const shownValues = 12

/** The counts of the filters, one line each; ids of agencies and boards by their names. */
function facetLines(facets: SearchFacets, nameOf: ReadonlyMap<string, string>): string[] {
  const words = searchPage.facets
  const named: [string, Record<string, number | undefined>, Record<string, string>][] = [
    [words.type, facets.types, groupWords.groups],
    [words.year, facets.years, {}],
    [words.agency, facets.agencies, Object.fromEntries(nameOf)],
    [words.body, facets.bodies, Object.fromEntries(nameOf)],
    [words.kind, facets.kinds, {}],
    [words.status, facets.statuses, searchPage.statuses],
  ]
  return named.flatMap(([name, counts, valueWords]) => {
    const values = Object.entries(counts)
      .sort(([, a = 0], [, b = 0]) => b - a)
      .slice(0, shownValues)
      .map(([value, count]) => `${valueWords[value] ?? value} ${count}`)
    return values.length > 0 ? [fill(cli.done.facet, { name, values })] : []
  })
}

async function namesOf(store: ArchiveReader, { facets }: SearchAnswer): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const id of Object.keys({ ...facets?.agencies, ...facets?.bodies })) {
    const found = await store.get(id)
    if (found.ok && 'name' in found.value.record) names.set(id, found.value.record.name)
  }
  return names
}

/**
 * `search`: what the program's search finds. The index is kept per machine and brought up to date first.
 * JSON: `{query, total, tookMs, groups, hits: [{type, id, meetingId?, blockId?, title, score, field, snippet, date?,
 * source?, state?, reason?}], facets?, partial?, didYouMean?}`.
 */
export function addSearch(program: Command, ports: CliPorts): void {
  withFilters(withCommonOptions(program.command('search')))
    .description(cli.verbs.search)
    .argument('<query...>', cli.arguments.query)
    .option('--limit <n>', cli.options.limit, wholeNumber, defaultLimit)
    .option('--fuzzy', cli.options.fuzzy)
    .option('--explain', cli.options.explain)
    .option('--facets', cli.options.facets)
    .action(async (words: string[], options: SearchOptions) => {
      const { archive, json, limit, sort, fuzzy, explain, facets } = options
      const { answer, names } = await searching(ports, archive, async (search, store) => {
        const filters = filtersOf(store, options)
        const found = await search.query({
          text: words.join(' '),
          limit,
          sort,
          prefixLast: false,
          ...(filters ? { filters } : {}),
          ...(fuzzy ? { fuzzy } : {}),
          ...(explain ? { explain } : {}),
          ...(facets ? { facets } : {}),
        })
        const named = facets && !json ? await namesOf(store, found) : new Map<string, string>()
        return { answer: found, names: named }
      })
      const { query, total, tookMs, partial, didYouMean } = answer
      const summary = total > 0 ? cli.done.found : cli.done.nothingFound
      const lines = [
        ...answer.hits.flatMap(linesOf),
        ...(answer.facets ? facetLines(answer.facets, names) : []),
        ...(partial ? [cli.done.partial] : []),
        ...(didYouMean ? [fill(cli.done.didYouMean, { text: didYouMean })] : []),
        fill(summary, { query, total, tookMs }),
      ]
      print(ports, json, { ...answer, hits: answer.hits.map(hitOf) }, lines)
    })
}
