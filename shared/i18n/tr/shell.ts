/** Words of the main process: native menu and dialogs. */
export const shell = {
  menu: {
    file: 'Dosya',
    quit: 'Çıkış',
    edit: 'Düzen',
    undo: 'Geri al',
    redo: 'Yinele',
    cut: 'Kes',
    copy: 'Kopyala',
    paste: 'Yapıştır',
    pastePlain: 'Biçimsiz yapıştır',
    selectAll: 'Tümünü seç',
    view: 'Görünüm',
    go: 'Git',
    zoomIn: 'Yakınlaştır',
    zoomOut: 'Uzaklaştır',
    zoomReset: 'Gerçek boyut',
    fullScreen: 'Tam ekran',
  },
  closing: {
    unsaved: 'Son yazdıklarınız henüz kaydedilemedi.',
    unsavedDetail:
      'Şimdi kapatırsanız kaydedilmemiş bölüm kaybolur. Pencerede kalıp sorunu giderdikten sonra yeniden kapatabilirsiniz.',
    stay: 'Pencerede kal',
    leave: 'Kaydetmeden kapat',
  },
  dialogs: {
    chooseArchive: 'Tutanak arşivinin klasörünü seçin',
    chooseNewArchive: 'Yeni arşivin konacağı klasörü seçin',
    savePdf: 'PDF olarak kaydet',
    saveMarkdown: 'Markdown olarak kaydet',
    addFiles: 'Eklenecek dosyaları seçin',
    pdfFile: 'PDF belgesi',
    markdownFile: 'Markdown metni',
  },
  names: {
    archive: 'Tutanak',
    minutes: 'Tutanak',
    summary: 'Toplantı özeti',
    untitled: 'Adsız toplantı',
  },
}
