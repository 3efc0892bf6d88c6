/** Names of commands, by their ids in shared/commands. */
export const commands = {
  go: {
    home: 'Ana sayfaya git',
    search: 'Arama sayfasına git',
    meetings: 'Toplantılara git',
    participants: 'Kişilere git',
    agencies: 'Kurumlara git',
    bodies: 'Kurullara git',
    notes: 'Bilgi notlarına git',
    reports: 'Raporlara git',
    settings: 'Ayarları aç',
  },
  search: { open: 'Ara' },
  new: {
    meeting: 'Toplantı ekle',
    participant: 'Kişi ekle',
    agency: 'Kurum ekle',
    body: 'Kurul ekle',
    note: 'Bilgi notu ekle',
  },
  edit: { undo: 'Son işlemi geri al' },
  view: { rail: 'Menüyü daralt ya da genişlet', theme: 'Açık ya da koyu görünüme geç' },
  archive: {
    create: 'Yeni arşiv oluştur',
    sample: 'Örnek arşivi aç',
    open: 'Arşiv klasörü aç',
    showFolder: 'Arşivi klasörde göster',
    close: 'Arşivi kapat',
  },
  index: { rebuild: 'Arama dizinini yeniden kur' },
  meeting: {
    preview: 'Kâğıt önizlemesini aç ya da kapat',
    exportPdf: 'Tutanağı PDF olarak dışa aktar',
    exportMarkdown: 'Tutanağı Markdown olarak dışa aktar',
  },
}
