/** Spelling: in the text of minutes and in the settings. */
export const spell = {
  title: 'Yazım denetimi',
  which: 'Sözlük',
  choices: {
    off: 'Kapalı',
    interface: 'Arayüz dilinde',
    tr: 'Türkçe',
    en: 'İngilizce',
    both: 'Türkçe ve İngilizce',
  },
  hint: 'Tutanak yazarken yanlış görünen sözcüklerin altı çizilir. F7 sıradakine gider ve önerileri açar; bilgi notlarında ve öbür metin alanlarında da böyle çalışır. Kişi, kurum ve kurul adları doğru sayılır. Denetim bu bilgisayarda yapılır; hiçbir metin dışarı gönderilmez.',
  own: 'Kurumunuzun sözcükleri',
  ownHint:
    'Doğru sayılacak sözcükler; ekli biçimleri de doğru sayılır. Arşivde saklanır, bu arşivi kullanan herkes için geçerlidir.',
  menu: '“{{word}}” için öneriler',
  searching: 'Öneriler aranıyor…',
  suggestions_one: '“{{word}}” sözlükte yok',
  suggestions_other: '“{{word}}” sözlükte yok',
  suggestions_zero: '“{{word}}” sözlükte yok; öneri de bulunamadı',
  add: 'Sözlüğe ekle',
  ignore: 'Yok say',
  added: '“{{word}}” kurumunuzun sözcüklerine eklendi.',
  none: 'Yazım yanlışı görünmüyor.',
  check: 'Yazımı denetle',
  noText: 'Önce imleci denetlenecek metne götürün.',
  isOff: 'Yazım denetimi kapalı. Ayarlar’dan açılabilir.',
}
