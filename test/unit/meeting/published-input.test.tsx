// @vitest-environment jsdom
import { act } from 'react'
import { expect, it, vi } from 'vitest'
import { HeadPanel } from '../../../renderer/src/features/meeting/head/head-panel'
import { sampleMeeting } from '../../support/sample-meeting'
import { pageInMemory, typeInto } from '../../support/page-in-memory'

vi.mock('../../../renderer/src/api/use-app-info', () => ({ useLanguage: () => 'tr' }))
vi.mock('../../../renderer/src/ui/record-picker', () => ({ RecordPicker: () => null }))
vi.mock('../../../renderer/src/ui/record-multi-picker', () => ({ RecordMultiPicker: () => null }))

const refusal = 'Tarih olarak anlaşılmadı'

function publishedField() {
  let meeting = { ...sampleMeeting, publishedOn: '2026-03-01' as string | undefined }
  const listeners = new Set<() => void>()
  const { box } = pageInMemory(() => <HeadPanel />, {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    current: () => meeting,
    setHead: (patch: Partial<typeof meeting>) => {
      meeting = { ...meeting, ...patch }
      for (const listener of listeners) listener()
    },
  })
  const label = [...box.querySelectorAll('label')].find(({ textContent }) => textContent === 'Duyuru tarihi')
  const field = label && box.querySelector<HTMLInputElement>(`[id="${label.htmlFor}"]`)
  if (!field) throw new Error('no field')
  return {
    published: () => meeting.publishedOn,
    words: () => box.textContent,
    type: (text: string) => {
      for (let length = 1; length <= text.length; length++) typeInto(field, text.slice(0, length))
    },
    leave: () => act(() => field.blur()),
    field,
  }
}

it('the announcement reads the words of the beginning and says how', () => {
  vi.useFakeTimers({ now: new Date('2026-03-04T09:00:00'), toFake: ['Date'] })
  const { published, words, type, leave } = publishedField()
  type('yarın')
  expect(words()).toContain('Anlaşılan: 5 Mart 2026 Perşembe')
  leave()
  expect(published()).toBe('2026-03-05')
  expect(words()).not.toContain(refusal)
  vi.useRealTimers()
})

it.each(['yarın sabah', '31.11.2026', '2026 yazı'])(
  'other words (%s) are refused, and leave nothing',
  (typed) => {
    const { field, published, words, type, leave } = publishedField()
    type(typed)
    leave()
    expect(words()).toContain(refusal)
    expect(field.value).toBe(typed)
    expect(published()).toBeUndefined()
  },
)
