import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createTypesetter, type Typesetter } from '../../../electron/services/typeset/typesetter'
import { summaryDocument } from '../../../shared/documents/summary'
import type { Meeting } from '../../../shared/records/meeting'
import { pdfInfo, pdfPages, pdfSource } from '../../support/pdf-tools'
import { sampleId, sampleMeeting, sampleOffice } from '../../support/sample-meeting'

// The first page waits for Typst to be compiled, which is slow where many tests share a core.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let typesetter: Typesetter
beforeAll(() => {
  typesetter = createTypesetter()
})
afterAll(() => typesetter.close())

const meetings: Meeting[] = Array.from({ length: 8 }, (_, n) => ({
  ...sampleMeeting,
  id: sampleId('meeting', n + 1),
  title: `Değerlendirme Görüşmesi ${n + 1}`,
  time: { start: `2022-0${n + 1}-15`, precision: 'day' as const },
}))

async function pdfOf(chosen: Meeting[]): Promise<Uint8Array> {
  const input = { from: '2022-01-01', to: '2022-12-31', bodies: [], meetings: chosen }
  const result = await typesetter.pdf(summaryDocument(input, sampleOffice, 'tr'))
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('the summary for headquarters as PDF', () => {
  test('its contents name the page on which each meeting really stands', async () => {
    const pages = await pdfPages(await pdfOf(meetings), true)
    const contents = pages[0] ?? ''
    expect(contents).toContain('İçindekiler')
    meetings.forEach((meeting, n) => {
      const line = new RegExp(`${n + 1}\\. .*${meeting.title} .*?(\\d+)\\s*$`, 'm').exec(contents)
      const page = Number(line?.[1])
      expect(pages[page - 1]?.replace(/\s+/g, ' ')).toContain(`${n + 1}. İl İstihdam`)
      expect(pages[page - 1]).toContain(meeting.title)
    })
    pages.forEach((page, index) =>
      expect(page.trimEnd()).toMatch(new RegExp(`\\s${index + 1}/${pages.length}$`)),
    )
  })

  test('carries the marks and is the same for the same records', async () => {
    const pdf = await pdfOf(meetings.slice(0, 2))
    expect(Buffer.compare(pdf, await pdfOf(structuredClone(meetings.slice(0, 2))))).toBe(0)
    expect((await pdfInfo(pdf))['Title']).toBe('TOPLANTI VE KARAR ÖZETİ (01.01.2022 – 31.12.2022)')
    const source = await pdfSource(pdf)
    expect(source).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  test('an empty period is one page that says so, without a date of its own', async () => {
    const pdf = await pdfOf([])
    expect((await pdfPages(pdf)).join('')).toContain('Bu dönemde kayıtlı toplantı bulunmamaktadır.')
    expect(await pdfInfo(pdf)).not.toHaveProperty('CreationDate')
    expect(Buffer.compare(pdf, await pdfOf([]))).toBe(0)
  })
})
