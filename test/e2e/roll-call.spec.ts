import type { Page } from '@playwright/test'
import path from 'node:path'
import { expect, expectAccessible, test } from '../support/app'
import { askDoor } from '../support/door'
import { makeBoardOf } from '../support/made-meeting'
import { send } from '../support/keys-at-once'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { storedMeeting } from '../support/stored'

/** People of the roll; those of the exceptions have names with Turkish letters. */
const exceptions = ['Ayla Çetin', 'Işıl Öztürk', 'İlker Şahin', 'Ümit Iğdır', 'Zeki Görgülü', 'Hacer Yağız']
const names = Array.from({ length: 40 }, (_unused, n) =>
  n % 7 === 3 && n / 7 < exceptions.length ? (exceptions[Math.floor(n / 7)] ?? '') : `Üye ${n + 1} Aslan`,
)

/** Makes the people, their board and its meeting through the door. Out: id of the meeting. */
async function makeMeeting(page: Page): Promise<string> {
  const bodyId = await makeBoardOf(page, names, { name: 'Büyük Kurul' })
  const meeting = { title: 'Kırk kişilik', bodyId, carry: [], alsoBodyIds: [] }
  return (await askDoor(page, 'meetings.create', meeting)).id
}

test('a roll of 40 with 6 exceptions takes at most 60 keys', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  await makeMeeting(page)
  await frame.goTo('Toplantılar')
  await frame.main.getByRole('row', { name: /^Kırk kişilik/ }).click()
  const meeting = new MeetingPage(page)
  await expect(meeting.title).toHaveValue('Kırk kişilik')
  await meeting.text.click()
  await page.keyboard.press('Control+Shift+m')
  await page.keyboard.type('Açılış')

  let keys = 0
  const press = async (...pressed: string[]) => {
    for (const key of pressed) {
      await page.keyboard.press(key)
      keys += 1
    }
  }
  const find = async (letters: string, name: string) => {
    await press('Space', ...letters, 'Enter')
    await expect(meeting.row(name)).toBeFocused()
  }
  await press('F4')
  await expect(meeting.row('Üye 1 Aslan')).toBeFocused()
  await find('cet', 'Ayla Çetin')
  await press('m')
  await find('ozt', 'Işıl Öztürk')
  await press('m')
  await find('sah', 'İlker Şahin')
  await press('i')
  await find('igd', 'Ümit Iğdır')
  await press('y')
  await find('gor', 'Zeki Görgülü')
  // Letters of a name are no keys of the roll call, however soon they come.
  const cdp = await page.context().newCDPSession(page)
  await Promise.all(['v', ...'Cemal G'].map((key) => send(cdp, key)))
  keys += 1
  await page.keyboard.type('ürsel')
  await press('Enter')
  await expect(meeting.row('Zeki Görgülü')).toBeFocused()
  await find('yag', 'Hacer Yağız')
  await press('g')
  expect(keys).toBeLessThanOrEqual(60)
  test.info().annotations.push({ type: 'keys', description: String(keys) })
  await expectAccessible(page, 'yoklama')

  await meeting.saved()
  const { record } = await storedMeeting(path.join(desk.documents, 'Örnek arşiv'), 'Kırk kişilik')
  expect(record.attendance).toHaveLength(40)
  const of = (name: string) => record.attendance.find((row) => row.name === name)
  expect(exceptions.slice(0, 4).map((name) => of(name)?.state)).toEqual([
    'excused',
    'excused',
    'on-leave',
    'absent',
  ])
  expect(of('Zeki Görgülü')?.actingFor).toEqual({ kind: 'deputy', name: 'Cemal Gürsel' })
  expect(of('Hacer Yağız')?.cameAtItemId).toBe(record.agenda.at(-1)?.id)
  expect(record.attendance.filter(({ state }) => state === 'present')).toHaveLength(36)

  // An item that is renamed while the roll is closed stands there under its new name.
  await page.keyboard.press('F4')
  await expect(meeting.roll).toBeHidden()
  await page.keyboard.type(' ve yoklama')
  await expect(meeting.outline).toContainText('Açılış ve yoklama')
  await page.keyboard.press('F4')
  await expect(meeting.roll.getByRole('combobox', { name: 'Geldiği madde' }).last()).toHaveText(
    'Açılış ve yoklama',
  )

  // A row that was taken off comes back by its key, and no word of the minutes goes for it.
  const removed = page.getByRole('status').filter({ hasText: 'yoklamadan çıkarıldı' })
  await page.keyboard.press('Delete')
  await expect(meeting.roll.locator('tr[data-row]')).toHaveCount(39)
  await expect(removed).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(meeting.roll.locator('tr[data-row]')).toHaveCount(40)
  // Sooner than it would go by itself.
  await expect(removed).toBeHidden({ timeout: 4_000 })
  await expect(meeting.text).toContainText('Açılış ve yoklama')

  // After a look at the head, and at the text, the roll goes on at the row it was left at.
  await meeting.row('Üye 5 Aslan').focus()
  await page.keyboard.press('F2')
  await expect(meeting.head.getByRole('combobox', { name: 'Türü' })).toBeFocused()
  await page.keyboard.press('F4')
  await expect(meeting.row('Üye 5 Aslan')).toBeFocused()
  await page.keyboard.press('F4')
  await expect(meeting.text).toBeFocused()
  await page.keyboard.press('F4')
  await expect(meeting.row('Üye 5 Aslan')).toBeFocused()
})

test('in a low window head and roll are reached whole, and some text stays in sight', async ({ desk }) => {
  const { page, app } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  await makeMeeting(page)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 640))
  await frame.goTo('Toplantılar')
  await frame.main.getByRole('row', { name: /^Kırk kişilik/ }).click()
  const meeting = new MeetingPage(page)
  await expect(meeting.title).toHaveValue('Kırk kişilik')
  /** Whether something is fully inside the panel it belongs to. */
  const inside = (element: SVGElement | HTMLElement) => {
    const own = element.getBoundingClientRect()
    const panel = element.closest('[id^="meeting-"]')?.getBoundingClientRect()
    if (!panel) return false
    // Scrolling stops at whole pixels.
    return own.top > panel.top - 1 && own.bottom < panel.bottom + 1 && own.right < panel.right + 1
  }
  await test.step('many rows are seen at once, and the row that is gone to is one of them', async () => {
    await meeting.text.click()
    await page.keyboard.press('F4')
    await expect(meeting.row('Üye 1 Aslan')).toBeFocused()
    for (let n = 1; n < 20; n++) await page.keyboard.press('ArrowDown')
    await expect(meeting.row('Üye 20 Aslan')).toBeFocused()
    expect(await meeting.row('Üye 20 Aslan').evaluate(inside)).toBe(true)
    const rows = await meeting.roll.locator('tr[data-row]').all()
    const seen = await Promise.all(rows.slice(10, 22).map((row) => row.evaluate(inside)))
    expect(seen.filter(Boolean).length).toBeGreaterThanOrEqual(7)
    await page.keyboard.press('v')
    await page.keyboard.type('Ayla Uz')
    expect(await page.locator('*:focus').evaluate(inside)).toBe(true)
  })
  await test.step('so with a long title and the bar of finding, for every field of the head', async () => {
    await meeting.title.fill('Uzun başlıklı toplantı '.repeat(12))
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+f')
    for (const field of await meeting.head.locator('input:visible').all()) {
      await field.scrollIntoViewIfNeeded()
      expect(await field.evaluate(inside)).toBe(true)
    }
    const text = await meeting.outline.boundingBox()
    expect(text?.height).toBeGreaterThan(90)
    expect((text?.y ?? 640) + (text?.height ?? 0)).toBeLessThanOrEqual(640)
  })
})
