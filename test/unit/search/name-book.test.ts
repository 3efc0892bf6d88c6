import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { abbreviationsIn } from '../../../electron/services/search/abbreviations'
import { NameBook } from '../../../electron/services/search/name-book'
import type { SearchDoc } from '../../../electron/services/search/search-port'
import { createAnalyzer, isFunctionWord } from '../../../shared/text/analyzer'
import { parseLexicon } from '../../../shared/text/lexicon'

const root = path.resolve(import.meta.dirname, '../../..')
const packed = readFileSync(path.join(root, 'resources/lexicon/roots.txt.gz'))
const analyzer = createAnalyzer(parseLexicon(gunzipSync(packed).toString()))
const folded = (query: string) =>
  analyzer
    .analyze(query)
    .filter((token) => !isFunctionWord(token))
    .map((token) => token.folded)

const agency = (id: string, names: string[], parentId?: string, province?: string): SearchDoc => ({
  id,
  owner: id,
  type: 'agency',
  title: names[0] ?? '',
  names,
  agencyIds: parentId === undefined ? [id] : [id, parentId],
  ...(province === undefined ? {} : { province }),
  fields: { title: names.join(' · ') },
})
const person = (id: string, names: string[]): SearchDoc => ({
  id,
  owner: id,
  type: 'participant',
  title: names[0] ?? '',
  names,
  fields: { title: names.join(' · ') },
})
const meeting = (id: string, text: string): SearchDoc => ({
  id,
  owner: id,
  type: 'meeting',
  title: 'Toplantı',
  fields: { text },
})

const directory = [
  agency('tik', ['Türkiye İş Kurumu Genel Müdürlüğü', 'İŞKUR', 'İş ve İşçi Bulma Kurumu']),
  agency('tik-il', ['Gölyaka Çalışma ve İş Kurumu İl Müdürlüğü'], 'tik', 'Gölyaka'),
  agency('tik-hizmet', ['Gölyaka Hizmet Merkezi'], 'tik-il', 'Gölyaka'),
  agency('oda-i', ['Işıklar Ticaret ve Sanayi Odası', 'İTSO'], undefined, 'Işıklar'),
  agency('oda-n', ['İncesu Ticaret ve Sanayi Odası', 'İTSO'], undefined, 'İncesu'),
  agency('il', ['Gölyaka Çevre, Şehircilik ve İklim Değişikliği İl Müdürlüğü'], undefined, 'Gölyaka'),
  person('ayse', ['Ayşe Dağlıoğlu', 'Ayşe Şenyurt']),
  person('other', ['Ayşe Bulut']),
]

describe('the book of names', () => {
  let book: NameBook
  beforeEach(() => {
    book = new NameBook(analyzer)
    book.apply({ replace: [], upsert: directory, seq: 5 })
  })
  const ids = (query: string) =>
    book
      .idsFor(folded(query))
      .flatMap((found) => found.ids)
      .sort()

  it('finds an agency and everything under it by short and former name, typed in any way', () => {
    const all = ['tik', 'tik-hizmet', 'tik-il']
    for (const query of [
      'İŞKUR',
      'iskur',
      "İŞKUR'un toplantısı",
      'iskurun kararları',
      'İş-Kur',
      'iskura bağlı',
    ])
      expect(ids(query)).toEqual(all)
    expect(ids('iş ve işçi bulma kurumu')).toEqual(all)
    expect(ids('is ve isci bulma kurumunun')).toEqual(all)
    expect(ids('Türkiye İş Kurumu Genel Müdürlüğünce')).toEqual(all)
    expect(ids('Gölyaka Çalışma ve İş Kurumu İl Müdürlüğü')).toEqual(['tik-hizmet', 'tik-il'])
  })

  it('tells which words name it', () => {
    const [found] = book.idsFor(folded('geçen yıl türkiye iş kurumu genel müdürlüğü protokolü'))
    expect([found?.from, found?.to]).toEqual([2, 7])
    expect(found?.alternatives).toContainEqual(['iskur'])
  })

  it('takes all bearers of a short name, and those of the province that is named', () => {
    expect(ids('itso')).toEqual(['oda-i', 'oda-n'])
    expect(ids("İTSO'nun ziyareti")).toEqual(['oda-i', 'oda-n'])
    expect(ids('isiklar itso')).toEqual(['oda-i'])
    expect(ids("İncesu'daki itso")).toEqual(['oda-n'])
  })

  it('finds people by all their names, never by the first name alone', () => {
    expect(ids('ayse daglioglu')).toEqual(['ayse'])
    expect(ids("Ayşe Şenyurt'un")).toEqual(['ayse'])
    expect(ids('ayşe')).toEqual([])
  })

  it('does not take words for an abbreviation that only begin alike', () => {
    expect(ids('itsos')).toEqual([])
    expect(ids('iskurs')).toEqual([])
    expect(ids('kurum')).toEqual([])
  })

  it('knows abbreviations that texts introduce, as long as one text does', () => {
    const text =
      "Toplantıya Doğu Yakası Tarım Birliği (DOYATB) ile Karadeniz Eğitim Merkezi (KAREM)'nin üyeleri katıldı."
    book.apply({ replace: ['m1'], upsert: [meeting('m1', text)], seq: 6 })
    book.apply({ replace: ['m2'], upsert: [meeting('m2', 'Karadeniz Eğitim Merkezi (KAREM)')], seq: 7 })
    const alternatives = (query: string) => book.idsFor(folded(query)).flatMap((found) => found.alternatives)
    expect(alternatives('karem')).toEqual([['karadeniz', 'egitim', 'merkezi']])
    expect(alternatives('karadeniz eğitim merkezi')).toEqual([['karem']])
    expect(alternatives('doyatb')).toEqual([['dogu', 'yakasi', 'tarim', 'birligi']])
    book.apply({ replace: ['m1'], upsert: [], seq: 8 })
    expect(alternatives('doyatb')).toEqual([])
    expect(alternatives('karem')).toHaveLength(1)
    book.apply({ replace: ['m2'], upsert: [meeting('m2', 'Boş')], seq: 9 })
    expect(alternatives('karem')).toEqual([])
  })

  it('leads from an abbreviation of a text or of the public list to the directory', () => {
    book.apply({ replace: [], upsert: [agency('su', ['Devlet Su İşleri Genel Müdürlüğü'])], seq: 6 })
    expect(ids('DSİ')).toEqual(['su'])
    expect(ids("dsi'nin")).toEqual(['su'])
    const [afad] = book.idsFor(['afad'])
    expect(afad?.ids).toEqual([])
    expect(afad?.alternatives).toEqual([['afet', 've', 'acil', 'durum', 'yonetimi', 'baskanligi']])
  })

  it('follows changes: renamed, moved and deleted agencies', () => {
    book.apply({ replace: ['tik'], upsert: [agency('tik', ['İstihdam Kurumu', 'İSKU'])], seq: 6 })
    expect(ids('isku')).toEqual(['tik', 'tik-hizmet', 'tik-il'])
    expect(book.idsFor(['iskur']).flatMap((found) => found.ids)).toEqual([])
    book.apply({ replace: ['tik-il'], upsert: [], seq: 7 })
    expect(ids('isku')).toEqual(['tik'])
    expect(book.seq).toBe(7)
  })

  it('comes back as it was kept, and equals a book filled anew', () => {
    const names = fc.constantFrom('Akova Tarım Odası', 'ATO', 'Belova Su Birliği', 'BSB', 'Su Birliği')
    const id = fc.constantFrom('a', 'b', 'c', 'd')
    const change = fc.record({
      id,
      names: fc.array(names, { maxLength: 3 }),
      parent: fc.option(id),
      there: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const followed = new NameBook(analyzer)
        const last = new Map<string, SearchDoc | undefined>()
        for (const { id: own, names: given, parent, there } of changes) {
          const doc = there && given.length > 0 ? agency(own, given, parent ?? undefined) : undefined
          last.delete(own)
          last.set(own, doc)
          followed.apply({ replace: [own], upsert: doc ? [doc] : [], seq: 1 })
        }
        const anew = new NameBook(analyzer)
        anew.apply({ replace: [], upsert: [...last.values()].filter((doc) => doc !== undefined), seq: 1 })
        const back = new NameBook(analyzer, JSON.parse(JSON.stringify(followed.stored())))
        for (const query of ['ato', 'bsb', 'akova tarim odasi', 'belova su birligi', 'su birligi']) {
          const of = (one: NameBook) =>
            one.idsFor(query.split(' ')).map((found) => ({
              ...found,
              ids: [...found.ids].sort(),
              alternatives: found.alternatives.map(String).sort(),
            }))
          expect(of(followed)).toEqual(of(anew))
          expect(of(back)).toEqual(of(anew))
        }
      }),
    )
  })

  it('holds a directory of full size', () => {
    const many = [
      ...Array.from({ length: 900 }, (_one, n) =>
        agency(`a${n}`, [`Kurum ${n} Müdürlüğü`, `K${n}M`], n > 0 ? `a${Math.floor(n / 3)}` : undefined),
      ),
      ...Array.from({ length: 6_000 }, (_one, n) => person(`p${n}`, [`Ayşe Soyadı${n}`])),
    ]
    book.apply({ replace: [], upsert: many, seq: 6 })
    expect(ids('k0m')).toHaveLength(900)
    expect(ids('ayse soyadi4711')).toEqual(['p4711'])
  })
})

describe('abbreviations in texts', () => {
  const pairs = (text: string) => abbreviationsIn(text).map(({ short, long }) => `${short}=${long}`)

  it('are taken when beginnings of the words before spell them', () => {
    expect(pairs('Toplantıda Kuzey Ovası Kalkınma Ajansı (KOKA) tanıtıldı.')).toEqual([
      'KOKA=Kuzey Ovası Kalkınma Ajansı',
    ])
    expect(pairs('ve Türkiye İş Kurumu (İŞKUR) ile')).toEqual(['İŞKUR=İş Kurumu'])
    expect(pairs('Avrupa-Akdeniz Teknoloji ve İhracat Merkezi (ATİM)')).toEqual([
      'ATİM=Avrupa-Akdeniz Teknoloji ve İhracat Merkezi',
    ])
    expect(pairs('Çamlıbel Su Birliği (Ç.S.B.) üyeleri')).toEqual(['ÇSB=Çamlıbel Su Birliği'])
  })

  it('are no places, years, notes or letters that do not add up', () => {
    for (const text of [
      'Ali Veli (Hatay)',
      'Kuzey Ovası (2024)',
      'Tarım Odası (XYZ)',
      'görüşüldü (TO)',
      '(ABC)',
      'A (',
    ])
      expect(pairs(text)).toEqual([])
  })

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (a, b) => {
        expect(Array.isArray(abbreviationsIn(`${a} (${b}) (AB)`))).toBe(true)
      }),
    )
  })
})
