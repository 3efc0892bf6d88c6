import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SearchIndex } from '../../../electron/services/search/search-index'
import type { SearchDoc } from '../../../electron/services/search/search-port'
import { analyzer } from './index-of'
import { ReferenceSearch } from './reference-search'
import { sampleArchive } from './sample-docs'

const options = { analyzer, analyzerName: 'test' }
const all = { limit: 10_000 }
const ids = (index: SearchIndex, text: string, prefixLast = false) =>
  index
    .find({ text, prefixLast, ...all })
    .found.map(({ id }) => id)
    .sort()

const vocabulary =
  'toplantı kurul kararlar gündemin kooperatifler ihale bütçenin Muğla Deren konu77 su köyde ertelendi'.split(
    ' ',
  )

describe('the index answers as one who reads everything', () => {
  const seeds = fc.record({
    from: fc.nat(5000),
    count: fc.integer({ min: 1, max: 400 }),
    words: fc.constantFrom(6, 25),
  })

  it('for words, several words, beginnings, phrases, exclusions and filters', async () => {
    await fc.assert(
      fc.asyncProperty(
        seeds,
        fc.constantFrom(...vocabulary),
        fc.constantFrom(...vocabulary),
        fc.integer({ min: 2, max: 6 }),
        async ({ from, count, words }, a, b, letters) => {
          const docs = sampleArchive(from, count, words)
          const index = SearchIndex.fresh(options)
          // In pieces, so that there are several segments.
          for (let at = 0; at < docs.length; at += 90)
            await index.apply({ replace: [], upsert: docs.slice(at, at + 90), seq: 1 })
          const reference = new ReferenceSearch(docs, analyzer)
          const has = reference.word
          const both = reference.ids((doc) => has(a)(doc) && has(b)(doc))
          // Where next to nothing is found, near words and parts follow: another matter.
          const same = (text: string, wanted: string[], prefixLast = false) => {
            if (wanted.length >= 3) expect(ids(index, text, prefixLast)).toEqual(wanted)
            else expect(ids(index, text, prefixLast)).toEqual(expect.arrayContaining(wanted))
          }
          same(a, reference.ids(has(a)))
          same(`${a} ${b}`, both)
          same(a.slice(0, letters), reference.ids(reference.prefix(a.slice(0, letters))), true)
          same(
            `+${a} -${b}`,
            reference.ids((doc) => has(a)(doc) && !has(b)(doc)),
          )
          same(`başlık:${a}`, reference.ids(has(a, ['title'])))
          const [text = ''] = docs.map(({ fields }) => fields.text ?? '')
          const phrase = text.split(/\s+/).slice(2, 4).join(' ')
          const holds = reference.phrase(phrase)
          const within = reference.ids((read) => has(a)(read) && holds(read))
          // First within few documents, then in all, then what is known from before.
          same(`${a} "${phrase}"`, within)
          same(`"${phrase}"`, reference.ids(holds))
          same(`"${phrase}"`, reference.ids(holds))
          same(`${a} "${phrase}"`, within)
          const filters = {
            kinds: ['seminar'],
            agencies: ['agency_1', 'agency_2'],
            dates: { from: '2012', to: '2019-06' },
          }
          const wanted = reference.ids(
            (read) =>
              has(a)(read) &&
              read.doc.kind === 'seminar' &&
              (read.doc.agencyIds ?? []).some((id) => filters.agencies.includes(id)) &&
              (read.doc.date ?? '') >= '2012' &&
              (read.doc.date ?? '') < '2019-07',
          )
          const found = index
            .find({ text: a, filters, ...all })
            .found.map(({ id }) => id)
            .sort()
          if (wanted.length >= 3) expect(found).toEqual(wanted)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('and ranks by the same formula', async () => {
    const docs = sampleArchive(100, 240, 30)
    const index = SearchIndex.fresh(options)
    for (let at = 0; at < docs.length; at += 50)
      await index.apply({ replace: [], upsert: docs.slice(at, at + 50), seq: 1 })
    const reference = new ReferenceSearch(docs, analyzer)
    for (const words of [['kooperatifler'], ['kurul', 'ihale'], ['toplantı', 'bütçe', 'orman']]) {
      const { hits } = index.query({ text: words.join(' '), explain: true, ...all })
      expect(hits.length).toBeGreaterThan(3)
      for (const [i, { id, score, reason }] of hits.entries()) {
        const factor = reason!.factors.reduce((product, one) => product * one.factor, 1)
        const wanted = reference.score(id, words) * (i < 200 ? factor : 1)
        expect(Math.abs(score - wanted) / wanted).toBeLessThan(0.01)
      }
      for (let i = 1; i < Math.min(hits.length, 200); i += 1)
        expect(hits[i - 1]!.score).toBeGreaterThanOrEqual(hits[i]!.score)
    }
  })

  it('counts each filter as if it were not set', async () => {
    const docs = sampleArchive(0, 120, 10).flatMap((doc): SearchDoc[] =>
      doc.id.endsWith('3') ? [doc] : [doc, { ...doc, id: `${doc.id}_1`, type: 'decision' }],
    )
    const index = SearchIndex.fresh(options)
    await index.apply({ replace: [], upsert: docs, seq: 1 })
    const filters = { kinds: ['seminar'], bodies: ['body_1', 'body_2'] }
    const { facets, total } = index.query({ text: 'toplantısı', filters, facets: true })
    const count = (holds: (doc: SearchDoc) => boolean) => docs.filter(holds).length
    const bodies = (doc: SearchDoc) => filters.bodies.includes(doc.bodyId ?? '')
    expect(total).toBe(count((doc) => doc.kind === 'seminar' && bodies(doc)))
    for (const kind of ['meeting', 'seminar', 'panel'])
      expect(facets!.kinds[kind]).toBe(count((doc) => doc.kind === kind && bodies(doc)))
    for (const body of ['body_0', 'body_1', 'body_2', 'body_3'])
      expect(facets!.bodies[body]).toBe(
        count((doc) => doc.bodyId === body && doc.kind === 'seminar') || undefined,
      )
    for (const agency of ['agency_0', 'agency_1', 'agency_2'])
      expect(facets!.agencies[agency]).toBe(
        count((doc) => doc.kind === 'seminar' && bodies(doc) && doc.agencyIds?.includes(agency) === true) ||
          undefined,
      )
    expect(facets!.statuses.final).toBe(
      count((doc) => doc.status === 'final' && doc.kind === 'seminar' && bodies(doc)) || undefined,
    )
  })
})
