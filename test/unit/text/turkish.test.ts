import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compareTr,
  equalsFolded,
  foldTr,
  includesFolded,
  lowerTr,
  normalizeTr,
  sortKeyTr,
  startsWithFolded,
  tidyTr,
  titleTr,
  upperTr,
} from '../../../shared/text/turkish'

const turkishLetters = fc.constantFrom(...'abcçdefgğhıijklmnoöprsştuüvyzABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZqwxâîû')
const turkishText = fc.string({ unit: turkishLetters, maxLength: 12 })
const sign = (n: number) => (n < 0 ? -1 : n > 0 ? 1 : 0)
const byKey = (a: string, b: string) =>
  sortKeyTr(a) < sortKeyTr(b) ? -1 : sortKeyTr(a) > sortKeyTr(b) ? 1 : 0

describe('Turkish letters', () => {
  it('of other programs are kept without what cannot be seen', () => {
    expect(tidyTr('Samandag\u0306 \u200fI\u0307l\u200b top\u00adlantısı\ufeff \ufb01nans')).toBe(
      'Samandağ İl toplantısı finans',
    )
    expect(tidyTr('2024\u001e2025\t\u0007👨\u200d👩 👍\u200d')).toBe('2024\u20112025\t👨\u200d👩 👍')
  })

  it('change case by the Turkish rule', () => {
    expect(lowerTr('IŞIKLI İMZA')).toBe('ışıklı imza')
    expect(upperTr('ışıklı imza')).toBe('IŞIKLI İMZA')
    expect(titleTr('İLÇE ÖZEL IRMAK')).toBe('İlçe Özel Irmak')
  })

  it('put a decomposed İ together, whichever program took it apart', () => {
    expect(lowerTr('I\u0307negöl')).toBe('inegöl')
    expect(lowerTr('i\u0307negöl')).toBe('inegöl')
    expect(foldTr('S\u0327ehir')).toBe('sehir')
    expect(normalizeTr('o\u0308deme')).toBe('ödeme')
  })

  it('ignore what cannot be seen, and ligatures from PDF files', () => {
    expect(foldTr('top\u00adlantı')).toBe('toplanti')
    expect(foldTr('ﬁrma')).toBe('firma')
  })

  it('fold to what is typed without Turkish letters', () => {
    expect(foldTr('ÇĞIİÖŞÜ çğıiöşü ÂÎÛ âîû')).toBe('cgiiosu cgiiosu aiu aiu')
    expect(foldTr('Café Žižek')).toBe('cafe zizek')
    expect(foldTr('й가')).toBe('й가')
  })

  it('compare as a searcher does', () => {
    expect(equalsFolded('Iğdır’ın', 'igdirin')).toBe(true)
    expect(equalsFolded('kar', 'kara')).toBe(false)
    expect(startsWithFolded('Şanlıurfa', 'sanli')).toBe(true)
    expect(startsWithFolded('Şanlıurfa', 'urfa')).toBe(false)
    expect(includesFolded('Şanlıurfa', 'URFA')).toBe(true)
  })

  it('are lower-cased one by one', () => {
    expect(lowerTr('ABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZ ÂÎÛ É')).toBe('abcçdefgğhıijklmnoöpqrsştuüvwxyz âîû é')
    expect(lowerTr('ΣΑΣ')).toBe('σας')
  })

  it('lower and fold are done once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(lowerTr(lowerTr(text))).toBe(lowerTr(text))
        expect(foldTr(foldTr(text))).toBe(foldTr(text))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('Turkish order', () => {
  it('is that of the alphabet, with numbers by value', () => {
    const inOrder = [
      '10. Karar',
      '2. Karar',
      'çay',
      'ırmak',
      'İlçe',
      'ıslah',
      'cam',
      'Şube',
      'sube',
      'zam',
      'ğ',
      'g',
    ]
    const expected = [
      '2. Karar',
      '10. Karar',
      'cam',
      'çay',
      'g',
      'ğ',
      'ırmak',
      'ıslah',
      'İlçe',
      'sube',
      'Şube',
      'zam',
    ]
    expect([...inOrder].sort(compareTr)).toEqual(expected)
    expect([...inOrder].sort(byKey)).toEqual(expected)
  })

  it('is the same by key as by collator', () => {
    fc.assert(
      fc.property(turkishText, turkishText, (a, b) => {
        expect(byKey(a, b)).toBe(sign(compareTr(a, b)))
      }),
      { numRuns: 2000 },
    )
  })

  it('puts a name before the longer name that begins with it', () => {
    expect(byKey('Ada', 'Ada Belediyesi')).toBe(-1)
    expect(byKey('hal', 'hâl')).toBe(-1)
    expect(byKey('hâl', 'halk')).toBe(-1)
    expect(byKey('007', '7')).not.toBe(0)
  })
})
