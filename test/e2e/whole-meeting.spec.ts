import type { Page } from '@playwright/test'
import path from 'node:path'
import { expect, test } from '../support/app'
import { KeyCounter } from '../support/key-counter'
import { askDoor } from '../support/door'
import { makeBoardOf } from '../support/made-meeting'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { NewMeetingDialog } from '../support/pages/new-meeting-dialog'
import { storedMeeting } from '../support/stored'

const board = 'İl İstihdam Kurulu'
const members = ['Ayla Çetin', 'Işıl Öztürk', 'İlker Şahin', 'Ümit Iğdır', 'Zeki Görgülü'].concat(
  Array.from({ length: 15 }, (_unused, n) => `Üye ${n + 1} Aslan`),
)
/** Items of the shipped template of a board that are written under, besides two of this meeting's own. */
const ownItems = ['Meslek kurslarının planlanması', 'Kadın kooperatiflerinin desteklenmesi']

/** The board with its twenty members and its template, as it stands in an archive for years. */
async function makeBoard(page: Page): Promise<void> {
  const templates = await askDoor(page, 'templates.shipped', undefined)
  const templateId = templates.find((one) => one.name === 'Kurul toplantısı')?.id
  await makeBoardOf(page, members, { name: board, templateId }, true)
}

test('a whole meeting is written with the keyboard alone', async ({ desk }) => {
  const { page } = await desk.start()
  await new Frame(page).openSample()
  await makeBoard(page)
  const keys = new KeyCounter(page)
  const mouse = await keys.watchMouse()
  const meeting = new MeetingPage(page)

  await test.step('a new meeting of a board after its template: at most 15 keys', async () => {
    const dialog = new NewMeetingDialog(page)
    await keys.press('Control+n')
    await expect(dialog.board).toBeFocused()
    await keys.press(...'ist')
    await expect(dialog.options.first()).toHaveAttribute('data-combobox-selected', 'true')
    await keys.press('Enter')
    await expect(dialog.board).toHaveValue(board)
    await keys.press('Enter')
    await expect(meeting.title).toHaveValue(`${board} 1. Toplantısı`)
    await expect(meeting.text).toBeFocused()
    expect(keys.pressed).toBeLessThanOrEqual(15)
  })

  await test.step('a roll of twenty with two excused and one on leave', async () => {
    keys.begin()
    await keys.press('F4')
    await expect(meeting.row('Ayla Çetin')).toBeFocused()
    for (const [letters, name, state] of [
      ['ozt', 'Işıl Öztürk', 'm'],
      ['sah', 'İlker Şahin', 'm'],
      ['igd', 'Ümit Iğdır', 'i'],
    ] as const) {
      await keys.press('Space', ...letters, 'Enter')
      await expect(meeting.row(name)).toBeFocused()
      await keys.press(state)
    }
    await keys.press('F4')
    await expect(meeting.text).toBeFocused()
    expect(keys.pressed).toBeLessThanOrEqual(20)
  })

  /** Goes on below the words just written. */
  const write = async (words: string) => {
    await keys.press('Enter')
    await keys.type(words)
  }
  const item = async (title: string) => {
    keys.begin()
    await keys.press('Enter', 'Control+Shift+M')
    await keys.type(title)
    await keys.press('Enter')
    expect(keys.pressed).toBeLessThanOrEqual(12)
  }
  /** A decision in a fresh paragraph; leaves the cursor in the paragraph below. */
  const decide = async (text: string, vote: readonly string[]) => {
    keys.begin()
    await keys.press('Control+Shift+K')
    await keys.type(text)
    const part = meeting.lastPart(/^Karar/)
    await keys.press('Tab')
    await expect(part.getByRole('textbox', { name: 'Karar no' })).toBeFocused()
    await keys.press('Tab', 'Tab')
    await expect(part.getByRole('combobox', { name: 'Oylama' })).toBeFocused()
    await keys.press(...vote, 'Enter')
    expect(keys.pressed, text).toBeLessThanOrEqual(12)
  }
  const assign = async (text: string, agency: string, found: string, due: string) => {
    keys.begin()
    await keys.press('Control+Shift+G')
    await keys.type(text)
    await keys.press('Tab')
    const part = meeting.lastPart('Görev')
    const field = part.getByRole('combobox', { name: 'Sorumlu kurum' })
    await expect(field).toBeFocused()
    await keys.type(agency)
    const option = page.getByRole('option', { name: found }).filter({ visible: true })
    await expect(option.first()).toHaveAttribute('data-combobox-selected', 'true')
    await keys.press('Enter')
    await expect(field).toHaveValue(found)
    await keys.press('Tab', 'Tab', 'Tab')
    await expect(part.getByRole('textbox', { name: 'Termin' })).toBeFocused()
    await keys.type(due)
    await keys.press('Enter')
    expect(keys.pressed, text).toBeLessThanOrEqual(12)
  }

  await test.step('opening and items of the template', async () => {
    await keys.press('Control+Home', 'End')
    await write('Toplantı saat 14.00’te Ayla Çetin başkanlığında açıldı.')
    // Down into the next heading, and to its end.
    await keys.press('ArrowDown', 'End')
    await write('Gündem okundu, oylandı.')
    await keys.press('Enter')
    await decide('Gündemin olduğu gibi görüşülmesine', ['o'])
  })

  await test.step('items of this meeting, with decisions and actions', async () => {
    await item(ownItems[0] ?? '')
    await keys.type('Kurs açılacak meslekler ve kursiyer sayıları görüşüldü.')
    await keys.press('Enter')
    await decide('2025 yılında beş meslek kursu açılmasına', ['o', 'o'])
    await assign(
      'Kursiyer listesi hazırlanacak',
      'akcay ticaret il',
      'Akçay Ticaret İl Müdürlüğü',
      '15 iş günü',
    )
    await assign('Eğitim salonu ayarlanacak', 'akcay ticaret il', 'Akçay Ticaret İl Müdürlüğü', '3 mart')
    await item(ownItems[1] ?? '')
    await keys.type('Kooperatiflerin ortak satış yeri istendi.')
    await keys.press('Enter')
    await decide('Ortak satış yeri kurulmasına', ['1', '4', 'Tab', '2', 'Tab', '1'])
    await assign(
      'Satış yeri için yer bakılacak',
      'akcay ticaret il',
      'Akçay Ticaret İl Müdürlüğü',
      'gelecek toplantı',
    )
    await decide('Konunun her toplantıda ele alınmasına', ['o'])
  })

  await test.step('closing, and the hour of the end in the head', async () => {
    await keys.type('Gündemde başka madde kalmadığından toplantıya son verildi.')
    keys.begin()
    await keys.press('F2')
    const end = meeting.head.getByRole('textbox', { name: 'Bitiş' })
    for (
      let step = 0;
      step < 12 && !(await end.evaluate((field) => field === document.activeElement));
      step += 1
    )
      await keys.press('Tab')
    await expect(end).toBeFocused()
    await keys.type('15.30')
    await keys.press('F2')
    await expect(meeting.text).toBeFocused()
    expect(keys.pressed).toBeLessThanOrEqual(14)
    await meeting.saved()
  })

  expect(await mouse()).toBe(0)
  test.info().annotations.push({ type: 'keys', description: String(keys.all) })
  const { record } = await storedMeeting(path.join(desk.documents, 'Örnek arşiv'), `${board} 1. Toplantısı`)
  const blocks = record.agenda.flatMap((one) => one.blocks)
  expect(record.agenda.length).toBeGreaterThanOrEqual(6)
  expect(record.agenda.map(({ title }) => title)).toEqual(expect.arrayContaining(ownItems))
  expect(record.attendance.map(({ state }) => state).filter((state) => state !== 'present')).toEqual([
    'excused',
    'excused',
    'on-leave',
  ])
  const decisions = blocks.flatMap((block) => (block.kind === 'decision' ? [block] : []))
  expect(decisions.map(({ vote }) => vote)).toEqual([
    { kind: 'unanimous' },
    { kind: 'majority' },
    { kind: 'tally', for: 14, against: 2, abstain: 1 },
    { kind: 'unanimous' },
  ])
  const actions = blocks.flatMap((block) => (block.kind === 'action' ? [block] : []))
  expect(actions.map(({ due }) => due?.kind)).toEqual(['day', 'day', 'next-meeting'])
  for (const { responsible } of actions) expect(responsible.agencyName).toBe('Akçay Ticaret İl Müdürlüğü')
  expect(record.time.end).toMatch(/T15:30$/)
})
