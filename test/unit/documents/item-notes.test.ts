import { expect, test } from 'vitest'
import { minutesMarkdown } from '../../../shared/documents/minutes-markdown'
import { OfficeSettings } from '../../../shared/records/office-settings'
import { sampleMeeting } from '../../support/sample-meeting'

test('breaks and what became of an item stand below its text', () => {
  const agenda = sampleMeeting.agenda.map((item, index) =>
    index === 1 ? { ...item, state: 'postponed' as const } : item,
  )
  const itemId = agenda[0]?.id
  const at = (minute: number) => new Date(2026, 2, 12, 10, minute).toISOString()
  const id = (n: number) => `break_0190a5d0-0000-7000-8000-00000000000${n}` as const
  const breaks = [
    { id: id(1), from: at(5), to: at(20), ...(itemId ? { itemId } : {}) },
    { id: id(2), from: at(40), ...(itemId ? { itemId } : {}) },
  ]
  const text = minutesMarkdown({ ...sampleMeeting, agenda, breaks }, OfficeSettings.parse({}), 'tr')
  expect(text).toContain('Oturuma saat 10.05–10.20 arasında ara verilmiştir.')
  expect(text).toContain('Saat 10.40 itibarıyla oturuma ara verilmiştir.')
  expect(text.match(/Maddenin görüşülmesi ertelenmiştir\./g)).toHaveLength(1)
})
