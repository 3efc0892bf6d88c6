/** Words of this part of the meeting page. */
export const roll = {
  title: 'Yoklama',
  find: 'Satır bul (iki harf yeter)',
  keys: 'k katıldı · m mazeretli · i izinli · y katılmadı · d davet edildi · t kalanlar katıldı · v vekâleten · a adına · g geç geldi · ç erken ayrıldı · boşluk bul · Alt+↑↓ sırala · Delete çıkar',
  cameAtItemId: 'Geldiği madde',
  leftAtItemId: 'Ayrıldığı madde',
  whole: '–',
  removed: '{{name}} yoklamadan çıkarıldı.',
  quorum: {
    label: 'Toplantı yeter sayısı',
    met: 'Yeter sayı: {{members}} üyeden {{needed}} gerekir, {{present}} burada – sağlandı',
    notMet: 'Yeter sayı: {{members}} üyeden {{needed}} gerekir, {{present}} burada – sağlanamadı',
    declared: 'Yeter sayının sağlanamadığı bildirildi; toplantı yapılamadı.',
    lost: '“{{item}}” maddesinde {{present}} üye var: yeter sayı yok',
    regained: '“{{item}}” maddesinde {{present}} üye var: yeter sayı sağlandı',
    call: 'Kaçıncı çağrı',
    calls: { first: 'Birinci çağrı', second: 'İkinci çağrı' },
    declare: 'Yeter sayı sağlanamadı, toplantıyı bitir',
    takeBack: 'Bildirimi geri al',
    shortMet: 'yeter sayı var',
    shortNotMet: 'yeter sayı yok',
  },
}
