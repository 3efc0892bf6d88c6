import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdownWords, spellWords, turkishForms, withoutCircumflex } from '../../../shared/text/spelling'

const words = (text: string) => spellWords(text).map(({ word }) => word)

describe('words that are judged', () => {
  test('a suffix behind an apostrophe of any kind is left to the name', () => {
    expect(words("Hatay'da İmrek’in DSİ'nin HAYKOOP’un Kanun'un")).toEqual(['Hatay', 'İmrek', 'Kanun'])
  })
  test('an apostrophe inside a word belongs to it', () => {
    expect(words('Kur’an okundu')).toEqual(["Kur'an", 'okundu'])
  })
  test('numbers, abbreviations, single letters and addresses are left out', () => {
    expect(
      words(
        '2022/14 sayılı, A.Ş.ne, T.C. DSİ KOSGEB, 15. madde, m, bilgi@hatay.gov.tr www.dsi.gov.tr rapor.pdf',
      ),
    ).toEqual(['sayılı', 'madde'])
    expect(words('KARARLAŞTIRILMIŞTIR')).toEqual(['KARARLAŞTIRILMIŞTIR'])
  })
  test('an İ taken apart by other programs is put together', () => {
    expect(words('I\u0307stanbul')).toEqual(['İstanbul'])
  })
  test('of Markdown: no code and no ids of links, at their places', () => {
    const id = 'agency_0190a5d0-0000-7000-8000-000000000001'
    const text = `## Başlık\n\n- **kalın** \`kodsözcük\` [[${id}|Bağlı kurum]] son`
    const found = markdownWords(text)
    expect(found.map(({ word }) => word)).toEqual(['Başlık', 'kalın', 'Bağlı', 'kurum', 'son'])
    for (const { word, from, to } of found) expect(text.slice(from, to)).toBe(word)
  })
  test('places are those of the text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let last = 0
        for (const { from, to } of spellWords(text)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          last = to
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('what may be meant', () => {
  test('Turkish letters, few changes first', () => {
    const forms = turkishForms('cocuk')
    expect(forms).toContain('çocuk')
    expect(forms.indexOf('çocuk')).toBeLessThan(forms.indexOf('çöcük'))
    expect(forms).not.toContain('cocuk')
    expect(turkishForms('Istanbul')).toContain('İstanbul')
  })
  test('a word with too many open letters gives none', () => {
    expect(turkishForms('sosisciligisicusu')).toEqual([])
    expect(turkishForms('')).toEqual([])
  })
  test('circumflexes go, the dot of İ stays', () => {
    expect(withoutCircumflex('Millî hâlâ MİLLÎ')).toBe('Milli hala MİLLİ')
  })
})
