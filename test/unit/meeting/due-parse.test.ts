import { describe, expect, it } from 'vitest'
import { dueText, parseDue } from '../../../shared/domain/due-parse'

describe('when an action is due', () => {
  it.each([
    ['15.12.2022', { kind: 'day', date: '2022-12-15' }],
    ['15 Aralık 2022', { kind: 'day', date: '2022-12-15' }],
    ['3 mart', { kind: 'day', date: '2023-03-03' }],
    ['21 kasım', { kind: 'day', date: '2022-11-21' }],
    ['20 kasim', { kind: 'day', date: '2023-11-20' }],
    ['2026 Nisan', { kind: 'month', month: '2026-04' }],
    ['nisan 2026', { kind: 'month', month: '2026-04' }],
    ['NİSAN', { kind: 'month', month: '2023-04' }],
    ['Kasım', { kind: 'month', month: '2022-11' }],
    ['gelecek toplantı', { kind: 'next-meeting' }],
    ['Gelecek toplantıya kadar', { kind: 'next-meeting' }],
    ['sonraki', { kind: 'next-meeting' }],
    ['bir ara', undefined],
    ['', undefined],
    ['2026', undefined],
    ['31.02.2023', undefined],
  ])('%j', (typed, due) => {
    expect(parseDue(typed, '2022-11-21')).toEqual(due)
  })

  it('is written back so that it is understood the same', () => {
    for (const typed of ['15.12.2022', 'nisan 2026', 'gelecek toplantı']) {
      const due = parseDue(typed, '2022-11-21')
      if (!due) throw new Error(typed)
      expect(parseDue(dueText(due, 'tr', 'Gelecek toplantı'), '2020-01-01')).toEqual(due)
    }
  })
})
