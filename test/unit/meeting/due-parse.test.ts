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
    ['Yarın', { kind: 'day', date: '2022-11-22' }],
    ['bugün', { kind: 'day', date: '2022-11-21' }],
    ['CUMA', { kind: 'day', date: '2022-11-25' }],
    ['pazartesi', { kind: 'day', date: '2022-11-28' }],
    ['bu pazartesi', { kind: 'day', date: '2022-11-21' }],
    ['haftaya cuma', { kind: 'day', date: '2022-12-02' }],
    ['önümüzdeki salı', { kind: 'day', date: '2022-11-22' }],
    ['15 iş günü', { kind: 'day', date: '2022-12-12' }],
    ['beş iş günü içinde', { kind: 'day', date: '2022-11-28' }],
    ['10 gün', { kind: 'day', date: '2022-12-01' }],
    ['on beş gün içinde', { kind: 'day', date: '2022-12-06' }],
    ['2 hafta sonra', { kind: 'day', date: '2022-12-05' }],
    ['bir ay', { kind: 'day', date: '2022-12-21' }],
    ['ay sonu', { kind: 'day', date: '2022-11-30' }],
    ['ay sonuna kadar', { kind: 'day', date: '2022-11-30' }],
    ['gelecek ay', { kind: 'month', month: '2022-12' }],
    ['yıl sonuna kadar', { kind: 'day', date: '2022-12-31' }],
    ['hafta sonuna kadar', { kind: 'day', date: '2022-11-25' }],
    ['nisan sonuna kadar', { kind: 'day', date: '2023-04-30' }],
    ['en geç 3 marta kadar', { kind: 'day', date: '2023-03-03' }],
    ['Mart ayına kadar', { kind: 'month', month: '2023-03' }],
    ['15.12', { kind: 'day', date: '2022-12-15' }],
    ['3/3', { kind: 'day', date: '2023-03-03' }],
    ['15.12.26', { kind: 'day', date: '2026-12-15' }],
    ["15.12.2022'ye kadar", { kind: 'day', date: '2022-12-15' }],
    ['cuma günü', { kind: 'day', date: '2022-11-25' }],
    ['Cuma gününe kadar', { kind: 'day', date: '2022-11-25' }],
    ['önümüzdeki cuma günü', { kind: 'day', date: '2022-11-25' }],
    ['10 işgünü', { kind: 'day', date: '2022-12-05' }],
    ['15 İŞGÜNÜ içinde', { kind: 'day', date: '2022-12-12' }],
    ['15 iş günü içerisinde', { kind: 'day', date: '2022-12-12' }],
    ['15 iş günü içinde', { kind: 'day', date: '2022-12-12' }],
    ['yirmi beş gün', { kind: 'day', date: '2022-12-16' }],
    ['yirmibeş gün içinde', { kind: 'day', date: '2022-12-16' }],
    ['kırk dört iş günü', { kind: 'day', date: '2023-01-20' }],
    ['doksan dokuz gün', { kind: 'day', date: '2023-02-28' }],
    ['ayın 25i', { kind: 'day', date: '2022-11-25' }],
    ["ayın 21'i", { kind: 'day', date: '2022-11-21' }],
    ['ayın 15i', { kind: 'day', date: '2022-12-15' }],
    ['ayın 15’i', { kind: 'day', date: '2022-12-15' }],
    ["en geç ayın 15'ine kadar", { kind: 'day', date: '2022-12-15' }],
    ["ayın 6'sına kadar", { kind: 'day', date: '2022-12-06' }],
    ["bu ayın 15'i", { kind: 'day', date: '2022-11-15' }],
    ["gelecek ayın 31'i", { kind: 'day', date: '2022-12-31' }],
    ['ayın sonuna kadar', { kind: 'day', date: '2022-11-30' }],
    ["ayın 31'i", undefined],
    ["ayın 0'ı", undefined],
    ['29 şubat', undefined],
    ['31.02', undefined],
    ['bir ara', undefined],
    ['iş günü', undefined],
    ['0 gün', undefined],
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
