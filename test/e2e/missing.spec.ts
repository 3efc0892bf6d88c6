import { expect, expectAccessible, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'

test('on the way to the review one sees what is missing, and goes there', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const meeting = new MeetingPage(page)
  await meeting.create()
  await page.keyboard.type('Eksikler')
  await meeting.text.click()
  await page.keyboard.press('Control+Shift+k')
  await page.keyboard.type('Yolun onarılmasına')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Shift+g')
  await page.keyboard.type('Keşif yapılsın')
  const status = page.getByRole('button', { name: /^Durum/ })
  const dialog = page.getByRole('dialog', { name: 'İncelemeden önce eksik olanlar' })
  const toReview = async () => {
    await status.click()
    await page.getByRole('menuitem', { name: 'İncelemede' }).click()
  }

  await test.step('what is missing is listed in the order of the page', async () => {
    await toReview()
    await expect(dialog.getByRole('listitem')).toHaveText([
      'Toplantının tarihi yok',
      'Yoklama yapılmamış',
      /^Kararın oylaması yok/,
      /^Görevin termini yok/,
      /^Görevin sorumlusu yok/,
    ])
    await expectAccessible(page, 'eksikler', undefined, 'dialog')
  })
  await test.step('a line leads to its place; the meeting stays a draft', async () => {
    await dialog.getByRole('button', { name: /^Toplantının tarihi yok/ }).click()
    await expect(meeting.head.getByRole('textbox', { name: 'Başlangıç' })).toBeFocused()
    await toReview()
    await dialog.getByRole('button', { name: /^Yoklama yapılmamış/ }).click()
    await expect(dialog).toBeHidden()
    await expect(meeting.roll).toBeVisible()
    await expect(status).toContainText('Taslak')
    await toReview()
    await dialog.getByRole('button', { name: /^Kararın oylaması yok/ }).click()
    await expect(meeting.text).toBeFocused()
    await expect(meeting.text.getByRole('group', { name: 'Karar' })).toBeInViewport()
  })
  await test.step('a comment whose place is deleted leads to its pane, the keys stay in the text', async () => {
    await meeting.goToEnd()
    await page.keyboard.type('Kalacak')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Silinecek')
    await page.keyboard.press('Control+Shift+A')
    await page.keyboard.type('Gerek var mı?')
    await page.keyboard.press('Control+Enter')
    await meeting.text.getByText('Silinecek').click({ clickCount: 3 })
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Control+Shift+e')
    await toReview()
    await dialog.getByRole('button', { name: /^Açık açıklama var/ }).click()
    await expect(page.getByRole('complementary', { name: 'Açıklamalar' })).toContainText('Yeri silinmiş')
    await expect(meeting.text).toBeFocused()
  })
  await test.step('without a title its line leads to the title', async () => {
    await meeting.title.fill('')
    await toReview()
    await dialog.getByRole('button', { name: /^Toplantının başlığı yok/ }).click()
    await expect(meeting.title).toBeFocused()
    await page.keyboard.type('Eksikler')
  })
  await test.step('it may go to review all the same', async () => {
    await toReview()
    await dialog.getByRole('button', { name: 'Yine de incelemeye al' }).click()
    await expect(status).toContainText('İncelemede')
    await meeting.saved()
  })
})
