import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SearchIndex } from '../../../electron/services/search/search-index'
import type { SearchDoc } from '../../../electron/services/search/search-port'
import { analyzer, doc, emptyIndex, ids, indexOf } from './index-of'
import { sampleMeeting } from './sample-docs'

describe('search', () => {
  it('finds inflected words by any of their forms, typed with or without Turkish letters', async () => {
    const index = await indexOf(
      doc('a', { text: 'Kooperatiflerin denetimine ilişkin tutanaklar okundu.' }),
      doc('b', { text: 'Iğdır’da ağaçlandırma yapıldı.' }),
    )
    for (const query of ['kooperatif', 'KOOPERATİFLERDE', 'tutanağı', 'denetim tutanagi', 'okunan'])
      expect(ids(index, query)).toEqual(['a'])
    for (const query of ['ığdır', 'IĞDIR', 'igdir', 'Iğdırın', 'yapılacak'])
      expect(ids(index, query)).toEqual(['b'])
  })

  it('wants all words, and says so when it has to do with some', async () => {
    const index = await indexOf(
      doc('both', { text: 'sulama kanalı onarıldı' }),
      doc('one', { text: 'sulama birliği' }),
      ...Array.from({ length: 4 }, (_, i) => doc(`full${i}`, { text: `deprem konutu ${i}` })),
      doc('half', { text: 'deprem' }),
    )
    const few = index.query({ text: 'sulama kanalı' })
    expect(few.hits.map(({ id }) => id)).toEqual(['both', 'one'])
    expect(few.partial).toBe(true)
    const many = index.query({ text: 'deprem konutu' })
    expect(many.total).toBe(4)
    expect(many.partial).toBeUndefined()
    // Whoever writes a sign means it.
    for (const text of ['+sulama +kanalı', '+"sulama" kanalı', '+sulama +"kanalı onarıldı"']) {
      const strict = index.query({ text })
      expect(strict.hits[0]?.id).toBe('both')
      expect(strict.partial, text).toBeUndefined()
    }
    expect(ids(index, '+sulama +kanalı')).toEqual(['both'])
    expect(ids(index, '+sulama +deprem')).toEqual([])
  })

  it('leaves function words out of a query, unless there is nothing else', async () => {
    const index = await indexOf(doc('a', { text: 'okul ve park' }), doc('b', { text: 'okul, park' }))
    expect(ids(index, 'okul ve park').sort()).toEqual(['a', 'b'])
    expect(ids(index, 've')).toEqual(['a'])
  })

  it('finds as one types, also in the middle of an ending', async () => {
    const index = await indexOf(
      doc('a', { text: 'Değerlendirme toplantısında görüşüldü' }),
      doc('b', { text: 'toprak analizi' }),
    )
    for (const typed of ['topla', 'toplant', 'toplantı', 'toplantıs', 'toplantisin', 'TOPLANTISI'])
      expect(ids(index, typed, true)).toEqual(['a'])
    expect(ids(index, 'to', true).sort()).toEqual(['a', 'b'])
    expect(ids(index, 'topla')).toEqual([])
    expect(ids(index, 'degerlendirme top', true)[0]).toBe('a')
  })

  it('puts titles before texts, and the exact spelling before its twin', async () => {
    const index = await indexOf(
      doc('text', { title: 'Meclis', text: 'bütçe görüşüldü' }),
      doc('title', { title: 'Bütçe', text: 'meclis toplandı' }),
      doc('nerve', { text: 'sinir hastalıkları' }),
      doc('border', { text: 'sınır tespiti' }),
    )
    expect(ids(index, 'bütçe')).toEqual(['title', 'text'])
    expect(ids(index, 'sınır')).toEqual(['border', 'nerve'])
    expect(ids(index, 'sinir')).toEqual(['nerve', 'border'])
  })

  it('marks whole words in title and snippet, and leads to the block', async () => {
    const long = 'Açılış konuşması yapıldı. '.repeat(40)
    const text = `${long}\nİlçe kooperatiflerinin yıllık toplantılarında alınan kararlar okundu.`
    const spots = [
      { field: 'text' as const, offset: 0, blockId: 'text_1' },
      { field: 'text' as const, offset: long.length + 1, blockId: 'text_2' },
    ]
    const index = await indexOf(doc('a', { title: 'Kooperatif Kurulu', text }, { spots }))
    const [hit] = index.query({ text: 'kooperatif toplantısı' }).hits
    const marked = (from: string, ranges: [number, number][]) =>
      ranges.map(([start, end]) => from.slice(start, end))
    expect(marked(hit!.title, hit!.titleRanges)).toEqual(['Kooperatif'])
    expect(marked(hit!.snippet.text, hit!.snippet.ranges)).toEqual(['kooperatiflerinin', 'toplantılarında'])
    expect(hit!.snippet.text.startsWith('… ')).toBe(true)
    expect(hit!.blockId).toBe('text_2')
  })

  it('understands the syntax of lunr from who knows it', async () => {
    const index = await indexOf(
      doc('a', { title: 'Orman', text: 'yangın önlemleri' }),
      doc('b', { title: 'Yangın', text: 'orman yolları' }),
      doc('c', { title: 'Deprem', text: 'yangın tatbikatı' }),
    )
    expect(ids(index, 'yangın -orman')).toEqual(['c'])
    expect(ids(index, 'başlık:yangın')).toEqual(['b'])
    expect(ids(index, 'tatb*')).toEqual(['c'])
    expect(ids(index, '*bikat')).toEqual(['c'])
    expect(ids(index, 'depren~1')).toEqual(['c'])
    expect(ids(index, '+yangın deprem^5')[0]).toBe('c')
  })

  it('answers odd input without throwing', async () => {
    const index = await indexOf(doc('a', { text: 'Saat 14:30’da toplanıldı. 😀 2018/01' }))
    expect(ids(index, 'saat 14:30')).toEqual(['a'])
    expect(ids(index, '2018/1')).toEqual(['a'])
    const odd = [
      '"',
      '*',
      '😀',
      ':',
      '+',
      '-',
      '~',
      '^',
      '+-',
      'a:b',
      '"saat',
      '*:*',
      'title:',
      '**',
      'toString',
      '__proto__',
    ]
    for (const text of [...odd, 'kara'.repeat(2_500), 'ş '.repeat(5_000), '+a '.repeat(3_000), '', ' '])
      for (const prefixLast of [true, false]) expect(() => index.query({ text, prefixLast })).not.toThrow()
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.boolean(), (text, prefixLast) => {
        expect(index.query({ text, prefixLast }).total).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'saat*:+-~^"1 ')), (letters) => {
        expect(index.query({ text: letters.join('') }).total).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps only the types asked for, and counts by type', async () => {
    const index = await indexOf(
      doc('m', { text: 'mera tahsisi' }),
      doc('d', { decisions: 'mera tahsis edildi' }, { type: 'decision', owner: 'm', meetingId: 'm' }),
    )
    const answer = index.query({ text: 'mera' })
    expect(answer.groups).toEqual({ meeting: 1, decision: 1 })
    expect(index.query({ text: 'mera', types: ['decision'] }).hits.map(({ id }) => id)).toEqual(['d'])
  })
})

describe('a changing index', () => {
  it('takes out with a record all its documents', async () => {
    const index = await indexOf(
      doc('m', { text: 'içme suyu' }),
      doc('d1', { decisions: 'su deposu' }, { type: 'decision', owner: 'm', meetingId: 'm' }),
    )
    await index.apply({ replace: ['m'], upsert: [doc('m', { text: 'yeni içme suyu' })], seq: 2 })
    expect(ids(index, 'su')).toEqual(['m'])
    await index.apply({ replace: ['m'], upsert: [], seq: 3 })
    expect(ids(index, 'su')).toEqual([])
    expect(index.size).toBe(0)
    expect(index.seq).toBe(3)
  })

  it('finds the same as one built anew, whatever happened before', async () => {
    const words = [
      'mera',
      'meraların',
      'kanal',
      'kanalı',
      'okul',
      'iş birliği',
      'işbirliği',
      'sınır',
      '2018/01',
      'İzmir’de',
    ]
    const text = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join(' '))
    const step = fc.record({ number: fc.nat(11), text: fc.option(text) })
    const queries = [...words, 'mera kanal', 'okul sınır', 'mer*', '-mera okul']
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const index = emptyIndex()
        const now = new Map<string, SearchDoc>()
        let seq = 0
        for (const { number, text } of steps) {
          const id = `m${number}`
          const upsert = text === null ? [] : [doc(id, { text })]
          if (upsert[0]) now.set(id, upsert[0])
          else now.delete(id)
          await index.apply({ replace: [id], upsert, seq: (seq += 1) })
        }
        await index.settled()
        const fresh = await indexOf(...now.values())
        for (const query of queries) expect(ids(index, query).sort()).toEqual(ids(fresh, query).sort())
        for (const query of queries)
          expect(ids(index, query, true).sort()).toEqual(ids(fresh, query, true).sort())
      }),
      { numRuns: 40 },
    )
  })

  it('finds by one word what holds a form of it: equal to looking through every document', async () => {
    const docs = Array.from({ length: 300 }, (_, i) => sampleMeeting(i))
    const index = await indexOf(...docs)
    const holds = ({ fields }: SearchDoc, word: string) => {
      const keys = new Set(
        Object.values(fields).flatMap((text) => analyzer.analyze(text).flatMap((token) => token.keys)),
      )
      return analyzer.keysOf(word).some((key) => keys.has(key))
    }
    for (const word of ['kooperatifler', 'ihaleye', 'turizmin', 'Muğla', 'deren', 'konu77', 'ertelenen'])
      expect(ids(index, word).sort()).toEqual(docs.filter((one) => holds(one, word)).map(({ id }) => id))
  })

  it('rebuilds its base in the background and finds every saved change at once', async () => {
    const index = emptyIndex()
    for (let from = 0; from < 900; from += 100)
      await index.apply({
        replace: [],
        upsert: Array.from({ length: 100 }, (_, i) => sampleMeeting(from + i, 20)),
        seq: from === 800 ? 900 : 0,
      })
    expect(index.ready).toBe(true)
    // While the base may still be under way, and after it.
    for (let i = 0; i < 60; i += 1) {
      const changed = sampleMeeting(i, 20)
      changed.fields.text = `${changed.fields.text ?? ''} özelsöz${i}`
      await index.apply({ replace: [changed.id], upsert: [changed], seq: 901 + i })
      expect(ids(index, `özelsöz${i}`)).toEqual([changed.id])
    }
    await index.settled()
    expect(index.size).toBe(900)
    expect(index.query({ text: 'toplantısı', limit: 1 }).total).toBe(900)
    for (let i = 0; i < 60; i += 1) expect(ids(index, `özelsöz${i}`)).toHaveLength(1)
  })

  it('gives scores that do not depend on the segment a document stands in', async () => {
    const docs = Array.from({ length: 60 }, (_, i) => sampleMeeting(i, 30))
    const whole = await indexOf(...docs)
    const pieces = emptyIndex()
    // The counts of all words must be known before: only then are the scores of both the same.
    await pieces.apply({ replace: [], upsert: docs, seq: 1 })
    for (const [i, one] of docs.slice(0, 8).entries())
      await pieces.apply({ replace: [one.id], upsert: [one], seq: 2 + i })
    const scores = (index: SearchIndex) =>
      new Map(
        index.query({ text: 'kooperatif toplantısı', limit: 100 }).hits.map(({ id, score }) => [id, score]),
      )
    const [a, b] = [scores(whole), scores(pieces)]
    expect([...b.keys()].sort()).toEqual([...a.keys()].sort())
    for (const [id, score] of a) expect(Math.abs((b.get(id) ?? 0) - score) / score).toBeLessThan(0.05)
  })
})
