import { describe, expect, it } from 'vitest'
import { decisionMarkdown } from '../../../shared/documents/decision-text'
import { DecisionBlock } from '../../../shared/records/blocks'

const unanimous = { kind: 'unanimous' }
const closed = (text: string, extra: object = {}) =>
  decisionMarkdown(
    DecisionBlock.parse({
      id: 'decision_0190a5d0-0000-7000-8000-000000000003',
      kind: 'decision',
      text,
      vote: unanimous,
      ...extra,
    }),
    'tr',
  )

describe('a decision that names its deed without a case', () => {
  it.each([
    ['adopted', 'Servis ücretlerinin %25 artırılması'],
    ['adopted', 'Komisyon raporunun kabulü'],
    ['adopted', 'Yönetim kurulu üyelerinin ibrası'],
    ['rejected', 'Talebin, mevzuata aykırı olduğundan, reddi'],
    ['rejected', 'Ruhsat verilmemesi'],
    ['postponed', 'Konunun görüşülmesinin ertelenmesi'],
    ['referred', 'Dosyanın ilgili kuruma iletilmesi'],
  ])('%s: %s', (outcome, text) => {
    expect(closed(text, { outcome })).toBe(`${text} oy birliği ile kararlaştırılmıştır.`)
  })
  it.each([
    ['rejected', 'Ruhsat verilmesi', 'teklifinin reddine'],
    ['postponed', 'Yol ihalesine çıkılması', 'konusunun ertelenmesine'],
    ['referred', 'Meranın tahsisi', 'konusunun havalesine'],
  ])('%s, not said yet: %s', (outcome, text, fate) => {
    expect(closed(text, { outcome })).toBe(`${text} ${fate} oy birliği ile karar verilmiştir.`)
  })
  it.each(['Ağaçlandırma çalışması', 'Hizmet sözleşmesi', '2026 yılı eğitim planlaması'])(
    'a thing is no deed: %s',
    (text) => {
      expect(closed(text)).toBe(`${text}. Bu hususun kabulüne oy birliği ile karar verilmiştir.`)
    },
  )
  it('keeps the vote that it says', () => {
    const text = 'Talebin reddi oy birliği ile'
    expect(closed(text, { outcome: 'rejected' })).toBe(`${text} kararlaştırılmıştır.`)
  })
})

describe('what stands between a deed and its verb', () => {
  it.each([
    ['adopted', 'Satışın yapılmasına (Ek-1)'],
    ['adopted', 'Satışın yapılmasına (Ali Kaya karşı oy)'],
    ['adopted', 'Ücretlerin belirlenmesine, 1 Ocak 2026’dan itibaren'],
    ['adopted', 'Satışın yapılmasına, bedelinin peşin ödenmesi kaydıyla'],
    ['rejected', 'İtirazın reddine, kesin olarak'],
    ['adopted', 'Teklifin Kabulüne'],
  ])('%s: %s', (outcome, text) => {
    expect(closed(text, { outcome })).toBe(`${text} oy birliği ile karar verilmiştir.`)
  })
  it('does not take a proposal turned down for granted', () => {
    const text = 'Satışın yapılmasına, bedelinin peşin ödenmesi kaydıyla'
    expect(closed(text, { outcome: 'rejected' })).toBe(
      `${text}. Teklifin reddine oy birliği ile karar verilmiştir.`,
    )
  })
})

describe('what the text leaves out is completed', () => {
  it.each([
    ['referred', 'Teklifin İmar Komisyonuna', 'havalesine oy birliği ile karar verilmiştir.'],
    ['referred', 'Konunun imar komisyonuna', 'havalesine oy birliği ile karar verilmiştir.'],
    ['referred', 'Dosyanın AFAD’a', 'havalesine oy birliği ile karar verilmiştir.'],
    ['referred', 'Kararın Vali onayına', 'sunulmasına oy birliği ile karar verilmiştir.'],
    ['postponed', 'Konunun gelecek toplantıya', 'ertelenmesine oy birliği ile karar verilmiştir.'],
    ['adopted', 'Divan Başkanlığına Işıl Gün', 'oy birliği ile seçilmiştir.'],
    ['adopted', 'Kâtip üyeliklere Ümit Ün ve Gül Er oy birliği ile', 'seçilmiştir.'],
    ['rejected', 'Önerge 3 kabul, 9 ret oyuyla', 'reddedilmiştir.'],
    ['adopted', 'Satışın yapılmasına 5 kabul, 2 ret', 'oyu ile karar verilmiştir.'],
    ['adopted', 'Satışın yapılmasına oy birliği', 'ile karar verilmiştir.'],
    ['noted', 'Raporun görüşülmesine', 'ilişkin bilgi edinilmiştir.'],
    ['noted', 'Bütçe gerçekleşmelerinin izlenmesi', 'hakkında bilgi edinilmiştir.'],
    ['noted', 'Raporun bilgiye alınmasına', 'karar verilmiştir.'],
  ])('%s: %s', (outcome, text, end) => {
    expect(closed(text, { outcome })).toBe(`${text} ${end}`)
  })
})

describe('a text that decides in a sentence of its own', () => {
  it.each([
    'Dersliklerin boyanması kararı alındı.',
    'Konunun komisyona havalesi uygun bulunmuştur.',
    'Tarifelerin uygulanması uygundur.',
    'Meclis teklifi kabul etti.',
    'Yapılan oylama sonucu Ayşe Gül seçildi.',
    'Tarifeler onaylanmıştır.',
  ])('gets the vote alone: %s', (text) => {
    expect(closed(text)).toBe(`${text} Karar oy birliği ile alınmıştır.`)
  })
  it.each(['Salt çoğunlukla kabul edildi.', '12 oy alan Ayşe Gül seçilmiştir.'])(
    'and nothing when it says the vote: %s',
    (text) => {
      expect(closed(text, { vote: { kind: 'majority' } })).toBe(text)
    },
  )
  it.each([
    'Geçen yıl kabul edilmiş olan tarife uygulanacak.',
    'Bütçenin kabul edildiği hatırlatılarak plan istendi.',
  ])('what was decided earlier is no decision: %s', (text) => {
    expect(closed(text)).toBe(`${text} Bu hususun kabulüne oy birliği ile karar verilmiştir.`)
  })
})

describe('a decision of several sentences or points', () => {
  it('says what became of the matter once, wherever that is', () => {
    for (const text of [
      'Talebin reddine. Kararın ilgilisine tebliğine.',
      'Talebin reddine,\n\nkararın ilgilisine tebliğine.',
    ])
      expect(closed(text, { outcome: 'rejected' })).toBe(
        `${text.slice(0, -1)} oy birliği ile karar verilmiştir.`,
      )
  })
  it('a list of deeds is closed as one', () => {
    expect(closed('1. Yolun yapılmasına,\n2. Köprünün onarılmasına.')).toBe(
      '1. Yolun yapılmasına,\n2. Köprünün onarılmasına\n\noy birliği ile karar verilmiştir.',
    )
    expect(closed('- Talebin reddine,\n- Kararın tebliğine', { outcome: 'rejected' })).toBe(
      '- Talebin reddine,\n- Kararın tebliğine\n\noy birliği ile karar verilmiştir.',
    )
  })
  it('a list that was closed above it is not closed again', () => {
    const list = '\n\n1. Yolun yapılmasına,\n2. Köprünün onarılmasına.'
    const whole = `Aşağıdaki hususlara oy birliği ile karar verilmiştir:${list}`
    expect(closed(whole)).toBe(whole)
    const voteless = `Aşağıdaki kararlar alınmıştır:${list}`
    expect(closed(voteless)).toBe(`${voteless}\n\nKarar oy birliği ile alınmıştır.`)
  })
})

describe('what may look like a vote', () => {
  const majority = { vote: { kind: 'majority' } }
  it.each([
    'Satışın yapılmasına üye tam sayısının üçte iki çoğunluğuyla',
    'Satışın yapılmasına katılanların 2/3 çoğunluğu ile',
    'Tüzük değişikliğinin 2/3 çoğunlukla kabulüne',
    'Satışın yapılmasına müttefikan',
    'Satışın yapılmasına beş kabul, iki ret oyuyla',
  ])('is one: %s', (text) => {
    expect(closed(text, majority)).toBe(`${text} karar verilmiştir.`)
  })
  it.each([
    'Gizli oyla seçim yapılmasına',
    'Açık oy ile seçim yapılmasına',
    'Oy birliği sağlanamadığından konunun Valiliğe bildirilmesine',
    'Kurulun salt çoğunlukla toplanmasına',
  ])('is none: %s', (text) => {
    expect(closed(text, majority)).toBe(`${text} oy çokluğu ile karar verilmiştir.`)
  })
})

describe('what became of the matter is said already', () => {
  it.each([
    ['rejected', 'Aykırı teklifin değerlendirme dışı bırakılmasına'],
    ['rejected', 'Başvurunun iadesine'],
    ['postponed', 'Seçimin ikinci toplantıda yapılmasına'],
    ['postponed', 'Görüşmelerin bir ay sonra yapılmasına'],
    ['postponed', 'Konunun tekrar gündeme gelmesine'],
    ['referred', 'Konunun uzman kişilerce incelenmesine'],
    ['referred', 'Konuyu incelemek üzere çalışma grubu kurulmasına'],
    ['referred', 'Rapor hazırlamak üzere Başkana yetki verilmesine'],
  ])('%s: %s', (outcome, text) => {
    expect(closed(text, { outcome })).toBe(`${text} oy birliği ile karar verilmiştir.`)
  })
  it.each([
    ['rejected', 'Parselin plan dışı bırakılmasına', 'ilişkin teklifin reddine'],
    ['rejected', 'Teminatın iadesine', 'ilişkin teklifin reddine'],
    ['postponed', 'Seçimin bu toplantıda yapılmasına', 'ilişkin konunun ertelenmesine'],
    ['referred', 'Şirketin kuruluşuna', 'ilişkin konunun havalesine'],
  ])('%s, and not said yet: %s', (outcome, text, added) => {
    expect(closed(text, { outcome })).toBe(`${text} ${added} oy birliği ile karar verilmiştir.`)
  })
})
