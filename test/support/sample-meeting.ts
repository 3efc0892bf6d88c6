import { OfficeSettings } from '../../shared/records/office-settings'
import { Meeting } from '../../shared/records/meeting'

/** Ids for tests that read well and never change: `sampleId('item', 3)`. */
export function sampleId<T extends string>(type: T, n: number): `${T}_${string}` {
  return `${type}_01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
}

/** An invented office. */
export const sampleOffice: OfficeSettings = OfficeSettings.parse({
  letterhead: { administration: 'Yelkenli Valiliği', unit: 'Ticaret ve Kooperatifçilik İl Müdürlüğü' },
})

const agencies = [
  'Esnaf, Sanatkâr ve Kooperatif İşleri Genel Müdürlüğü',
  'Yelkenli Üniversitesi Rektörlüğü',
  'Çınaraltı Belediye Başkanlığı',
  'Ilıcaköy Belediye Başkanlığı',
  'İl Milli Eğitim Müdürlüğü',
  'Kuzey Irmak Kalkınma Ajansı',
  'İl Göç İdaresi Müdürlüğü',
  'İş ve İşçi Bulma İl Müdürlüğü',
  'İl Sivil Toplumla İlişkiler Müdürlüğü',
  'Çınaraltı Ticaret ve Sanayi Odası',
  'Ilıcaköy Ticaret ve Sanayi Odası',
  'Yelkenli Esnaf ve Sanatkârlar Odaları Birliği',
  '7. Bölge Kredi ve Kefalet Kooperatifleri Birliği',
  'S.S. Gülümser Kadın Girişimi Üretim ve İşletme Kooperatifi',
  'Yatırım İzleme ve Koordinasyon Başkanlığı',
]

const people = [
  { name: 'Ömer Işıktepe', title: 'Vali Yardımcısı', agencyName: 'Yelkenli Valiliği', role: 'chair' },
  {
    name: 'Gülşah İğdeli',
    title: 'Ticaret İl Müdürü',
    agencyName: 'Ticaret ve Kooperatifçilik İl Müdürlüğü',
    role: 'member',
  },
  {
    name: 'Çağrı Üstündağ',
    prefix: 'Prof. Dr.',
    title: 'Dekan',
    agencyName: 'Yelkenli Üniversitesi',
    role: 'moderator',
  },
  {
    name: 'Şükrü Ağaoğlu',
    prefix: 'Dr. Öğr. Üyesi',
    title: 'Öğretim Üyesi',
    agencyName: 'Yelkenli Üniversitesi',
    role: 'speaker',
  },
  {
    name: 'İpek Özgür',
    title: 'Kooperatif Başkanı',
    agencyName: 'S.S. Gülümser Kadın Girişimi Üretim ve İşletme Kooperatifi',
    role: 'speaker',
  },
  {
    name: 'Nail Çöğür',
    title: 'Şube Müdürü V.',
    agencyName: 'İl Milli Eğitim Müdürlüğü',
    role: 'member',
    actingFor: { kind: 'deputy', name: 'Hülya Tığlı' },
  },
  {
    name: 'Hülya Tığlı',
    title: 'İl Milli Eğitim Müdürü',
    agencyName: 'İl Milli Eğitim Müdürlüğü',
    role: 'member',
    state: 'excused',
  },
  { name: 'Yiğit Boğaç', title: 'Uzman', agencyName: 'Kuzey Irmak Kalkınma Ajansı', role: 'representative' },
  {
    name: 'Sıla Günışığı',
    title: 'Şef',
    agencyName: 'Ticaret ve Kooperatifçilik İl Müdürlüğü',
    role: 'rapporteur',
  },
] as const

const roll = [
  ...people.map((person, index) => ({ id: sampleId('attendance', index + 1), ...person })),
  ...agencies.map((agencyName, index) => ({
    id: sampleId('attendance', 100 + index),
    agencyId: sampleId('agency', index + 1),
    agencyName,
    state: index === 6 ? 'on-leave' : 'present',
  })),
]

const agenda = [
  {
    id: sampleId('item', 1),
    title: 'Açılış ve yoklama',
    presenterId: sampleId('attendance', 1),
    blocks: [
      {
        id: sampleId('text', 1),
        kind: 'text',
        markdown:
          'Toplantı, Vali Yardımcısı Ömer Işıktepe’nin başkanlığında açıldı. Yoklamada çoğunluğun bulunduğu görülerek gündeme geçildi; geçen toplantının tutanağı okundu ve itiraz olmadı.',
      },
    ],
  },
  {
    id: sampleId('item', 2),
    title: 'Sosyal kooperatifçilik tanıtım treni',
    basis: 'Genel Müdürlüğün 03.11.2022 tarihli ve E-00000000-045.01-0001 sayılı yazısı',
    blocks: [
      {
        id: sampleId('text', 2),
        kind: 'text',
        markdown:
          'Trenin uğrayacağı illerde yapılacak hazırlık görüşüldü. **Öne çıkan hususlar** şunlardır:\n\n1. Duraklarda *tanıtım masası* kurulması,\n2. öğrencilere yönelik atölye,\n   - ilk gün: kadın kooperatifleri\n   - ikinci gün: üretici birlikleri\n3. kamuoyunun bilgilendirilmesi.',
      },
      {
        id: sampleId('text', 3),
        kind: 'text',
        markdown:
          '| Durak | Tarih | Beklenen katılım |\n| --- | --- | ---: |\n| Çınaraltı Garı | 12 Aralık | 1.250 |\n| Ilıcaköy İstasyonu | 13 Aralık | 480 |',
      },
      {
        id: sampleId('decision', 1),
        kind: 'decision',
        number: '2022/35',
        text: 'Tanıtım treninin 12–13 Aralık 2022 günlerinde iki durakta karşılanmasına, hazırlığın Ticaret İl Müdürlüğünce yürütülmesine.',
        grounds: 'Sosyal kooperatif modeline ilişkin farkındalığın artırılması.',
        basis: '7. Bölge Birliğinin 14.11.2022 tarihli ve 118 sayılı yazısı',
        vote: { kind: 'unanimous' },
      },
      {
        id: sampleId('action', 1),
        kind: 'action',
        text: 'Duraklara tanıtım masası ve ses düzeni kurulması',
        responsible: {
          agencyName: 'Çınaraltı Belediye Başkanlığı',
          unit: 'Kültür ve Sosyal İşler Müdürlüğü',
        },
        partners: [{ agencyId: sampleId('agency', 15), name: 'Yatırım İzleme ve Koordinasyon Başkanlığı' }],
        due: { kind: 'day', date: '2022-12-09' },
        decisionId: sampleId('decision', 1),
      },
    ],
  },
  {
    id: sampleId('item', 3),
    title: 'Yerelde sosyal ekonomi',
    kind: 'session',
    moderatorId: sampleId('attendance', 3),
    speakerIds: [sampleId('attendance', 4), sampleId('attendance', 5)],
    blocks: [
      {
        id: sampleId('text', 4),
        kind: 'text',
        markdown:
          'Konuşmacılar, dezavantajlı grupların istihdamında kooperatiflerin payını örneklerle anlattı. “Önce ortaklık, sonra iş” yaklaşımı üzerinde duruldu; ayrıntılar için bkz. [örnek sayfa](https://ornek.invalid/kooperatif).',
      },
      {
        id: sampleId('text', 5),
        kind: 'text',
        markdown: '> Küçük üretici yalnız kaldığında pazara giremiyor.',
      },
    ],
  },
  {
    id: sampleId('item', 4),
    title: 'Eğitim programı ve dilekler',
    blocks: [
      {
        id: sampleId('text', 6),
        kind: 'text',
        markdown: 'Halk eğitimi merkezlerinde açılacak kursların sayısı tartışıldı.',
      },
      {
        id: sampleId('decision', 2),
        kind: 'decision',
        number: '2022/36',
        text: 'Kurs sayısının üçten beşe çıkarılmasına',
        vote: { kind: 'tally', for: 4, against: 1, abstain: 1 },
        dissents: [
          {
            id: sampleId('dissent', 1),
            kind: 'dissent',
            attendanceId: sampleId('attendance', 8),
            name: 'Yiğit Boğaç',
            reason: 'Ödeneğin üç kurs için ayrıldığı gerekçesiyle karara katılmamıştır.',
          },
        ],
        relations: [{ kind: 'amends', decisionId: sampleId('decision', 1) }],
      },
      {
        id: sampleId('action', 2),
        kind: 'action',
        text: 'Kurs takviminin kurumlara **yazıyla** duyurulması',
        responsible: { agencyName: 'İl Milli Eğitim Müdürlüğü', personName: 'Nail Çöğür' },
        due: { kind: 'next-meeting' },
        decisionId: sampleId('decision', 2),
      },
    ],
  },
]

/** An invented meeting of fifteen agencies: a session with moderator and speakers, two decisions, two action items. */
export const sampleMeeting: Meeting = Meeting.parse({
  id: sampleId('meeting', 1),
  revision: 7,
  createdAt: '2022-11-21T06:30:00.000Z',
  updatedAt: '2022-11-21T10:15:30.000Z',
  savedBy: 'Sıla Günışığı',
  originArchive: 'ornek',
  bodyName: 'İl İstihdam ve Kooperatifçilik Kurulu',
  title: 'Tanıtım Treni Ön Görüşme Toplantısı',
  numbers: { no: '2022/4', term: '2022 yılı 4. Dönem' },
  time: { start: '2022-11-21T10:00', end: '2022-11-21T12:15', precision: 'minute' },
  place: 'Valilik Şehit Kaymakam Toplantı Salonu',
  province: 'Yelkenli',
  hosts: [{ agencyId: sampleId('agency', 15), name: 'Yatırım İzleme ve Koordinasyon Başkanlığı' }],
  partners: [{ agencyId: sampleId('agency', 2), name: 'Yelkenli Üniversitesi Rektörlüğü' }],
  nextMeeting: {
    time: { start: '2023-02-20', precision: 'day' },
    note: 'Tren programının değerlendirilmesi',
  },
  attachments: [
    { sha256: 'a'.repeat(64), ext: 'pdf', name: 'Katılım listesi.pdf', size: 12_345 },
    { sha256: 'b'.repeat(64), ext: 'pdf', name: 'Sunum – sosyal ekonomi.pdf', size: 2_345_678 },
  ],
  attendance: roll,
  agenda,
  status: 'draft',
})
