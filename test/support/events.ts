/** Two invented events of the size and shape that offices announce: what the end-to-end tests type in by hand. */

export interface EventPerson {
  name: string
  prefix?: string
  title: string
  agency: string
  role: string
}

export interface EventText {
  title: string
  kind: string
  /** As typed into the date field; empty when nothing but words is known. */
  start: string
  asWritten?: string
  /** Day of the announcement, as typed. */
  published?: string
  place: string
  province: string
  hosts: string[]
  partners: string[]
  /** Agencies that came without a named person. */
  agencies: string[]
  people: EventPerson[]
  agenda: {
    title: string
    session?: { moderator: string; speakers: string[] }
    /** Paragraphs as typed; `**` is typed as Ctrl+B round the words. */
    text: string[]
    decision?: { number: string; text: string; vote: string }
    action?: { text: string; agency: string; due: string }
  }[]
}

/** A planning meeting: fifteen agencies, no date of its own, only a programme "in April" without a year. */
export const caravan: EventText = {
  title: 'Üretici Kooperatifleri Eğitim ve Tanıtım Kervanı Ön Görüşme Toplantısı',
  kind: 'Toplantı',
  start: '',
  asWritten: 'Nisan ayında',
  place: 'Yatırım İzleme ve Koordinasyon Başkanlığı (YİKOB) toplantı salonu',
  province: 'Iğdırkent',
  hosts: ['Iğdırkent Ticaret İl Müdürlüğü'],
  partners: ['Kooperatifçilik ve Esnaf İşleri Genel Müdürlüğü'],
  people: [
    { name: 'Ertuğrul İçöz', title: 'Vali Yardımcısı', agency: 'Iğdırkent Valiliği', role: 'Başkan' },
    { name: 'Hilmi Çağlar', title: 'İl Müdürü', agency: 'Iğdırkent Ticaret İl Müdürlüğü', role: 'Konuşmacı' },
  ],
  agencies: [
    'Kooperatifçilik ve Esnaf İşleri Genel Müdürlüğü',
    'Gazi Osman Üniversitesi',
    'Merkez Belediye Başkanlığı',
    'Şirinköy Belediye Başkanlığı',
    'İl Millî Eğitim Müdürlüğü',
    'Doğu Ovası Kalkınma Ajansı',
    'İl Göç İdaresi Müdürlüğü',
    'İŞKUR İl Müdürlüğü',
    'İl Sivil Toplumla İlişkiler Müdürlüğü',
    'Iğdırkent Ticaret ve Sanayi Odası',
    'Şirinköy Ticaret ve Sanayi Odası',
    'Iğdırkent Esnaf ve Sanatkârlar Odaları Birliği',
    '9. Bölge Kredi Kefalet Kooperatifleri Birliği',
  ],
  agenda: [
    {
      title: 'Kervanın tanıtımı',
      text: [
        'İl Müdürü Çağlar, kervanın uğrayacağı ilçelerde üretici kooperatiflerinin halka tanıtılacağını bildirdi.',
        'Uzun süreli **işsizler ile engelli bireylerin** istihdamı öncelikli konudur.',
      ],
      decision: {
        number: '2026/1',
        text: 'Program gününün üniversite ile birlikte belirlenmesine',
        vote: 'Oy birliği',
      },
      action: {
        text: 'Salon ve konaklama listesinin hazırlanması',
        agency: 'Merkez Belediye Başkanlığı',
        due: '30.03.2026',
      },
    },
  ],
}

/** A seminar with a session: host, partner, moderator and speakers, a full date and a publication date. */
export const seminar: EventText = {
  title: 'Akdeniz Kentleri Semineri ve Dayanışma Ekonomisi Oturumu',
  kind: 'Seminer',
  start: '21.11.2022',
  published: '18.11.2022',
  place: 'Güzelkıyı Büyükşehir Kültür Merkezi',
  province: 'Güzelkıyı',
  hosts: ['Güzelkıyı Büyükşehir Belediyesi'],
  partners: ['Sürdürülebilir Kentler ve Bölgeler Ajansı'],
  people: [
    {
      name: 'Tülin Soyer Işık',
      title: 'Büyükşehir Belediye Başkanı',
      agency: 'Güzelkıyı Büyükşehir Belediyesi',
      role: 'Ev sahibi',
    },
    {
      name: 'Onat Eryılmaz',
      title: 'Başkan Danışmanı',
      agency: 'Güzelkıyı Büyükşehir Belediyesi',
      role: 'Moderatör',
    },
    {
      name: 'Çiğdem Aylin Köksal',
      prefix: 'Prof. Dr.',
      title: 'Öğretim Üyesi',
      agency: 'Güzelkıyı Üniversitesi',
      role: 'Konuşmacı',
    },
    {
      name: 'Akif Erdoğmuş',
      title: 'Temsilci',
      agency: 'Zeytinlik Ekolojik Yaşam Derneği',
      role: 'Konuşmacı',
    },
    {
      name: 'Ünver Örnekoğlu',
      title: 'Eğitim Koordinatörü',
      agency: 'Millî Kooperatifler Birliği',
      role: 'Konuşmacı',
    },
  ],
  agencies: [
    'Dış İlişkiler ve Avrupa Bakanlığı',
    'Liman Kenti Belediyesi',
    'Kıyı Kamu Kalkınma Ajansı',
    // Was at the other event as well.
    'Kooperatifçilik ve Esnaf İşleri Genel Müdürlüğü',
  ],
  agenda: [
    {
      title: 'Açılış',
      text: [
        'Seminerin açılışını Büyükşehir Belediye Başkanı yaptı; kentin iklim ve tarım politikaları anlatıldı.',
      ],
    },
    {
      title: 'Dayanışma ekonomisi: deneyimler ve iyi örnekler',
      session: {
        moderator: 'Onat Eryılmaz',
        speakers: ['Çiğdem Aylin Köksal', 'Akif Erdoğmuş', 'Ünver Örnekoğlu'],
      },
      text: ['Oturumda kooperatifçiliğin öncü rolü ve bölgesel eşitsizlikler ele alındı.'],
    },
  ],
}
