import { folderFiles } from '../../../electron/services/search/index-files'
import { SearchIndex } from '../../../electron/services/search/search-index'
import type { SearchDoc, SearchPort, SearchQuery } from '../../../electron/services/search/search-port'
import { createSearchService } from '../../../electron/services/search/search-service'
import { ANALYZER_VERSION, createAnalyzer } from '../../../shared/text/analyzer'
import type { Lexicon } from '../../../shared/text/lexicon'
import type { Peer, PeerQuery } from './peer'

const fieldNames: Record<string, string> = {
  title: 'başlık',
  agencies: 'kurum',
  people: 'kişi',
  decisions: 'karar',
}

function queryOf({ text, kind, field, year }: PeerQuery, limit: number): SearchQuery {
  const scoped = field ? text.split(' ').map((word) => `${fieldNames[field] ?? field}:${word}`) : [text]
  return {
    text: kind === 'phrase' ? `"${text}"` : scoped.join(' '),
    limit,
    prefixLast: kind === 'prefix',
    ...(kind === 'fuzzy' ? { fuzzy: true } : {}),
    ...(year === undefined ? {} : { filters: { dates: { from: year, to: `${year}-12-31` } } }),
  }
}

/** Our engine gets whole documents, which it analyses by itself. */
export interface OurPeer extends Omit<Peer, 'add'> {
  add(docs: SearchDoc[]): Promise<void>
  /** the same index asked as the window asks it: answers are finished hits with titles and marked snippets */
  withHits: Pick<Peer, 'name' | 'lacks' | 'ask'>
}

/** Builds by the service, then asks the stored index by itself as well, as other engines are asked. */
export async function ourPeer(lexicon: Lexicon, lexiconFile: string, cacheFolder: string): Promise<OurPeer> {
  const options = { lexiconFile, cacheFolder }
  const analyzer = createAnalyzer(lexicon)
  let search: SearchPort = await createSearchService(options)
  let index: SearchIndex | undefined
  let seq = 0
  return {
    name: 'Tutanak',
    lacks: [],
    async add(docs) {
      await search.apply({ replace: [], upsert: docs, seq: 0 })
      seq += docs.length
    },
    async finish() {
      await search.apply({ replace: [], upsert: [], seq: Math.max(1, seq) })
      await search.close()
      search = await createSearchService(options)
      index = await SearchIndex.open({
        analyzer,
        analyzerName: `${ANALYZER_VERSION}/${lexicon.size}`,
        files: folderFiles(cacheFolder),
      })
    },
    ask: (query, limit) => index?.find(queryOf(query, limit)).found.map(({ id }) => id) ?? [],
    withHits: {
      name: 'Tutanak, bulgularıyla',
      lacks: [],
      async ask(query, limit) {
        const { hits } = await search.query(queryOf(query, limit))
        return hits.map(({ id }) => id)
      },
    },
    async close() {
      await index?.close('keep')
      await search.close()
    },
  }
}
