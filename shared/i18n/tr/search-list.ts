/** Words of a list of hits that is saved as a file. */
export const searchList = {
  heading: '“{{query}}” araması',
  all: 'Arama sonuçları',
  count: '{{total}} sonuç',
  countCapped: '{{total}} sonucun ilk {{shown}} tanesi',
  columns: {
    type: 'Tür',
    title: 'Başlık',
    date: 'Tarih',
    state: 'Durum',
    snippet: 'Geçtiği yer',
    source: 'Kaynak dosya',
    id: 'Kimlik',
  },
  types: {
    decision: 'Karar',
    meeting: 'Toplantı',
    participant: 'Kişi',
    agency: 'Kurum',
    body: 'Kurul',
    note: 'Bilgi notu',
  },
  states: { superseded: 'Yerine yenisi alındı', annulled: 'İptal edildi' },
}
