import lunr from 'lunr'
import { createRequire } from 'node:module'
import { fieldBoosts, searchFields } from '../../../electron/services/search/search-port'
import type { Peer, PeerDoc, PeerQuery } from './peer'

const require = createRequire(import.meta.url)

/** Adds the Turkish of lunr-languages to lunr: its trimmer, stop words and Snowball stemmer. */
function turkish(builder: lunr.Builder): void {
  const plugin = (name: string) => (require(`lunr-languages/${name}`) as (to: typeof lunr) => void)(lunr)
  if (!('tr' in lunr)) {
    plugin('lunr.stemmer.support')
    plugin('lunr.tr')
  }
  builder.use((lunr as unknown as { tr: lunr.Builder.Plugin }).tr)
}

/**
 * Stock lunr with the same fields and boosts. It has no phrases (asked as words that all must be there) and no filter
 * (hits are sifted afterwards).
 * @param stemmed with lunr-languages' Turkish; else words are taken as they are
 * @param required all words must be there
 */
export function lunrPeer({ stemmed = false, required = true } = {}): Peer {
  const builder = new lunr.Builder()
  if (stemmed) turkish(builder)
  for (const field of searchFields) builder.field(field, { boost: fieldBoosts[field] })
  builder.ref('id')
  const years = new Map<string, string>()
  let index: lunr.Index | undefined
  const clauses = (query: lunr.Query, { words, kind, field }: PeerQuery) => {
    for (const [i, term] of words.entries())
      query.term(term, {
        ...(required ? { presence: lunr.Query.presence.REQUIRED } : {}),
        ...(field ? { fields: [field] } : {}),
        ...(kind === 'prefix' && i === words.length - 1 ? { wildcard: lunr.Query.wildcard.TRAILING } : {}),
        ...(kind === 'fuzzy' ? { editDistance: 1 } : {}),
        usePipeline: stemmed,
      })
  }
  return {
    name: stemmed ? 'lunr Türkçe' : 'lunr',
    lacks: [],
    add(docs: readonly PeerDoc[]) {
      for (const { id, year, fields } of docs) {
        builder.add({ id, ...fields })
        years.set(id, year)
      }
    },
    finish() {
      index = builder.build()
    },
    ask(asked, limit) {
      const found = index?.query((query) => clauses(query, asked)) ?? []
      const ids = found.map(({ ref }) => ref)
      return (asked.year === undefined ? ids : ids.filter((id) => years.get(id) === asked.year)).slice(
        0,
        limit,
      )
    },
    close: () => {
      index = undefined
    },
  }
}
