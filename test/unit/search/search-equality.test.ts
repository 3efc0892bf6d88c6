import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { SearchIndex } from '../../../electron/services/search/search-index'
import type { SearchDoc } from '../../../electron/services/search/search-port'
import { createAnalyzer } from '../../../shared/text/analyzer'
import { parseLexicon } from '../../../shared/text/lexicon'
import { MemoryFiles } from './memory-files'
import { ReferenceSearch } from './reference-search'
import { sampleMeeting } from './sample-docs'

const file = path.resolve(import.meta.dirname, '../../../resources/lexicon/roots.txt.gz')
const analyzer = createAnalyzer(parseLexicon(gunzipSync(readFileSync(file)).toString()))
const options = { analyzer, analyzerName: 'test' }
const all = { limit: 10_000 }
const ids = (index: SearchIndex, text: string, prefixLast = false) =>
  index
    .find({ text, prefixLast, ...all })
    .found.map(({ id }) => id)
    .sort()

/** A made-up archive: meetings of some size with a kind, a status and agencies. */
const archive = (from: number, count: number, words: number): SearchDoc[] =>
  Array.from({ length: count }, (_, i) => {
    const number = from + i
    return {
      ...sampleMeeting(number, words),
      kind: ['meeting', 'seminar', 'panel'][number % 3]!,
      status: ['draft', 'final'][number % 2]!,
      agencyIds: [`agency_${number % 7}`, `agency_${number % 3}`],
      bodyId: `body_${number % 4}`,
    }
  })

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
          const docs = archive(from, count, words)
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
          same(`"${phrase}"`, reference.ids(reference.phrase(phrase)))
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
    const docs = archive(100, 240, 30)
    const index = SearchIndex.fresh(options)
    for (let at = 0; at < docs.length; at += 50)
      await index.apply({ replace: [], upsert: docs.slice(at, at + 50), seq: 1 })
    const reference = new ReferenceSearch(docs, analyzer)
    for (const words of [['kooperatifler'], ['kurul', 'ihale'], ['toplantı', 'bütçe', 'su']]) {
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
    const docs = archive(0, 120, 10)
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
    expect(facets!.statuses.final).toBe(
      count((doc) => doc.status === 'final' && doc.kind === 'seminar' && bodies(doc)) || undefined,
    )
  })
})

describe('whatever happened to the index', () => {
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('save' as const),
        ids: fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('delete' as const),
        ids: fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('flush' as const), ids: fc.constant([]) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('tidy' as const), ids: fc.constant([]) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const), ids: fc.constant([]) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('kill' as const),
        ids: fc.tuple(fc.integer({ min: 1, max: 12 })),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('refuse' as const),
        ids: fc.tuple(fc.integer({ min: 1, max: 12 })),
      }),
    },
  )
  const queries = [
    'toplantısı',
    'kurul kararı',
    '"İl toplantı"',
    'mu*',
    'kooperatif -su',
    'Deren',
    'toplntı~1',
  ]

  it('it gives the same as one built anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const disk = new MemoryFiles()
        let index = await SearchIndex.open({ ...options, inMemory: 20, files: disk.port() })
        const now = new Map<string, SearchDoc>()
        // What a journal would tell: which ids changed with which number.
        const journal: { seq: number; id: string }[] = []
        let seq = 0
        let made = 0
        const docsOf = (id: string) => {
          const doc = now.get(id)
          if (!doc) return []
          const decision = {
            ...doc,
            id: `${id}_d`,
            owner: id,
            type: 'decision' as const,
            fields: { decisions: doc.fields.text ?? '' },
          }
          return [doc, decision]
        }
        const catchUp = async () => {
          const missed = [...new Set(journal.filter((one) => one.seq > index.seq).map(({ id }) => id))]
          // Nothing stored: everything is put in, as the feed does.
          const replace = index.seq === 0 ? [...now.keys()] : missed
          if (seq > 0) await index.apply({ replace, upsert: replace.flatMap(docsOf), seq })
        }
        for (const { kind, ids: numbers } of steps) {
          if (kind === 'save' || kind === 'delete') {
            seq += 1
            const changed = numbers.map((number) => `meeting_${number}`)
            for (const id of changed) {
              made += 1
              if (kind === 'save') now.set(id, { ...sampleMeeting(made, 8), id, owner: id })
              else now.delete(id)
              journal.push({ seq, id })
            }
            await index.apply({ replace: changed, upsert: [...new Set(changed)].flatMap(docsOf), seq })
          } else if (kind === 'flush') await index.flush()
          else if (kind === 'tidy') {
            index.tidyUp(true)
            await index.settled()
          } else {
            if (kind === 'reopen') {
              await index.flush()
              await index.close()
            } else {
              disk.failAt(numbers[0] ?? 1, kind === 'kill')
              index.tidyUp(true)
              await index.settled()
              await index.flush()
              if (kind === 'refuse') continue
            }
            disk.end()
            index = await SearchIndex.open({ ...options, inMemory: 20, files: disk.port() })
            await catchUp()
          }
        }
        const fresh = SearchIndex.fresh(options)
        await fresh.apply({ replace: [], upsert: [...now.keys()].flatMap(docsOf), seq: seq + 1 })
        expect(index.size).toBe(fresh.size)
        for (const text of queries) {
          const [a, b] = [index.find({ text, ...all }), fresh.find({ text, ...all })]
          expect(a.found.map(({ id }) => id)).toEqual(b.found.map(({ id }) => id))
          for (const [i, { score }] of a.found.entries()) expect(score).toBeCloseTo(b.found[i]!.score, 6)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('damage makes it ask to be built again, and it never lies', async () => {
    const disk = new MemoryFiles()
    const docs = archive(0, 200, 20)
    const whole = await SearchIndex.open({ ...options, files: disk.port() })
    await whole.apply({ replace: [], upsert: docs, seq: 5 })
    await whole.flush()
    const texts = ['toplantısı', 'kurul kararı', '"il toplantı"', 'mu*', 'Deren']
    const truth = texts.map((text) => ids(whole, text))
    const names = [...disk.content.keys()]
    const untouched = new Map(disk.content)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        async (name, where, cut) => {
          for (const [one, bytes] of untouched) disk.content.set(one, bytes)
          const bytes = Uint8Array.from(untouched.get(name)!)
          const at = Math.min(bytes.length - 1, Math.floor(where * bytes.length))
          if (!cut) bytes[at]! ^= 0x20
          disk.content.set(name, cut ? bytes.subarray(0, at) : bytes)
          let lost = false
          const index = await SearchIndex.open({
            ...options,
            files: disk.port(),
            onLost: () => (lost = true),
          })
          for (const [i, text] of texts.entries()) {
            const found = index.seq === 5 ? ids(index, text) : undefined
            if (index.seq === 5 && !lost) expect(found).toEqual(truth[i])
            else expect([index.seq, index.ready, index.size]).toEqual([0, false, 0])
            expect(() => index.query({ text })).not.toThrow()
          }
          // What comes now cannot make it look whole.
          await index.apply({ replace: [docs[0]!.id], upsert: [docs[0]!], seq: 6 })
          if (lost) expect(index.seq).toBe(0)
        },
      ),
      { numRuns: 60 },
    )
  })
})
