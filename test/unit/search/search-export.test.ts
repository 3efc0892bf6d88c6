import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { hitsCsv, hitsMarkdown } from '../../../electron/services/search-export'
import type { SearchAnswer, SearchHit } from '../../../shared/domain/search-types'
import { markdownBlocks } from '../../../shared/text/markdown'

const hit = (title: string, text: string, more: Partial<SearchHit> = {}): SearchHit => ({
  type: 'decision',
  id: 'decision_1',
  title,
  titleRanges: [],
  score: 1,
  field: 'text',
  snippet: { text, ranges: [] },
  date: '2022-11-21T10:00',
  ...more,
})
const answer = (...hits: SearchHit[]): SearchAnswer => ({
  query: 'şey',
  total: hits.length,
  tookMs: 1,
  hits,
  groups: {},
})
const rowsOf = (csv: string, delimiter: string) =>
  Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: true }).data

describe('the list of hits as CSV', () => {
  it('opens in Turkish Excel: mark, semicolons, Turkish words', () => {
    const csv = hitsCsv(answer(hit('2022/4 · Kurul; "olağan"', 'Ğ ı\nİ', { state: 'annulled' })), 'tr')
    expect(csv.startsWith('\uFEFFTür;Başlık;Tarih;Durum;')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(rowsOf(csv, ';')[1]).toEqual([
      'Karar',
      '2022/4 · Kurul; "olağan"',
      '21.11.2022',
      'İptal edildi',
      'Ğ ı\nİ',
      '',
      'decision_1',
    ])
    expect(hitsCsv(answer(), 'en').startsWith('\uFEFFType,Title,')).toBe(true)
  })

  it('holds every text whole, and none that a spreadsheet would run', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string()).map((two) => two.join('')),
    )
    fc.assert(
      fc.property(texts, texts, (title, text) => {
        const [, row = []] = rowsOf(hitsCsv(answer(hit(title, text)), 'tr'), ';')
        expect(row).toHaveLength(7)
        for (const [cell, whole] of [
          [row[1] ?? '', title],
          [row[4] ?? '', text],
        ] as const) {
          expect(cell).not.toMatch(/^[=+\-@\t\r]/)
          expect(cell.replace(/^'/, '')).toBe(whole.replace(/^'/, ''))
        }
      }),
    )
  })
})

describe('the list of hits as Markdown', () => {
  it('says what was asked, how many there are, and each hit', () => {
    const text = hitsMarkdown({ ...answer(hit('Kurul', 'metin', { state: 'superseded' })), total: 9 }, 'tr')
    expect(text).toBe(
      '# “şey” araması\n\n9 sonucun ilk 1 tanesi\n\n' +
        '- **Kurul** (Karar, 21.11.2022, Yerine yenisi alındı)\n  metin\n',
    )
  })

  it('no word of a hit becomes a mark of its own', () => {
    const odd = '# <b>|x|</b> [a](b) *c* _d_\n- e'
    const blocks = markdownBlocks(hitsMarkdown(answer(hit(odd, odd), hit('İkinci', 'y')), 'tr'))
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list'])
    const list = blocks[2]
    expect(list?.kind === 'list' && list.items).toHaveLength(2)
  })
})
