/** The text that explains a mirror to whoever finds the folder. In: the archive's name. Windows line ends. */
export function mirrorReadme(name: string): string {
  return `${name}: Markdown kopyası

Bu klasör, bir Tutanak arşivinin bütün kayıtlarını Markdown (düz metin, UTF-8) olarak taşır. Dosyalar herhangi bir metin
düzenleyicisiyle, Obsidian, Zettlr gibi programlarla ya da bir tarayıcıda okunur; kayıtlar birbirine bağlantı verir.

KLASÖRLER
  toplantilar/<yıl>  tutanaklar          kisiler   kişiler
  kurumlar           kurumlar            kurullar  kurullar ve komisyonlar
  notlar             bilgi notları       takip     karar ve görevlerin takibi
  ekler              ekler (ad, içeriğin SHA-256 özetidir)
  ayarlar.md         kurum ayarları      tutanak.json  dosyaların listesi ve özetleri

BİR DOSYANIN İÇİ
Üstte, iki "---" satırı arasında metnin göstermediği alanlar (YAML), altında metin vardır. "<!-- text_… -->" gibi satırlar
altındaki parçanın kimliğidir: silinirse parça yeni sayılır, altındaki parça silinirse kayıttan da silinir.
  ## başlık                          gündem maddesi (elle eklenebilir)
  > **Karar 2022/35** · kabul edildi · oy birliği
  > **Görev** · son gün 2022-12-09   karar ve görev; altında metni
  <!-- karar --> ya da <!-- görev -->  elle eklenen karar ya da görevin üstüne yazılır
  satır sonunda <!-- metin -->       "bu satır düz metindir" demektir
Kimliği olmayan bir .md dosyası yeni bilgi notu olur.

GERİ ALMA
Tutanak'ta Ayarlar > Arşiv > Markdown'dan geri al. Önce nelerin değişeceği gösterilir; elle değiştirilen metin geçerlidir.
Hem burada hem arşivde değişen yerler iki biçimiyle gösterilir. Silinen dosyaların kayıtları ancak istenirse silinir.

IN ENGLISH
This folder holds every record of a Tutanak archive as Markdown. Fields that the text does not show stand in the YAML
front matter; the remarks "<!-- type_uuid -->" carry the ids of parts. Records link to each other by relative links;
attachments lie in "ekler" under the SHA-256 of their bytes; "tutanak.json" lists all files with their hashes. Edited
files can be brought back into the archive after a preview.
`.replaceAll('\n', '\r\n')
}
