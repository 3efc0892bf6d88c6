import type { SearchDoc } from '../../../electron/services/search/search-port'

const nouns =
  `toplantı karar kurul komisyon tutanak gündem madde oturum üye başkan müdürlük valilik belediye kooperatif
  dernek vakıf sendika okul öğretmen öğrenci veli çocuk genç engelli istihdam meslek kurs seminer çalıştay panel proje
  bütçe ödenek harcama ihale rapor denetim tarım orman çevre su yol bina arsa kira taşınmaz ücret talep öneri sorun
  çözüm hizmet sağlık afet deprem turizm kültür spor esnaf ticaret sanayi yatırım üretim ürün pazar köy mahalle ilçe`
    .trim()
    .split(/\s+/u)
const endings = ['', 'nin', 'ler', 'lar', 'da', 'de', 'dan', 'i', 'ı', 'lerin', 'ların', 'e', 'a']
const verbs =
  'görüşüldü değerlendirildi kararlaştırıldı oluşturuldu sunuldu belirtildi istendi onaylandı ertelendi incelendi'.split(
    ' ',
  )
const names =
  'Ayla Deren Kemal Tuna Selin Aras Murat Bozok Nil Karaca Sevim Altay Cenk Ural Ece Poyraz'.split(' ')
const places = 'Ankara Samsun Muğla Iğdır Şırnak Çorum Uşak İzmir Bartın Kilis'.split(' ')

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A made-up meeting document of about `words` words; its own number stands in title and text. */
export function sampleMeeting(number: number, words = 40, random = seeded(number)): SearchDoc {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() ** 1.6 * list.length)] as T
  const text: string[] = []
  for (let i = 0; i < words; i += 1)
    text.push(
      i % 11 === 10
        ? `${pick(verbs)}.`
        : random() < 0.04
          ? `konu${Math.floor(random() * 5000)}`
          : pick(nouns) + pick(endings),
    )
  const id = `meeting_${String(number).padStart(6, '0')}`
  const title = `${pick(places)} İl ${pick(nouns)} Kurulu ${number}. Toplantısı`
  return {
    id,
    owner: id,
    type: 'meeting',
    title,
    fields: {
      title,
      people: `${pick(names)} ${pick(names)}, ${pick(names)} ${pick(names)}`,
      agencies: `${pick(places)} Valiliği, ${pick(places)} Belediyesi`,
      text: text.join(' '),
    },
    date: `20${10 + (number % 15)}-0${1 + (number % 9)}-1${number % 9}`,
  }
}

/** A made-up archive: meetings of some size with a kind, a status and agencies. */
export const sampleArchive = (from: number, count: number, words: number): SearchDoc[] =>
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
