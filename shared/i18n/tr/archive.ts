/** Words around opening and making archives, and the first run. */
export const archive = {
  create: {
    title: 'Yeni arşiv',
    text: 'Arşiv, kayıtlarınızın durduğu klasördür. Adını kurumunuza göre verebilirsiniz.',
    name: 'Arşivin adı',
    namePlaceholder: 'örn. Ticaret İl Müdürlüğü arşivi',
    where: 'Yeri',
    whereDefault: 'Belgeler klasörü (önerilen)',
    whereAsk: 'Başka bir klasör seçeceğim',
    submit: 'Arşivi oluştur',
  },
  sampleName: 'Örnek arşiv',
  opened: '{{name}} açıldı',
  rebuilt: 'Arama dizini yeniden kuruluyor',
}
