// @vitest-environment jsdom
import type { Editor } from '@tiptap/core'
import { act } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ConflictPanel } from '../../../renderer/src/features/meeting/conflict/conflict-panel'
import type { Meeting } from '../../../shared/records/meeting'
import { pageInMemory } from '../../support/page-in-memory'
import { page, start, texts, title, withText, withoutText } from './autosave-desk'

vi.mock('../../../renderer/src/api/use-app-info', () => ({ useLanguage: () => 'tr' }))

const both = 'İkisi de kalsın'
const mine = 'Sizinki kalsın'
const theirs = 'Diğeri kalsın'

/** The panel of a window in which both sides made their change. Out: how it is used, what it says and what is on the disk. */
async function asking(their: (meeting: Meeting) => Meeting, my: (meeting: Meeting) => Meeting) {
  const desk = start()
  const window = page(desk)
  desk.versions.push(their(desk.now))
  window.edit(my)
  await vi.advanceTimersByTimeAsync(1_000)
  let tell = () => {}
  const editor = {
    on: (_what: string, listener: () => void) => void (tell = listener),
    off: () => {},
  } as unknown as Editor
  const open = () => {
    const { state } = window.autosave
    return state.kind === 'conflict' ? state.collisions : undefined
  }
  const session = { read: window.shown, autosave: window.autosave }
  const { draw, box } = pageInMemory(() => {
    const collisions = open()
    return collisions ? <ConflictPanel open={collisions} editor={editor} /> : null
  }, session)
  const settle = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
  await settle(1_000)
  return {
    desk,
    /** Goes on writing at the other side, which this window hears of. */
    async theyWrite(change: (meeting: Meeting) => Meeting) {
      desk.versions.push(change(desk.now))
      window.autosave.noticed(desk.hash)
      await settle(10)
      draw()
      await settle(1_000)
    },
    asked: () => open() !== undefined,
    says: () => box.querySelector('section')?.textContent ?? '',
    settle,
    /** Types without giving the panel the time to follow. */
    type(change: (meeting: Meeting) => Meeting) {
      window.edit(change)
      tell()
    },
    choose(name: string) {
      const button = [...box.querySelectorAll('button')].find(({ textContent }) => textContent === name)
      if (!button) throw new Error(`${name} is not offered`)
      act(() => button.click())
      draw()
    },
  }
}

const here = withText('Benim sözüm')
const there = withText('Onun sözü.')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it.each([
  ['both', both, ['Benim sözüm. Devamı', 'Onun sözü.']],
  ['mine', mine, ['Benim sözüm. Devamı']],
])(
  'keeping %s is followed at once, with the key that the panel does not show yet',
  async (_what, choice, left) => {
    const panel = await asking(there, here)
    panel.type(withText('Benim sözüm. Devamı'))
    expect(panel.says()).not.toContain('Devamı')
    panel.choose(choice)
    expect(panel.asked()).toBe(false)
    await panel.settle(1_000)
    expect(panel.asked()).toBe(false)
    expect(panel.says()).toBe('')
    expect(texts(panel.desk.now)).toEqual(left)
  },
)

it('taking theirs costs no words that the panel did not show: it goes on asking, with them', async () => {
  const panel = await asking(there, here)
  panel.type(withText('Benim sözüm. Devamı'))
  panel.choose(theirs)
  expect(panel.says()).toContain('Benim sözüm. Devamı')
  await panel.settle(1_000)
  expect(panel.asked()).toBe(true)
  panel.choose(theirs)
  await panel.settle(1_000)
  expect(panel.asked()).toBe(false)
  expect(texts(panel.desk.now)).toEqual(['Onun sözü.'])
})

const hereWithTitle = (meeting: Meeting) => title('Benim başlığım')(here(meeting))
const thereWithTitle = (meeting: Meeting) => title('Onun başlığı')(there(meeting))

it('a side that is written on after it was chosen stays chosen', async () => {
  const panel = await asking(thereWithTitle, hereWithTitle)
  panel.choose(mine)
  panel.type(title('Benim başlığım, uzunca'))
  await panel.settle(1_000)
  panel.choose(both)
  await panel.settle(1_000)
  expect(panel.asked()).toBe(false)
  expect(panel.desk.now.title).toBe('Benim başlığım, uzunca')
  expect(texts(panel.desk.now)).toEqual(['Benim sözüm', 'Onun sözü.'])
})

it('what is asked again goes on being asked when the typing is taken back', async () => {
  const panel = await asking(thereWithTitle, hereWithTitle)
  panel.choose(theirs)
  panel.type(title('Benim başlığım, uzunca'))
  panel.choose(both)
  expect(panel.says()).toContain('Benim başlığım, uzunca')
  panel.type(title('Benim başlığım'))
  await panel.settle(1_000)
  expect(panel.asked()).toBe(true)
  panel.choose(theirs)
  await panel.settle(1_000)
  expect(panel.asked()).toBe(false)
  expect(panel.desk.now.title).toBe('Onun başlığı')
  expect(texts(panel.desk.now)).toEqual(['Benim sözüm', 'Onun sözü.'])
})

it.each([
  ['both', both],
  ['mine', mine],
])('%s was to stay and mine is removed since: it is asked again', async (_what, choice) => {
  const panel = await asking(there, here)
  panel.type(withoutText)
  panel.choose(choice)
  await panel.settle(1_000)
  expect(panel.asked()).toBe(true)
  panel.choose(theirs)
  await panel.settle(1_000)
  expect(texts(panel.desk.now)).toEqual(['Onun sözü.'])
})

it('the other side is shown as it is written on; mine is kept only over what was shown', async () => {
  const panel = await asking(thereWithTitle, hereWithTitle)
  expect(panel.says()).toContain('Onun başlığı')
  await panel.theyWrite(title('Onun başlığı, uzunca'))
  expect(panel.says()).toContain('Onun başlığı, uzunca')
  panel.choose(mine)
  await panel.theyWrite(title('Onun başlığı, daha da uzun'))
  expect(panel.says()).toContain('Onun başlığı, daha da uzun')
  panel.choose(mine)
  panel.choose(both)
  await panel.settle(1_000)
  expect(panel.asked()).toBe(false)
  expect(panel.desk.now.title).toBe('Benim başlığım')
  expect(texts(panel.desk.now)).toEqual(['Benim sözüm', 'Onun sözü.'])
})

it('theirs is taken with what they wrote since', async () => {
  const panel = await asking(thereWithTitle, hereWithTitle)
  panel.choose(theirs)
  await panel.theyWrite(title('Onun başlığı, uzunca'))
  panel.choose(both)
  await panel.settle(1_000)
  expect(panel.asked()).toBe(false)
  expect(panel.desk.now.title).toBe('Onun başlığı, uzunca')
})
