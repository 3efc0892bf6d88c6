import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { diffLines, type LineGroup } from '../../../shared/domain/record-diff'
import { recordLines } from '../../../shared/domain/record-lines'
import { diffWords } from '../../../shared/domain/word-diff'
import { i18n, startI18n } from '../../../shared/i18n/i18n'
import type { Meeting } from '../../../shared/records/meeting'
import { sampleMeeting } from '../../support/sample-meeting'

beforeAll(() => startI18n('tr'))
const words = { t: i18n.t, lang: 'tr', nameOf: (id: string) => id } as const
const told = (before: Meeting, after: Meeting) =>
  diffLines(recordLines(before, words), recordLines(after, words)).map(({ label, lines, reordered }) => ({
    label,
    reordered,
    lines: lines.map(({ label: field, before: old, after: now }) => [field, old, now]),
  }))

describe('words of two texts', () => {
  it('mark only the words that differ, with Turkish letters', () => {
    const { before, after } = diffWords('İŞKUR ışık açtı.', 'İŞKUR IŞIK açtı.')
    expect(before).toEqual([
      { text: 'İŞKUR ', changed: false },
      { text: 'ışık', changed: true },
      { text: ' açtı.', changed: false },
    ])
    expect(after.filter(({ changed }) => changed)).toEqual([{ text: 'IŞIK', changed: true }])
  })

  it('give both texts back whole', () => {
    const text = fc
      .array(fc.constantFrom('kurul', 'ışık', ' ', '\n', 'İl', ', ', 'x'))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, text, (left, right) => {
        const { before, after } = diffWords(left, right)
        expect(before.map((one) => one.text).join('')).toBe(left)
        expect(after.map((one) => one.text).join('')).toBe(right)
        if (left === right) expect([...before, ...after].some(({ changed }) => changed)).toBe(false)
      }),
    )
  })

  it('of long texts without anything in common are changed as a whole, at once', () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_unused, n) => `${word}${n}`).join(' ')
    expect(diffWords(many('a'), many('b')).before).toHaveLength(1)
  })
})

describe('two versions of a meeting', () => {
  it('that are the same differ nowhere', () => {
    const meeting = sampleMeeting
    expect(told(meeting, structuredClone(meeting))).toEqual([])
  })

  it('differ in the words of the interface', () => {
    const before = sampleMeeting
    const after = structuredClone(before)
    after.place = 'Yeni salon'
    after.status = 'review'
    const row = after.attendance[0]
    if (row) row.state = 'absent'
    const [head, roll] = told(before, after)
    expect(head).toMatchObject({ label: 'Künye', reordered: false })
    expect(head?.lines).toContainEqual(['Yeri', before.place, 'Yeni salon'])
    expect(head?.lines).toContainEqual(['Durum', 'Taslak', 'İncelemede'])
    expect(roll?.label).toBe('Yoklama')
    expect(roll?.lines).toHaveLength(1)
    expect(roll?.lines[0]?.[1]).toContain('Katıldı')
    expect(roll?.lines[0]?.[2]).toContain('Katılmadı')
  })

  it('show a paragraph that came, one that went, and a decision that changed', () => {
    const before = sampleMeeting
    const after = structuredClone(before)
    const item = after.agenda.find(({ blocks }) => blocks.some(({ kind }) => kind === 'decision'))
    const decision = item?.blocks.find((block) => block.kind === 'decision')
    if (!item || decision?.kind !== 'decision') throw new Error('the sample has no decision')
    decision.outcome = 'rejected'
    item.blocks.push({ id: 'text_new' as never, kind: 'text', markdown: 'Eklenen **paragraf**.' })
    const lines = told(before, after).flatMap((group) => group.lines)
    expect(lines).toContainEqual(['Karar · Sonuç', 'Kabul', 'Ret'])
    expect(lines).toContainEqual(['Metin', undefined, 'Eklenen paragraf.'])
    expect(told(after, before).flatMap((group) => group.lines)).toContainEqual([
      'Metin',
      'Eklenen paragraf.',
      undefined,
    ])
  })

  it('tell a change that only marks show', () => {
    const before = sampleMeeting
    const after = structuredClone(before)
    const block = after.agenda.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'text')
    if (block?.kind !== 'text') throw new Error('the sample has no text')
    block.markdown = `**${block.markdown}**`
    expect(told(before, after).flatMap((group) => group.lines)).toHaveLength(1)
  })
})

describe('groups of lines', () => {
  const group = (lines: string[]): LineGroup[] => [
    { key: 'head', label: 'Künye', lines: lines.map((key) => ({ key, label: key, value: key })) },
  ]

  it('say that lines stand in another order', () => {
    expect(diffLines(group(['a', 'b', 'c']), group(['c', 'a', 'b']))).toEqual([
      { key: 'head', label: 'Künye', reordered: true, lines: [] },
    ])
  })

  it('lose no line of either side', () => {
    const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
    fc.assert(
      fc.property(keys, keys, (left, right) => {
        const found = diffLines(group(left), group(right)).flatMap(({ lines }) => lines)
        const differing = [...new Set([...left, ...right])].filter(
          (key) => left.includes(key) !== right.includes(key),
        )
        expect(found.map(({ key }) => key).sort()).toEqual(differing.sort())
      }),
    )
  })
})
