import lunr from 'lunr'
import type { Analyzer } from '../../../shared/text/analyzer'
import { clausesOf } from './lunr-shapes'
import { clauseWords } from './query-plan'
import type { SearchIndex } from './search-index'
import { searchFields } from './search-port'

/** lunr itself gives all hits; so many are enough for whoever shows them. */
const MOST_HITS = 1_000

/** The Turkish analysis as a function of a lunr pipeline: a word becomes all keys it is found under. */
export function turkishPipeline(analyzer: Analyzer): lunr.Pipeline {
  const pipeline = new lunr.Pipeline()
  const toKeys = (token: lunr.Token) =>
    analyzer.analyze(token.toString()).flatMap(({ keys }) => keys.map((key) => token.clone(() => key)))
  lunr.Pipeline.registerFunction(toKeys as unknown as lunr.PipelineFunction, 'tutanakTurkish')
  pipeline.add(toKeys as unknown as lunr.PipelineFunction)
  return pipeline
}

/**
 * The search index as a `lunr.Index`: lunr's query syntax, its clauses and its results, over our own storage and
 * ranking. What lunr's parser would throw on is taken as plain words.
 */
export class TurkishLunrIndex extends lunr.Index {
  constructor(
    private readonly index: SearchIndex,
    analyzer: Analyzer,
  ) {
    super({
      invertedIndex: {},
      fieldVectors: {},
      tokenSet: new lunr.TokenSet(),
      fields: [...searchFields],
      pipeline: turkishPipeline(analyzer),
    } as unknown as lunr.Index.Attributes)
  }

  override search(text: string): lunr.Index.Result[] {
    return this.results({ text })
  }

  override query(build: lunr.Index.QueryBuilder): lunr.Index.Result[] {
    const query = new lunr.Query([...searchFields])
    build.call(query, query)
    return this.results({ text: '' }, (_query, source) => ({
      text: '',
      words: clauseWords(clausesOf(query), source),
      filters: {},
    }))
  }

  private results(
    query: { text: string },
    makePlan?: Parameters<SearchIndex['find']>[1],
  ): lunr.Index.Result[] {
    const { found } = this.index.find({ ...query, limit: MOST_HITS, explain: true }, makePlan)
    return found.map(({ id, score, terms = [] }) => {
      const metadata: Record<string, Record<string, object>> = {}
      for (const { term, fields } of terms)
        metadata[term] = Object.fromEntries(fields.map((field) => [field, {}]))
      const matchData = Object.assign(Object.create(lunr.MatchData.prototype) as lunr.MatchData, { metadata })
      return { ref: id, score, matchData }
    })
  }
}
