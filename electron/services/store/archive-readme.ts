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
Adı nokta ile başlayan ya da ".tutanak-tmp" ile biten dosyalar yarım kalmış yazımlardır; okunmaları gerekmez.
Dosyalar, kimliklerinin son iki hanesine göre alt klasörlere dağıtılmıştır (örnek: meetings/3f/meeting_….json).

BİR KAYIT DOSYASININ İÇİ
  format, type, version   biçimin adı, kaydın türü ve sürümü
  savedAt, savedBy        ne zaman (UTC) ve kim tarafından kaydedildiği
  sha256                  "record" bölümünün özeti (RFC 8785 biçiminde yazılmış metnin SHA-256 değeri)
  record                  kaydın kendisi

Alan adları İngilizcedir; her alanın Türkçe ve İngilizce anlamı schema klasöründe, kendi adının yanında yazılıdır.

  Kimlikler    tür ve UUID (meeting_0190…); başka kayıtlar bu kimlikle gösterilir. "…Id" ile biten alanlar kimliktir:
               kimlik meetings/3f/… gibi, türünün klasöründe ve son iki hanesinin alt klasöründe aranır.
  Tarihler     yıl-ay-gün; saat, toplantının yapıldığı yerin saatidir (2022-11-21T14:00). Eksik olabilir:
               2022, 2022-11, yılı bilinmeyen 17 Nisan için --04-17. createdAt ve savedAt gibi damgalar UTC'dir.
  Metinler     Markdown'dır: **kalın**, *eğik*, - liste, | tablo |. [[kimlik|söz]] başka bir kayda bağlantıdır.
  Tutanak      "agenda" gündem maddeleri, her maddenin "blocks" bölümü metin (text), karar (decision) ve görevdir
               (action), yazılış sırasıyla. Katılanlar "attendance" içindedir; ad ve unvanlar o günkü hâlleridir.
  Takip        follow-ups içindeki "targetId", kararın ya da görevin kimliğidir.
  Ekler        "sha256" ve "ext": attachments/<özetin ilk iki hanesi>/<özet>.<uzantı>

BOZUK OLUP OLMADIĞI NASIL ANLAŞILIR?
"record" bölümü, anahtarları sıralanıp boşluksuz yazılarak (RFC 8785) SHA-256 özeti alınır; sonuç "sha256" ile aynı
olmalıdır. Ekin özeti kendi adıdır. journal içindeki dosyalarda her satır bir değişikliktir: kaydın eski ve yeni özeti ile
yeni hâli ("record", uzunsa "z": base64 içinde sıkıştırılmış, DEFLATE) orada da bulunur.

DİKKAT
Dosyaları elle değiştirmeyin. Değiştirilirse program bunu fark eder, size gösterir ve hiçbir şeyi silmez.
Dosya adlarını ve klasörleri değiştirmeyin. Metinleri başka bir programda düzenlemek için arşivi Ayarlar bölümünden
Markdown olarak dışa aktarın; düzenlenen dosyalar oradan geri alınabilir.

IN ENGLISH
This folder is an archive of minutes written by the program "Tutanak". It needs no program to be read: each record is
one JSON file (UTF-8) in the folder of its type, spread over subfolders by the last two hex digits of its id: meetings
(with agenda, decisions and action items inside), participants, agencies, bodies (boards), notes, follow-ups. "record"
holds the data, "sha256" is the SHA-256 of it in canonical form (RFC 8785). The folder "schema" holds a JSON Schema for
each type and version, with the meaning of every field in Turkish and English. Attached files lie in "attachments" under
the SHA-256 of their bytes. Dates may be partial (2022-11, --04-17) and are wall-clock times; stamps are UTC. Texts are
Markdown; [[id|words]] links to another record. "trash" holds deleted records, "journal" the latest changes, one a line.
`.replaceAll('\n', '\r\n')
}
