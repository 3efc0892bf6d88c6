import MiniSearch, { type SearchOptions } from 'minisearch'
import { fieldBoosts, searchFields, type SearchField } from '../../../electron/services/search/search-port'
import { foldTr } from '../../../shared/text/turkish'
import type { Peer, PeerQuery } from './peer'

type Row = { id: string; year: string } & Partial<Record<SearchField, string>>

/**
 * minisearch with the same fields and boosts; it has no phrases, so these are asked as words that all must be there.
 * @param anyWord when too little has all words, any word will do
 * @param prefix every word is also a beginning
 */
export function miniPeer({ anyWord = false, prefix = false } = {}): Peer {
  const index = new MiniSearch<Row>({
    fields: [...searchFields],
    storeFields: ['year'],
    processTerm: (term) => foldTr(term) || null,
  })
  const optionsOf = ({ kind, field, year, words }: PeerQuery): SearchOptions => ({
    combineWith: 'AND',
    boost: { ...fieldBoosts },
    prefix: prefix || (kind === 'prefix' && ((_term: string, i: number) => i === words.length - 1)),
    ...(kind === 'fuzzy' ? { fuzzy: 1 } : {}),
    ...(field ? { fields: [field] } : {}),
    ...(year === undefined ? {} : { filter: (result) => result['year'] === year }),
  })
  return {
    name: 'minisearch',
    lacks: [],
    add: (docs) => index.addAll(docs.map(({ id, year, fields }) => ({ id, year, ...fields }))),
    ask(query, limit) {
      const options = optionsOf(query)
      const ids = (found: { id: unknown }[]) => found.map(({ id }) => String(id))
      const all = ids(index.search(query.words.join(' '), options))
      if (!anyWord || all.length >= 3 || query.words.length < 2) return all.slice(0, limit)
      const some = ids(index.search(query.words.join(' '), { ...options, combineWith: 'OR' }))
      return [...new Set([...all, ...some])].slice(0, limit)
    },
    close: () => index.removeAll(),
  }
}
