import { expect, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'

test('the clock and its button are whole in a narrow window', async ({ desk }) => {
  const { app, page } = await desk.start()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await new Frame(page).createArchive('Saat')
  const meeting = new MeetingPage(page)
  await meeting.create()
  await meeting.showHead()
  await meeting.typeHead(
    'Yeri',
    'Yelkenli Valiliği Toplantı Salonu, Cumhuriyet Meydanı No: 1, Birinci Kat, B Blok',
  )
  await meeting.goToEnd()
  await meeting.slash('gündem', 'Sosyal kooperatifçilik tanıtım treninin uğrayacağı illerde hazırlık')
  await page.keyboard.press('F8')
  const clock = page.getByRole('timer')
  await expect(clock).toBeVisible()
  const cut = await page
    .getByRole('group', { name: 'Toplantı özeti' })
    .locator('button[aria-controls] > span')
    .evaluateAll(
      (spans) =>
        spans.filter((span) => span.scrollWidth > span.clientWidth + 1 && span.clientWidth > 0).length,
    )
  expect(cut).toBe(0)
  for (const name of ['Ara ver', 'Aradan dön']) {
    const button = clock.getByRole('button', { name })
    await expect(button).toBeInViewport({ ratio: 1 })
    await button.click()
  }
})
