import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords, findInText } from '../../../shared/text/find'
import { foldTr } from '../../../shared/text/turkish'

const words = (text: string, query: string, options = {}) =>
  findInText(text, query, options).map(([from, to]) => text.slice(from, to))

describe('words in a text', () => {
  it.each([
    ['IŞIK ışık Isik', 'isik', {}, ['IŞIK', 'ışık', 'Isik']],
    ['İl müdürlüğü, IL MUDURLUGU', 'il müdürlüğü', {}, ['İl müdürlüğü', 'IL MUDURLUGU']],
    ['I\u0307l i\u0307l', 'il', {}, ['I\u0307l', 'i\u0307l']],
    ['karar kararlar', 'karar', { whole: true }, ['karar']],
    ["Hatay'da Hatayda", 'hatay', { whole: true }, ['Hatay']],
    ['Kâr kar KAR', 'kar', { exact: true }, ['kar']],
    ['İstanbul istanbul', 'istanbul', { exact: true }, ['istanbul']],
    ['aaaa', 'aa', {}, ['aa', 'aa']],
    ['metin', '', {}, []],
    ['ﬁnans finans', 'finans', {}, ['ﬁnans', 'finans']],
  ])('%j has %j %j', (text, query, options, expected) => {
    expect(words(text, query, options)).toEqual(expected)
  })

  it('each found piece folds to what was looked for, in order and without overlapping', () => {
    const piece = fc.constantFrom('ı', 'I', 'i', 'İ', 'i\u0307', 'ş', 'S', 'â', 'a', ' ', '😀', 'ğ', 'G', "'")
    const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''))
    const query = fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, query, (inside, wanted) => {
        let last = 0
        for (const [from, to] of findInText(inside, wanted)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          expect(foldTr(inside.slice(from, to))).toBe(foldTr(wanted))
          last = to
        }
        if (foldTr(inside) !== foldTr(inside).replaceAll(foldTr(wanted), ''))
          expect(findInText(inside, wanted).length).toBeGreaterThan(0)
      }),
    )
  })

  it('counts words as people do', () => {
    expect(countWords("Vali Yardımcısı, 3 karar: İl'in okuma-yazma oranı.")).toBe(7)
    expect(countWords('  \n– ')).toBe(0)
  })
})
