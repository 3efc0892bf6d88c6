// @vitest-environment jsdom
import { act } from 'react'
import { expect, it, vi } from 'vitest'
import { DayOrMonthInput } from '../../../renderer/src/features/meeting/editor/fields/day-or-month-input'
import { parseDue } from '../../../shared/domain/due-parse'
import { i18n } from '../../../shared/i18n/i18n'
import { pageInMemory, typeInto } from '../../support/page-in-memory'
import { sampleMeeting } from '../../support/sample-meeting'

vi.mock('../../../renderer/src/api/use-app-info', () => ({ useLanguage: () => 'tr' }))

function reviewField() {
  let value: string | undefined = '2027-03-01'
  const { draw, box } = pageInMemory(
    () => (
      <DayOrMonthInput
        label="Yeniden ele alınacak"
        value={value}
        onValue={(next) => {
          value = next
        }}
      />
    ),
    { current: () => ({ ...sampleMeeting, time: { start: '2026-11-16', precision: 'day' } }) },
  )
  const field = box.querySelector('input')
  if (!field) throw new Error('no field')
  return {
    field,
    value: () => value,
    refusal: () => box.querySelector('[role="alert"]')?.textContent,
    type: (text: string) => {
      for (let length = 1; length <= text.length; length++) {
        typeInto(field, text.slice(0, length))
        draw()
      }
      act(() => field.blur())
      draw()
    },
  }
}

it('the next meeting is no day: it is refused in words that do not name it, and stays to be corrected', () => {
  const { field, value, refusal, type } = reviewField()
  type('gelecek toplantı')
  expect(value()).toBeUndefined()
  expect(field.value).toBe('gelecek toplantı')
  expect(refusal()).toContain('Gün, ay ya da süre yazın')
  expect(refusal()).not.toContain('toplantı')
  expect(field.title).not.toContain('toplantı')
  type('15 iş günü')
  expect(value()).toBe('2026-12-07')
  expect(refusal()).toBeUndefined()
})

it.each(['tr', 'en'])('all that the words in %s name is taken', (lng) => {
  for (const key of ['meeting.decision.dayUnknown', 'meeting.decision.dayPlaceholder'] as const) {
    const words = i18n.t(key, { lng })
    for (const example of words.replace(/^.*: /, '').split(', '))
      expect(parseDue(example, '2026-11-16')?.kind, example).toMatch(/^(?:day|month)$/)
  }
})
