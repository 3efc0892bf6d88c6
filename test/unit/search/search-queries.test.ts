import { describe, expect, it } from 'vitest'
import { SearchIndex } from '../../../electron/services/search/search-index'
import { analyzer, doc, ids, indexOf } from './index-of'

describe('what can be asked', () => {
  it('finds phrases, and numbers of two parts, only where they stand together', async () => {
    const index = await indexOf(
      doc('a', { text: 'Komisyon oy birliği ile karar verdi. Sayı 2024/12' }),
      doc('b', { text: 'Karar komisyon tarafından verildi. Sayı 2024/13, madde 12' }),
      doc('c', { title: 'Karar', text: 'verdi' }),
    )
    expect(ids(index, '"karar verdi"')).toEqual(['a'])
    expect(ids(index, '"oybirliği ile karar"')).toEqual(['a'])
    expect(ids(index, 'komisyon -"karar verdi"')).toEqual(['b'])
    expect(ids(index, '2024/12')).toEqual(['a'])
    expect(ids(index, '"verdi karar"')).toEqual([])
  })

  it('knows the scopes of fields, dates, kinds, boards and states in both languages', async () => {
    const index = await indexOf(
      doc(
        'a',
        { title: 'Mera', agencies: 'Tarım Müdürlüğü', number: '2024/12' },
        { date: '2022-03-05', kind: 'seminar', status: 'draft', bodyId: 'body_m' },
      ),
      doc(
        'b',
        { title: 'Tarım', people: 'Ayla Mera', number: '2024/11' },
        { date: '2022-07', kind: 'meeting', status: 'final' },
      ),
      doc('body_m', { title: 'Mera Komisyonu' }, { type: 'body', bodyId: 'body_m' }),
    )
    expect(ids(index, 'kurum:tarım')).toEqual(['a'])
    expect(ids(index, 'kişi:mera')).toEqual(['b'])
    expect(ids(index, 'person:mera')).toEqual(['b'])
    expect(ids(index, 'kurum:"tarım müdürlüğü"')).toEqual(['a'])
    expect(ids(index, 'no:2024/12')).toEqual(['a'])
    expect(ids(index, 'tarih:2022-01..2022-06')).toEqual(['a'])
    expect(ids(index, 'tarım tarih:2022-07')).toEqual(['b'])
    expect(ids(index, 'date:..2022-06')).toEqual(['a'])
    expect(ids(index, 'tür:seminer')).toEqual(['a'])
    expect(ids(index, 'durum:taslak mera')).toEqual(['a'])
    expect(ids(index, 'status:final')).toEqual(['b'])
    expect(ids(index, 'kurul:mera tür:seminer')).toEqual(['a'])
    expect(ids(index, 'kurul:yok')).toEqual([])
  })

  it('offers the nearest word when little is found, and takes near words on request', async () => {
    const index = await indexOf(
      doc('a', { text: 'Kooperatifin genel kurulu toplandı' }),
      doc('b', { text: 'kooperatif denetimi' }),
    )
    const answer = index.query({ text: 'koperatif' })
    expect(answer.hits.map(({ id }) => id).sort()).toEqual(['a', 'b'])
    expect(answer.didYouMean).toBe('kooperatif')
    expect(index.query({ text: 'kooperatif' }).didYouMean).toBeUndefined()
    expect(index.query({ text: 'denetmi', fuzzy: true }).hits.map(({ id }) => id)).toEqual(['b'])
  })

  it('finds agencies by their other names, through ids', async () => {
    const expansions = {
      idsFor: (words: readonly string[]) =>
        words.flatMap((word, i) => (word === 'iskur' ? [{ from: i, to: i + 1, ids: ['agency_is'] }] : [])),
    }
    const index = SearchIndex.fresh({ analyzer, analyzerName: 'test', expansions })
    const upsert = [
      doc('a', { text: 'Kurs açılacak', agencies: 'Türkiye İş Kurumu' }, { agencyIds: ['agency_is'] }),
      doc('b', { text: 'İşkur kurs açtı' }),
      doc('c', { text: 'Kurs bitti' }),
    ]
    await index.apply({ replace: [], upsert, seq: 1 })
    expect(ids(index, 'işkur').sort()).toEqual(['a', 'b'])
    // The third follows because little was found.
    expect(ids(index, 'işkur kurs').slice(0, 2).sort()).toEqual(['a', 'b'])
    expect(ids(index, 'kurum:işkur')).toEqual(['a'])
    const [hit] = index.query({ text: 'kurum:işkur', explain: true }).hits
    expect(hit?.reason?.words).toMatchObject([
      { word: 'işkur', how: 'name', fields: [{ field: 'agencies' }] },
    ])
  })

  it('counts agencies under a filtered one too', async () => {
    const index = await indexOf(
      doc('agency_top', { title: 'Bakanlık' }, { type: 'agency', agencyIds: ['agency_top'] }),
      doc('agency_sub', { title: 'Şube' }, { type: 'agency', agencyIds: ['agency_sub', 'agency_top'] }),
      doc('a', { text: 'mera' }, { agencyIds: ['agency_sub'] }),
      doc('b', { text: 'mera' }, { agencyIds: ['agency_other'] }),
    )
    const { hits } = index.query({ text: 'mera', filters: { agencies: ['agency_top'] } })
    expect(hits.map(({ id }) => id)).toEqual(['a'])
  })

  it('sorts by date on request, undated ones last', async () => {
    const index = await indexOf(
      doc('old', { text: 'mera' }, { date: '2019-05-01' }),
      doc('new', { text: 'mera mera' }, { date: '2023-05-01T10:00' }),
      doc('none', { text: 'mera mera mera' }),
    )
    const sorted = (sort: 'newest' | 'oldest') => index.query({ text: 'mera', sort }).hits.map(({ id }) => id)
    expect(sorted('newest')).toEqual(['new', 'old', 'none'])
    expect(sorted('oldest')).toEqual(['old', 'new', 'none'])
  })
})
