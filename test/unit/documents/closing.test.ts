import { describe, expect, it } from 'vitest'
import { decisionMarkdown } from '../../../shared/documents/decision-text'
import { DecisionBlock } from '../../../shared/records/blocks'

const decision = (extra: object) =>
  DecisionBlock.parse({
    id: 'decision_0190a5d0-0000-7000-8000-000000000002',
    kind: 'decision',
    text: 'Yolun onarılmasına.',
    vote: { kind: 'unanimous' },
    ...extra,
  })

describe('the end of a decision', () => {
  it('is worded by rule from its vote', () => {
    expect(decisionMarkdown(decision({}), 'tr')).toBe('Yolun onarılmasına oy birliği ile karar verilmiştir.')
  })
  it('is what somebody worded: in the same sentence, or as one of its own', () => {
    expect(decisionMarkdown(decision({ formula: 'mevcudun oy birliğiyle karar verildi.' }), 'tr')).toBe(
      'Yolun onarılmasına mevcudun oy birliğiyle karar verildi.',
    )
    expect(decisionMarkdown(decision({ formula: 'İşbu karar oylandı.' }), 'tr')).toBe(
      'Yolun onarılmasına. İşbu karar oylandı.',
    )
  })
  it('blanks are no wording', () => {
    expect(decisionMarkdown(decision({ formula: '  ' }), 'tr')).toContain('oy birliği ile karar verilmiştir.')
  })
})

const closed = (text: string, extra: object = {}) => decisionMarkdown(decision({ text, ...extra }), 'tr')
const plainly = (text: string) => `${text} oy birliği ile karar verilmiştir.`

describe('a text that already says what became of the matter is closed with the vote alone', () => {
  it.each([
    'Konunun bir sonraki toplantıda görüşülmesine',
    'Konunun gelecek toplantının gündemine alınmasına',
    'Konunun yeniden değerlendirilmesine',
    'Teklifin Kasım ayı toplantısında karara bağlanmasına',
    'Eksiklerin tamamlanmasından sonra ele alınmasına',
    'Görüşmelere müteakip oturumda devam edilmesine',
    'Bilirkişi raporunun beklenmesine',
    'Konunun ileri bir tarihe bırakılmasına',
    'Maddenin gündemden çıkarılmasına',
    'Konunun ertelenmesine, ilgililere duyurulmasına',
  ])('postponed: %s', (text) => {
    expect(closed(text, { outcome: 'postponed' })).toBe(plainly(text))
  })

  it.each([
    'Talebin uygun görülmediğine',
    'Talebin uygun bulunmamasına',
    'Talebin karşılanmamasına',
    'Başvurunun kabul edilmemesine',
    'Ruhsat düzenlenmesine yer olmadığına',
    'İzin verilmeyeceğine',
    'Dilekçenin geri çevrilmesine',
    'Talebin olumsuz karşılanmasına',
    'Talebin reddine ve ilgilisine bildirilmesine',
  ])('rejected: %s', (text) => {
    expect(closed(text, { outcome: 'rejected' })).toBe(plainly(text))
  })

  it.each([
    'Kararın Vali onayına sunulmasına',
    'Dosyanın Hukuk Müşavirliğine tevdiine',
    'Konunun alt komisyona verilmesine',
    'Dosyanın AFAD’a verilmesine',
    "Başvurunun DSİ'ye verilmesine",
    'Ödeneğin TÜİK’e aktarılmasına',
    'Raporun Ümit Iğdır’a sunulmasına',
    'Teklifin Valiliğe arzına',
    'Konunun Valilik Makamı’nın takdirlerine arz edilmesine',
    'Dosyanın İmar Komisyonu’na sevkine',
    'Konunun Bakanlığın görüşüne ivedilikle sunulmasına',
    'Teklifin komisyonca incelenmesine',
    'Konuda Hukuk Müşavirliğinden görüş alınmasına',
  ])('referred: %s', (text) => {
    expect(closed(text, { outcome: 'referred' })).toBe(plainly(text))
  })

  it.each([
    ['rejected', 'Ağaç dikilmesine', 'ilişkin teklifin reddine'],
    ['rejected', 'Çalışmaların tamamlanmasına', 'ilişkin teklifin reddine'],
    ['rejected', 'Talebin reddine ilişkin itirazın kabulüne', 'ilişkin teklifin reddine'],
    ['postponed', 'Gelecek toplantının Antakya’da yapılmasına', 'ilişkin konunun ertelenmesine'],
    ['postponed', 'Önümüzdeki yıl yolun yapılmasına', 'ilişkin konunun ertelenmesine'],
    ['postponed', 'Dosyanın incelenmesine', 'ilişkin konunun ertelenmesine'],
    ['referred', 'Ruhsat verilmesine', 'ilişkin konunun havalesine'],
    ['referred', 'Müdürlüğe araç verilmesine', 'ilişkin konunun havalesine'],
    ['referred', 'AFAD’a araç verilmesine', 'ilişkin konunun havalesine'],
    ['referred', 'AFAD’ın talebinin 2027’ye aktarılmasına', 'ilişkin konunun havalesine'],
    ['referred', 'Yemek hizmeti sunulmasına', 'ilişkin konunun havalesine'],
    ['adopted', 'Raporun Vali onayına sunulmasına', ''],
    ['adopted', 'Konunun gelecek toplantıda görüşülmesine', ''],
    ['adopted', 'Yolun trafiğe kapatılmamasına', ''],
  ])('%s, and not said yet: %s', (outcome, text, added) => {
    expect(closed(text, { outcome })).toBe(plainly([text, added].filter(Boolean).join(' ')))
  })

  it.each([
    ['postponed', 'Konu gelecek toplantıya bırakılmıştır.'],
    ['rejected', 'Talep uygun bulunmamıştır.'],
    ['referred', 'Dosya Hukuk Müşavirliğine gönderildi.'],
  ])('%s in a whole sentence: %s', (outcome, text) => {
    expect(closed(text, { outcome })).toBe(`${text} Karar oy birliği ile alınmıştır.`)
  })
})

describe('a vote said in the middle of the text', () => {
  const counted = { kind: 'tally', for: 5, against: 2, abstain: 0 }
  it.each([
    '5 üyenin kabul, 2 üyenin ret oyu ile iş yerlerinin denetlenmesine',
    'Beş üyenin kabul, iki üyenin ret oyu ile iş yerlerinin denetlenmesine',
    'İş yerlerinin 2’ye karşı 5 oyla denetlenmesine',
    'Oyların çoğunluğu ile iş yerlerinin denetlenmesine',
    'Başkan Ümit Çelik’in oyu yönünde iş yerlerinin denetlenmesine',
    'İş yerlerinin denetlenmesine 5 üyenin kabul, 2 üyenin ret oyu ile',
    'İş yerlerinin denetlenmesine Başkan Ümit Çelik’in oyu yönünde',
    'İş yerlerinin denetlenmesine çoğunlukla',
    'İş yerlerinin denetlenmesine, salt çoğunlukla',
  ])('is not said twice: %s', (text) => {
    expect(closed(text, { vote: counted })).toBe(`${text} karar verilmiştir.`)
  })
  it.each([
    '5 oyun parkının yapılmasına',
    'Oy pusulalarının bastırılmasına',
    'Kadın erkek eşitliği biriminin kurulmasına',
    'Karşı oy gerekçelerinin tutanağa eklenmesine',
    'Toplantıların çoğunlukla salı günleri yapılmasına',
  ])('is none where a word only looks like it: %s', (text) => {
    expect(closed(text)).toBe(plainly(text))
  })
})
