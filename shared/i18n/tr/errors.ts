import type { ErrorCode } from '../../result'

/** One sentence a code: what happened, what it means, what to do. */
export const errors = {
  'invalid-input': 'Girilen bilgi geçerli değil ({{field}}). Alanı düzeltip yeniden deneyin.',
  'not-found': 'Kayıt bulunamadı. Silinmiş ya da taşınmış olabilir.',
  'already-exists': 'Bu kayıt zaten var.',
  'in-use':
    'Bu kayıt {{count}} yerde kullanıldığı için silinemez: {{titles}}. Önce oralardan çıkarın ya da kaydı olduğu gibi bırakın.',
  conflict: 'Kayıt bu arada başka bir yerde değişti. Yazdıklarınız duruyor; iki sürümü karşılaştırıp seçin.',
  'too-new': 'Bu kayıt Tutanak’ın daha yeni bir sürümüyle yazılmış. Değiştirmek için programı güncelleyin.',
  damaged: 'Kayıt dosyası bozuk. Dosya olduğu gibi saklandı; Ayarlar › Arşiv bölümünde listelendi.',
  'changed-outside': 'Dosya Tutanak dışında değiştirilmiş. Değişikliği kabul edene kadar kayıt korunur.',
  'disk-full': 'Disk dolu. Yer açıp Yeniden dene’ye basın.',
  'disk-read-only': 'Arşivin bulunduğu disk salt okunur. Yazılabilir bir yere taşıyıp yeniden deneyin.',
  'disk-denied': 'Arşiv klasörüne yazma izni yok. Klasörün izinlerini düzeltip yeniden deneyin.',
  'disk-busy': 'Dosyayı başka bir program kullanıyor. Birkaç saniye sonra yeniden deneyin.',
  'disk-gone': 'Arşiv klasörüne ulaşılamıyor. USB bellek ya da ağ klasörü takılıysa bağlantıyı denetleyin.',
  'disk-error': 'Diske yazılırken hata oluştu. Yeniden deneyin; sürerse başka bir diske yedek alın.',
  'archive-locked': 'Arşivi şu anda {{holder}} kullanıyor. Orada kapatılınca yazabilirsiniz.',
  'archive-read-only': 'Arşiv salt okunur açıldığı için değişiklik kaydedilmez.',
  'archive-not-found': 'Bu klasörde Tutanak arşivi yok. Arşivin bulunduğu klasörü seçin.',
  'archive-invalid': 'Arşivin tanıtım dosyası (archive.json) okunamadı. Klasörü bir yedekten geri yükleyin.',
  'no-archive': 'Açık arşiv yok. Önce bir arşiv açın.',
  'not-empty': 'Seçilen klasör boş değil. Arşiv için boş bir klasör seçin.',
  'file-exists': 'Bu adda bir dosya var. Başka bir ad seçin.',
  'file-too-large': 'Dosya çok büyük.',
  'file-unreadable': 'Dosya okunamadı.',
  'template-invalid':
    'Dosya bir Tutanak şablonu değil ya da bozulmuş. Hiçbir şey değiştirilmedi. Şablonu gönderenden “Dosyaya kaydet” ile yeniden kaydetmesini isteyin.',
  'template-too-new':
    'Bu şablon Tutanak’ın daha yeni bir sürümüyle kaydedilmiş. Hiçbir şey değiştirilmedi. Almak için programı güncelleyin.',
  'unknown-encoding': 'Dosyanın karakter kodlaması anlaşılamadı.',
  'missing-glyph':
    'Yazı tipinde “{{character}}” karakteri yok. Yeri: “{{place}}”. Karakteri değiştirip yeniden dışa aktarın.',
  'typeset-failed': 'Belge sayfalara dökülemedi. Kayıt yerinde duruyor; yeniden deneyin.',
  'mirror-invalid':
    'Bu klasör Markdown olarak dışa aktarılmış bir arşiv değil (tutanak.json yok ya da okunamıyor). Dışa aktarılan klasörün kendisini seçin.',
  'mirror-incomplete': 'Bu klasöre dışa aktarma yarım kalmış. Önce arşivi aynı klasöre yeniden dışa aktarın.',
  'mirror-edited':
    'Bu klasörde elle değiştirilmiş {{count}} dosya var; üzerlerine yazılmadı. Önce Markdown’dan geri alın ya da boş bir klasör seçin.',
  'mirror-faulty':
    'Okunamayan {{count}} dosya var; hiçbir şey değiştirilmedi. Gösterilen satırları düzeltip yeniden deneyin.',
  'mirror-changed':
    'Klasör ya da arşiv önizlemeden sonra değişti ({{file}}); hiçbir şey değiştirilmedi. Önizlemeyi yenileyip yeniden deneyin.',
  cancelled: 'İşlemden vazgeçildi.',
  'not-allowed': 'Bu işleme izin verilmiyor.',
  'secrecy-not-allowed': 'Gizlilik derecesi bu işleme izin vermiyor.',
  'lists-not-ready': 'Listeler hazırlanıyor; hazır olunca yeniden deneyin. İlerleme alttaki satırda görünür.',
  'nothing-to-undo': 'Geri alınacak işlem yok.',
  'search-unavailable': 'Arama şu anda hazır değil. Kayıtlar etkilenmedi; birazdan yeniden deneyin.',
  'backup-no-room':
    'Yedek klasöründe yeterli yer yok. Arşiv etkilenmedi; yer açın ya da başka bir klasör seçip yeniden deneyin.',
  'backup-target-missing':
    'Yedek klasörüne ulaşılamıyor. USB bellek ya da ağ klasörü takılıysa bağlantıyı denetleyin, değilse başka bir klasör seçin.',
  'backup-target-error':
    'Yedek klasörüne yazılırken hata oluştu. Arşiv etkilenmedi; yeniden deneyin, sürerse başka bir klasör seçin.',
  'backup-read-only': 'Yedek klasörüne yazılamıyor. Yazma izni olan başka bir klasör seçin.',
  'backup-inside-archive':
    'Yedekler arşivin kendi klasöründe duramaz. Arşivin dışında, tercihen başka bir diskte klasör seçin.',
  'backup-damaged': 'Yedek bozuk ({{name}}). Hiçbir şey değiştirilmedi; başka bir yedek seçin.',
  'backup-too-new':
    'Bu yedek Tutanak’ın daha yeni bir sürümüyle alınmış. Geri yüklemek için programı güncelleyin.',
  'backup-foreign': 'Bu yedek başka bir arşivin. Yerine yüklenemez; yeni bir klasöre yükleyebilirsiniz.',
  'backup-busy': 'Şu anda bir yedek alınıyor ya da geri yükleniyor. Bitince yeniden deneyin.',
  'restore-too-large':
    'Değişecek kayıtlar tek adımda geri yüklenemeyecek kadar çok. Yedeği yeni bir klasöre yükleyin.',
  internal: 'Beklenmeyen bir hata oluştu. Kaydedilmiş verileriniz diskte duruyor.',
} satisfies Record<ErrorCode, string>
