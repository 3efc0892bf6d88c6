import { describe, expect, it } from 'vitest'
import { LunrIndex } from '../../../electron/services/search/lunr-index'
import type { SearchDoc, SearchQuery } from '../../../electron/services/search/search-port'
import { createAnalyzer } from '../../../shared/text/analyzer'

const doc = (id: string, more: Partial<SearchDoc>): SearchDoc => ({
  id,
  owner: id,
  type: 'meeting',
  title: 'Kurul toplantısı',
  fields: { title: 'Kurul toplantısı', text: 'bütçe görüşüldü' },
  ...more,
})

const docs: SearchDoc[] = [
  doc('m1', {
    date: '2022-03-01T10:00',
    kind: 'meeting',
    status: 'final',
    agencyIds: ['agency_a'],
    bodyId: 'b1',
  }),
  doc('m2', { date: '2022-11', kind: 'seminar', status: 'draft', agencyIds: ['agency_b'], bodyId: 'b1' }),
  doc('m3', { date: '2023-05-09', kind: 'meeting', status: 'draft', agencyIds: ['agency_c'], bodyId: 'b2' }),
  doc('m4', { date: '--04-17', kind: 'meeting', status: 'draft' }),
  doc('d1', { type: 'decision', date: '2022-03-01', status: 'final', state: 'annulled', bodyId: 'b1' }),
  doc('agency_a', { type: 'agency', agencyIds: ['agency_a'] }),
  doc('agency_b', { type: 'agency', agencyIds: ['agency_b', 'agency_a'] }),
  doc('agency_c', { type: 'agency', agencyIds: ['agency_c', 'agency_b'] }),
]
const index = new LunrIndex(createAnalyzer())
const filled = index.apply({ replace: [], upsert: docs, seq: 1 })

async function ask(query: Partial<SearchQuery>) {
  await filled
  return index.query({ text: 'kurul', limit: 100, ...query })
}
const ids = async (query: Partial<SearchQuery>) => (await ask(query)).hits.map(({ id }) => id).sort()

describe('filters', () => {
  it('narrow by type, day, month, kind, state and board', async () => {
    expect(await ids({ filters: { types: ['decision'] } })).toEqual(['d1'])
    expect(await ids({ filters: { dates: { from: '2022-11-21', to: '2023-05-09' } } })).toEqual(['m2', 'm3'])
    expect(await ids({ filters: { dates: { to: '2022-03' } } })).toEqual(['d1', 'm1'])
    expect(await ids({ filters: { kinds: ['seminar'] } })).toEqual(['m2'])
    expect(await ids({ filters: { statuses: ['annulled'] } })).toEqual(['d1'])
    expect(await ids({ filters: { bodies: ['b1'], types: ['meeting'] } })).toEqual(['m1', 'm2'])
  })

  it('an agency takes in those under it', async () => {
    expect(await ids({ filters: { agencies: ['agency_b'], types: ['meeting'] } })).toEqual(['m2', 'm3'])
    expect(await ids({ filters: { agencies: ['agency_a'] } })).toHaveLength(6)
  })

  it('an empty list narrows nothing', async () => {
    expect(await ids({ filters: { types: [], agencies: [] } })).toHaveLength(docs.length)
  })

  it('counts leave their own filter out', async () => {
    const { facets, total } = await ask({
      filters: { types: ['meeting'], statuses: ['draft'] },
      facets: true,
    })
    expect(total).toBe(3)
    expect(facets?.types).toEqual({ meeting: 3 })
    expect(facets?.statuses).toEqual({ final: 1, draft: 3 })
    expect(facets?.years).toEqual({ 2022: 1, 2023: 1 })
  })

  it('each count is the number of hits that the value would leave', async () => {
    const { facets } = await ask({ filters: { kinds: ['meeting'] }, facets: true })
    for (const [status, count] of Object.entries(facets?.statuses ?? {}))
      expect(await ids({ filters: { kinds: ['meeting'], statuses: [status] } })).toHaveLength(count)
    for (const [year, count] of Object.entries(facets?.years ?? {}))
      expect(
        await ids({ filters: { kinds: ['meeting'], dates: { from: `${year}-01`, to: `${year}-12` } } }),
      ).toHaveLength(count)
  })

  it('without words filters alone find, newest first; without both nothing is found', async () => {
    const { hits } = await ask({ text: '', filters: { types: ['meeting'] } })
    expect(hits.map(({ id }) => id)).toEqual(['m3', 'm2', 'm1', 'm4'])
    expect(await ids({ text: '' })).toEqual([])
  })

  it('newest and oldest first, without date last', async () => {
    const order = async (sort: 'newest' | 'oldest') =>
      (await ask({ sort, filters: { types: ['meeting'] } })).hits.map(({ id }) => id)
    expect(await order('newest')).toEqual(['m3', 'm2', 'm1', 'm4'])
    expect(await order('oldest')).toEqual(['m1', 'm2', 'm3', 'm4'])
  })
})

it('each hit tells why it was found when asked', async () => {
  const { hits } = await ask({ text: 'kurul bütçe', explain: true, filters: { types: ['meeting'] } })
  const words = hits[0]?.reason?.words ?? []
  expect(words.map(({ word, matched }) => [word, matched])).toEqual([
    ['kurul', ['kurul']],
    ['bütçe', ['bütçe']],
  ])
  expect(words.flatMap(({ fields }) => fields.map(({ field }) => field))).toEqual(['title', 'text'])
  expect((await ask({ text: 'kurul' })).hits[0]?.reason).toBeUndefined()
})
