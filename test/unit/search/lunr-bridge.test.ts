import lunr from 'lunr'
import { beforeAll, describe, expect, it } from 'vitest'
import { TurkishLunrIndex } from '../../../electron/services/search/lunr-bridge'
import { SearchIndex } from '../../../electron/services/search/search-index'
import { createAnalyzer } from '../../../shared/text/analyzer'

describe('the index as a lunr index', () => {
  const analyzer = createAnalyzer()
  const index = SearchIndex.fresh({ analyzer, analyzerName: 'test' })
  const bridge = new TurkishLunrIndex(index, analyzer)
  const doc = (id: string, title: string, text: string) =>
    ({ id, owner: id, type: 'note', title, fields: { title, text } }) as const
  beforeAll(() =>
    index.apply({
      replace: [],
      upsert: [
        doc('a', 'Orman', 'yangın kulesi'),
        doc('b', 'Yangın', 'orman yolu'),
        doc('c', 'Deprem', 'yangın'),
      ],
      seq: 1,
    }),
  )
  const refs = (results: lunr.Index.Result[]) => results.map(({ ref }) => ref)

  it('is one, and answers its query language', () => {
    expect(bridge).toBeInstanceOf(lunr.Index)
    expect(refs(bridge.search('+yangın -orman'))).toEqual(['c'])
    expect(refs(bridge.search('title:yangın'))).toEqual(['b'])
    expect(refs(bridge.search('depr*'))).toEqual(['c'])
    expect(refs(bridge.search('deprm~1'))).toEqual(['c'])
    expect(refs(bridge.search('saat: 14:30'))).toEqual([])
  })

  it('takes clauses and gives match data', () => {
    const { REQUIRED, PROHIBITED } = lunr.Query.presence
    const results = bridge.query((query) => {
      query.term('YANGIN', { presence: REQUIRED, fields: ['text'] })
      query.term('kulesi', { presence: PROHIBITED })
    })
    expect(refs(results)).toEqual(['c'])
    const { metadata } = results[0]!.matchData as unknown as { metadata: Record<string, object> }
    expect(metadata).toMatchObject({ yangin: { text: {} } })
  })
})
