import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'

const folder = path.resolve(import.meta.dirname, '../../resources/screenshots')

test('pictures of the README, from the real program with the sample archive', async ({ desk }) => {
  await mkdir(folder, { recursive: true })
  const { app, page } = await desk.start()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  // Nothing moves or blinks in a picture.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const frame = new Frame(page)
  const shoot = async (name: string) => {
    const close = page.getByRole('button', { name: 'Bildirimi kapat' })
    for (let left = await close.count(); left > 0; left -= 1) await close.first().click()
    await expect(close).toHaveCount(0)
    await page.mouse.move(0, 0)
    await page.screenshot({ path: path.join(folder, `${name}.png`), caret: 'hide' })
  }
  const openMeeting = async () => {
    await frame.goTo('Toplantılar')
    await frame.main.getByRole('row', { name: /^Sosyal Kooperatifler/ }).click()
    const meeting = new MeetingPage(page)
    await expect(meeting.title).toHaveValue(/^Sosyal Kooperatifler/)
    return meeting
  }
  const theme = async (name: 'Açık' | 'Koyu') => {
    await frame.goTo('Ayarlar')
    await frame.main.getByText(name, { exact: true }).click()
  }

  await frame.openSample()
  await theme('Açık')
  await frame.goTo('Ana sayfa')
  await shoot('home')

  const meeting = await openMeeting()
  await meeting.outline.getByRole('button', { name: /2026\/4/ }).click()
  await expect(meeting.text.getByRole('group', { name: 'Karar 2026/4' })).toBeInViewport()
  await shoot('meeting')

  await meeting.showRoll()
  await shoot('roll')

  await frame.find('kooperatif')
  await expect(frame.hits('Kararlar').first()).toBeVisible()
  await shoot('search')
  // Once closes the list, twice clears the words.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(frame.search).toHaveValue('')

  await frame.goTo('Kurumlar')
  await frame.main.getByRole('row', { name: 'Çalışma ve İş Kurumu İl Müdürlüğü' }).click()
  await expect(page.getByRole('textbox', { name: 'Resmî adı' })).toBeVisible()
  await shoot('agencies')

  await frame.goTo('Raporlar')
  await frame.main.getByRole('textbox', { name: 'Başlangıç' }).fill('1.1.2025')
  await frame.main.getByRole('textbox', { name: 'Bitiş' }).fill('31.12.2026')
  await page.keyboard.press('Tab')
  await frame.main.getByRole('button', { name: 'Önizle' }).click()
  await expect(frame.main.getByRole('img', { name: /^Sayfa 1\// })).toBeVisible()
  await shoot('summary')

  await theme('Koyu')
  const dark = await openMeeting()
  await page.keyboard.press('Control+p')
  await expect(dark.paper.getByRole('img').first()).toBeVisible()
  await expect(dark.paper.getByLabel('Önizleme hazırlanıyor…')).toHaveCount(0)
  await shoot('paper-dark')
})
