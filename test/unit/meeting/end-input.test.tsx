// @vitest-environment jsdom
import { act } from 'react'
import { expect, it, vi } from 'vitest'
import { EndInput } from '../../../renderer/src/features/meeting/head/end-input'
import type { MeetingTime } from '../../../shared/records/meeting'
import { pageInMemory, typeInto } from '../../support/page-in-memory'

vi.mock('../../../renderer/src/api/use-app-info', () => ({ useLanguage: () => 'tr' }))

function endField(before: MeetingTime) {
  let time = before
  const { draw, box } = pageInMemory(() => (
    <EndInput
      time={time}
      onEnd={(end) => {
        time = { ...time, end }
      }}
    />
  ))
  const field = box.querySelector('input')
  if (!field) throw new Error('no field')
  const set = (next: Partial<MeetingTime>) => {
    time = { ...time, ...next }
    draw()
  }
  return {
    field,
    set,
    leave: () => act(() => field.blur()),
    end: () => time.end,
    words: () => box.textContent,
  }
}

const start = '2026-03-03T14:00'
const tooEarly = 'Bitiş başlangıçtan önce olamaz'

it('an end before the beginning is told, not stored, and stays to be corrected', () => {
  const { field, end, words, leave } = endField({ precision: 'minute', start, end: '2026-03-03T16:15' })
  typeInto(field, '13.00')
  leave()
  expect(words()).toContain(tooEarly)
  expect(field.value).toBe('13.00')
  expect(end()).toBe('2026-03-03T16:15')
  typeInto(field, '04.03.2026 01.30')
  leave()
  expect(words()).not.toContain(tooEarly)
  expect(end()).toBe('2026-03-04T01:30')
})

it('is taken when the beginning becomes one that it fits, and told when it no longer does', () => {
  const { field, set, end, words, leave } = endField({ precision: 'minute', start })
  typeInto(field, '13.00')
  leave()
  expect(end()).toBeUndefined()
  set({ start: '2026-03-03T12:00' })
  expect(end()).toBe('2026-03-03T13:00')
  set({ start: '2026-03-03T15:00' })
  expect(words()).toContain(tooEarly)
})

it('a day that is told from the beginning on is understood, and told and not taken before it', () => {
  const { field, set, end, words, leave } = endField({ precision: 'minute', start, end: '2026-03-03T16:15' })
  for (let length = 1; length <= 'ertesi gün 01.30'.length; length++)
    typeInto(field, 'ertesi gün 01.30'.slice(0, length))
  expect(words()).toContain('Anlaşılan: 4 Mart 2026 Çarşamba')
  leave()
  expect(end()).toBe('2026-03-04T01:30')
  set({})
  expect(field.value).toBe('04.03.2026 01.30')
  typeInto(field, 'bugün 13.00')
  leave()
  expect(words()).toContain(tooEarly)
  expect(end()).toBe('2026-03-04T01:30')
})

it('keeps no part of words that are not understood', () => {
  const before = '2026-03-03T16:15'
  const { field, set, end, words, leave } = endField({ precision: 'minute', start, end: before })
  act(() => field.focus())
  for (const typed of ['cuma 17.00', 'cuma 17.00 ', 'cuma 17.00 g', 'cuma 17.00 gibi']) {
    typeInto(field, typed)
    set({})
  }
  leave()
  expect(words()).toContain('Saat (12.15)')
  expect(end()).toBe(before)
})
