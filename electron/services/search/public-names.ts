/**
 * Public institutions with the abbreviation everybody uses, for archives whose directory does not have them.
 *
 * Source: the names under which these institutions stand in 4 sayılı Cumhurbaşkanlığı Kararnamesi (Resmî Gazete
 * 15.07.2018, no. 30479) or in their laws of foundation; the abbreviations are those they call themselves by in public.
 * Names of institutions are facts and under no copyright.
 */
export const publicNames: readonly { short: string; long: string }[] = [
  { short: 'AFAD', long: 'Afet ve Acil Durum Yönetimi Başkanlığı' },
  { short: 'DSİ', long: 'Devlet Su İşleri Genel Müdürlüğü' },
  { short: 'KGM', long: 'Karayolları Genel Müdürlüğü' },
  { short: 'KOSGEB', long: 'Küçük ve Orta Ölçekli İşletmeleri Geliştirme ve Destekleme İdaresi Başkanlığı' },
  { short: 'MTA', long: 'Maden Tetkik ve Arama Genel Müdürlüğü' },
  { short: 'OGM', long: 'Orman Genel Müdürlüğü' },
  { short: 'SGK', long: 'Sosyal Güvenlik Kurumu' },
  { short: 'TİKA', long: 'Türk İşbirliği ve Koordinasyon Ajansı Başkanlığı' },
  { short: 'TKDK', long: 'Tarım ve Kırsal Kalkınmayı Destekleme Kurumu' },
  { short: 'TSE', long: 'Türk Standardları Enstitüsü' },
  { short: 'TÜBİTAK', long: 'Türkiye Bilimsel ve Teknolojik Araştırma Kurumu' },
  { short: 'TÜİK', long: 'Türkiye İstatistik Kurumu' },
  { short: 'İŞKUR', long: 'Türkiye İş Kurumu' },
  { short: 'YTB', long: 'Yurtdışı Türkler ve Akraba Topluluklar Başkanlığı' },
  { short: 'VGM', long: 'Vakıflar Genel Müdürlüğü' },
]
