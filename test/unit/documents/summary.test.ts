import { describe, expect, test } from 'vitest'
import { isAccessible } from '../../../shared/documents/accessibility'
import { plainText, type DocumentBlock } from '../../../shared/documents/document'
import { summaryDocument } from '../../../shared/documents/summary'
import { summaryFigures } from '../../../shared/documents/summary-figures'
import { summaryMarkdown } from '../../../shared/documents/summary-markdown'
import type { Meeting } from '../../../shared/records/meeting'
import { sampleId, sampleMeeting, sampleOffice } from '../../support/sample-meeting'

const december: Meeting = {
  ...sampleMeeting,
  id: sampleId('meeting', 2),
  title: 'Yıl Sonu Toplantısı',
  time: { start: '2022-12-26', precision: 'day' },
  agenda: [],
}
const undated: Meeting = {
  ...december,
  id: sampleId('meeting', 3),
  kind: 'seminar',
  bodyName: undefined,
  title: 'Kooperatifçilik Semineri',
  time: { precision: 'unknown', asWritten: 'Nisan ayında' },
  attendance: sampleMeeting.attendance.slice(0, 2),
}
const input = {
  from: '2022-10-01',
  to: '2022-12-31',
  bodies: [{ id: sampleId('body', 1), name: 'İl İstihdam ve Kooperatifçilik Kurulu' }],
  meetings: [december, sampleMeeting, undated],
}

const headings = (blocks: readonly DocumentBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [plainText(block.inline)] : []))

describe('the summary for headquarters', () => {
  test('reads as it always did (golden)', async () => {
    await expect(summaryMarkdown(input, sampleOffice, 'tr')).toMatchFileSnapshot(
      '../../golden/documents/summary.tr.md',
    )
  })

  test('has head, figures, contents, then the meetings in the order of their days', () => {
    const { blocks, meta } = summaryDocument(input, sampleOffice, 'tr')
    expect(blocks.map(({ kind }) => kind).slice(0, 7)).toEqual([
      'letterhead',
      'title',
      'fields',
      'heading',
      'table',
      'contents',
      'pageBreak',
    ])
    expect(headings(blocks).filter((words) => /^\d\./.test(words))).toEqual([
      '1. Kooperatifçilik Semineri (Nisan ayında)',
      '2. İl İstihdam ve Kooperatifçilik Kurulu – Tanıtım Treni Ön Görüşme Toplantısı (21.11.2022)',
      '3. İl İstihdam ve Kooperatifçilik Kurulu – Yıl Sonu Toplantısı (26.12.2022)',
    ])
    expect(meta.date).toBe(sampleMeeting.updatedAt)
    expect(isAccessible(summaryDocument(input, sampleOffice, 'tr'))).toBe(true)
  })

  test('holds every decision and every action item with agency and due date', () => {
    const all = JSON.stringify(summaryDocument(input, sampleOffice, 'tr'))
    for (const part of [
      'KARAR NO: 2022/35',
      'KARAR NO: 2022/36',
      'Çınaraltı Belediye Başkanlığı',
      '09.12.2022',
    ])
      expect(all).toContain(part)
    expect(all).toContain('Gelecek toplantıya kadar')
  })

  test('counts meetings, decisions, action items, attendances and each agency once a meeting', () => {
    const figures = summaryFigures(input.meetings)
    expect(figures).toMatchObject({ meetings: 3, decisions: 2, actions: 2, present: 22 + 22 + 2 })
    const school = figures.agencies.find(({ name }) => name === 'İl Milli Eğitim Müdürlüğü')
    // It stands in the roll with a person and by itself; with an id once, without an id once.
    expect(school).toEqual({ name: 'İl Milli Eğitim Müdürlüğü', meetings: 2, present: 4, actions: 1 })
    expect(figures.agencies.map(({ name }) => name)).toEqual(
      [...figures.agencies.map(({ name }) => name)].sort(new Intl.Collator('tr').compare),
    )
  })

  test('an empty period says so', () => {
    const empty = { from: '2020-01-01', to: '2020-03-31', bodies: [], meetings: [] }
    const { blocks, meta } = summaryDocument(empty, sampleOffice, 'tr')
    expect(blocks.at(-1)).toMatchObject({
      inline: [{ text: 'Bu dönemde kayıtlı toplantı bulunmamaktadır.' }],
    })
    expect(meta).not.toHaveProperty('date')
    expect(summaryMarkdown(empty, sampleOffice, 'tr')).toContain(
      'Bu dönemde kayıtlı toplantı bulunmamaktadır.',
    )
  })

  test('one restricted meeting makes the whole paper restricted', () => {
    const secret = { ...input, meetings: [december, { ...sampleMeeting, secrecy: 'restricted' as const }] }
    expect(summaryDocument(secret, sampleOffice, 'tr').meta.banner).toBe('HİZMETE ÖZEL')
    expect(summaryDocument(input, sampleOffice, 'tr').meta.banner).toBeUndefined()
  })
})
