import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snippet, type Match } from '../../../shared/text/snippet'

const matchesOf = (text: string, ...words: string[]): Match[] =>
  words
    .flatMap((wanted, word) =>
      [...text.matchAll(new RegExp(wanted, 'gu'))].map(({ index }) => ({
        start: index,
        end: index + wanted.length,
        word,
      })),
    )
    .sort((a, b) => a.start - b.start)

describe('a snippet', () => {
  it('is the whole text when that is short, with line breaks as spaces', () => {
    expect(snippet('ilk satır\nson satır', matchesOf('ilk satır\nson satır', 'son'), 100)).toEqual({
      text: 'ilk satır son satır',
      ranges: [[10, 13]],
    })
  })

  it('shows the place where most words of the query stand together', () => {
    const text = `${'dolgu söz '.repeat(50)}mera ${'dolgu söz '.repeat(50)}mera ve kanal ${'dolgu söz '.repeat(50)}`
    const { text: piece, ranges } = snippet(text, matchesOf(text, 'mera', 'kanal'), 80)
    expect(ranges.map(([start, end]) => piece.slice(start, end))).toEqual(['mera', 'kanal'])
    expect(piece.startsWith('… ')).toBe(true)
    expect(piece.endsWith(' …')).toBe(true)
  })

  it('cuts a word that is longer than the piece, and no sign in two', () => {
    expect(snippet('uzunca 😀', [], 5).text).toBe('uzunc …')
    expect(snippet('uzun😀', [], 5).text).toBe('uzun …')
  })

  it('has marks that are words of the text, in order and apart', () => {
    const word = fc.constantFrom('mera', 'su', 'kanal', 'a', '😀', 'uzunca', '\n')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 5, max: 120 }), (words, length) => {
        const text = words.join(' ')
        const { text: piece, ranges } = snippet(text, matchesOf(text, 'mera', 'kanal'), length)
        let end = 0
        // The first mark is seen where only the beginning of the piece is.
        expect(ranges[0]?.[0] ?? 0).toBeLessThanOrEqual(length * 0.35 + 2)
        for (const [start, stop] of ranges) {
          expect(start).toBeGreaterThanOrEqual(end)
          expect(['mera', 'kanal']).toContain(piece.slice(start, stop))
          end = stop
        }
        expect(piece.length).toBeLessThanOrEqual(length + 4)
        expect(Buffer.from(piece).toString('utf8')).toBe(piece)
      }),
    )
  })
})
