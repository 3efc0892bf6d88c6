import path from 'node:path'
import { expect, expectAccessible, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { storedMeeting } from '../support/stored'

test('items are timed by one key, the sitting is interrupted, items fold', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const meeting = new MeetingPage(page)
  await meeting.create()
  await page.keyboard.type('Süreler')
  await meeting.text.click()
  for (const title of ['Açılış', 'Gelişmeler']) {
    await page.keyboard.press('Control+Shift+m')
    await page.keyboard.type(title)
    await page.keyboard.press('Enter')
    await page.keyboard.type(`${title} üzerinde duruldu.`)
    await page.keyboard.press('Enter')
  }
  const clock = page.getByRole('timer', { name: 'Görüşme süresi' })
  const item = (title: string) => meeting.text.getByRole('group').filter({ hasText: title }).first()

  await test.step('the item that holds the cursor begins; the one before ends', async () => {
    await meeting.outline.getByRole('button', { name: 'Açılış' }).click()
    await page.keyboard.press('F8')
    await expect(clock).toContainText('Açılış')
    await meeting.outline.getByRole('button', { name: 'Gelişmeler' }).click()
    await page.keyboard.press('F8')
    await expect(clock).toContainText('Gelişmeler')
    await expect(clock).toContainText(/0:0[1-9]/)
    await expect(item('Açılış')).toContainText(/\d\d\.\d\d–\d\d\.\d\d/)
    await expectAccessible(page, 'süreler')
  })
  await test.step('a break is shown, and ends with the same key', async () => {
    await page.keyboard.press('Control+F8')
    await expect(clock).toContainText('itibarıyla ara verildi')
    await page.keyboard.press('Control+F8')
    await expect(clock).toContainText('Gelişmeler')
    await page.keyboard.press('F8')
    await expect(clock).toBeHidden()
  })
  await test.step('a folded item hides its text until one goes there', async () => {
    await page.keyboard.press('Control+.')
    await expect(meeting.text.getByText('Gelişmeler üzerinde duruldu.')).toBeHidden()
    await expect(meeting.text.getByText('Açılış üzerinde duruldu.')).toBeVisible()
    await page.keyboard.press('Control+.')
    await expect(meeting.text.getByText('Gelişmeler üzerinde duruldu.')).toBeVisible()
    await page.keyboard.press('Control+.')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('gelismeler uzerinde')
    await page.keyboard.press('Enter')
    await expect(meeting.text.getByText('Gelişmeler üzerinde duruldu.')).toBeVisible()
    await page.keyboard.press('Escape')
  })
  await test.step('everything is stored', async () => {
    await meeting.saved()
    const { record } = await storedMeeting(path.join(desk.documents, 'Örnek arşiv'), 'Süreler')
    expect(record.agenda.map(({ startedAt, endedAt }) => Boolean(startedAt && endedAt))).toEqual([true, true])
    expect(record.breaks).toMatchObject([{ itemId: record.agenda[1]?.id, to: expect.stringMatching(/Z$/) }])
    expect(record.agenda.flatMap(({ blocks }) => blocks.map(({ writtenAt }) => Boolean(writtenAt)))).toEqual([
      true,
      true,
    ])
  })
})

test('the end and the next meeting are told from the day of the meeting on', async ({ desk }) => {
  const { page } = await desk.start()
  await new Frame(page).createArchive('Sonraki')
  const meeting = new MeetingPage(page)
  await meeting.create()
  await page.keyboard.type('Gece toplantısı')
  await meeting.showHead()
  const field = (name: string) => meeting.head.getByRole('textbox', { name, exact: true })
  await meeting.typeHead('Başlangıç', '03.03.2026 22.00')
  await meeting.typeHead('Bitiş', 'bugün 21.00')
  await expect(meeting.head).toContainText('Bitiş başlangıçtan önce olamaz')
  await field('Bitiş').fill('')
  await meeting.typeHead('Bitiş', 'ertesi gün 01.30')
  await expect(field('Bitiş')).toHaveAccessibleDescription(/^Anlaşılan: 4 Mart 2026 Çarşamba.*01\.30$/)
  await meeting.typeHead('Gelecek toplantı', 'cuma 14.00')
  await expect(field('Gelecek toplantı')).toHaveAccessibleDescription(/^Anlaşılan: 6 Mart 2026 Cuma.*14\.00$/)
  await meeting.saved()
  await expect(field('Bitiş')).toHaveValue('04.03.2026 01.30')
  const { record } = await storedMeeting(path.join(desk.documents, 'Sonraki'), 'Gece toplantısı')
  expect(record.time.end).toBe('2026-03-04T01:30')
  expect(record.nextMeeting).toEqual({ time: { start: '2026-03-06T14:00', precision: 'minute' } })

  await field('Gelecek toplantı').fill('iki hafta içinde')
  await expect(field('Gelecek toplantı')).toHaveAccessibleDescription('Yazıldığı gibi saklanacak')
})
