/** The small dialog that adds a person, agency, board or note. */
export const newRecord = {
  title: {
    participant: 'Kişi ekle',
    agency: 'Kurum ekle',
    body: 'Kurul ekle',
    note: 'Bilgi notu ekle',
  },
  name: {
    participant: 'Adı soyadı',
    agency: 'Kurumun adı',
    body: 'Kurulun adı',
    note: 'Başlık',
  },
  hint: {
    participant: 'Unvanı başa yazabilirsiniz: Prof. Dr. …',
    agency: 'Resmî adını yazın; kısaltmayı kartına eklersiniz.',
    body: 'örn. İl Koordinasyon Kurulu',
    note: 'Konuyu kısaca anlatan bir başlık',
  },
  similar: 'Benzer adla kayıtlı olanlar',
  submit: 'Ekle',
}
