import type { SearchPort, SearchQuery } from '../../../electron/services/search/search-port'
import { createSearchService } from '../../../electron/services/search/search-service'
import type { Peer, PeerQuery } from './peer'
import type { SearchDoc } from '../../../electron/services/search/search-port'

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

/** Our engine, which gets whole documents and answers with finished hits: titles and snippets with marks. */
export interface OurPeer extends Omit<Peer, 'add'> {
  add(docs: SearchDoc[]): Promise<void>
}

export async function ourPeer(lexiconFile: string, cacheFolder: string): Promise<OurPeer> {
  const options = { lexiconFile, cacheFolder }
  let search: SearchPort = await createSearchService(options)
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
    },
    async ask(query, limit) {
      const { hits } = await search.query(queryOf(query, limit))
      return hits.map(({ id }) => id)
    },
    close: () => search.close(),
  }
}
