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
