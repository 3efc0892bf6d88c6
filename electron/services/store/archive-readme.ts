import { upperTr } from '../../../shared/text/turkish'

/**
 * The text of `OKUBENİ.txt`: what the folder is and how it is read without the program, for an official who finds it
 * years later. In: the archive's name. Out: Turkish text with Windows line ends, which every editor shows right.
 */
export function readmeText(name: string): string {
  return `${upperTr(name)} – TUTANAK ARŞİVİ

Bu klasör, "Tutanak" programının bir arşividir. Toplantılar, tutanaklar, kararlar, görevler, kişiler, kurumlar,
kurullar ve bilgi notları burada durur. Arşivin tamamı bu klasördür: kopyalamak, yedeklemek veya başka bir bilgisayara
taşımak için klasörü olduğu gibi kopyalamak yeterlidir (program kapalıyken).

PROGRAM OLMADAN NASIL OKUNUR?
Her kayıt ayrı bir metin dosyasıdır (JSON, UTF-8). Not Defteri gibi herhangi bir düzenleyiciyle açılıp okunabilir.
  meetings      toplantılar; gündem maddeleri, kararlar ve görevler bu dosyaların içindedir
  participants  kişiler
  agencies      kurumlar
  bodies        kurullar ve komisyonlar
  notes         bilgi notları
  follow-ups    kararların ve görevlerin takibi
  attachments   ekler; dosya adı, içeriğinin SHA-256 özetidir
  settings.json kurum ayarları (antet, yazı tipi)
  archive.json  arşivin kimliği ve adı
  schema        dosyaların biçimini anlatan JSON Schema tanımları
  history       kayıtların eski sürümleri; her dosya gzip ile açılır, her satırı bir sürümdür (JSON)
  trash         silinen kayıtlar; siz boşaltana kadar durur
  deletions     silinen kayıtları kimin, ne zaman sildiği ve nelere bağlı oldukları
  tombstones    kalıcı silinen kayıtların yalnız kimliği, tarihi ve silinme gerekçesi
  quarantine    yerine sağlamı konulan bozuk dosyaların asılları
  journal       yapılan son değişikliklerin listesi; yarım kalan bir kayıt açılışta buradan tamamlanır
  lock          programın açık olduğunu gösterir; kapanınca silinir
Dosyalar, kimliklerinin son iki hanesine göre alt klasörlere dağıtılmıştır (örnek: meetings/3f/meeting_….json).

BİR KAYIT DOSYASININ İÇİ
  format, type, version   biçimin adı, kaydın türü ve sürümü
  savedAt, savedBy        ne zaman (UTC) ve kim tarafından kaydedildiği
  sha256                  "record" bölümünün özeti (RFC 8785 biçiminde yazılmış metnin SHA-256 değeri)
  record                  kaydın kendisi
Tarihler yıl-ay-gün sırasıyla yazılır (2022-11-21T14:00). Alan adları İngilizcedir;
anlamları schema klasöründedir.

DİKKAT
Dosyaları elle değiştirmeyin. Değiştirilirse program bunu fark eder, size gösterir ve hiçbir şeyi silmez.
Dosya adlarını ve klasörleri değiştirmeyin.
`.replaceAll('\n', '\r\n')
}
