import path from 'node:path'
import { answerFolderDialog, expect, test } from '../support/app'
import { generateArchive } from '../support/generate-archive'
import { Frame } from '../support/pages/frame'

test('shots', async ({ desk }) => {
  test.setTimeout(400_000)
  const archive = path.join(desk.folder, 'Arşiv')
  await generateArchive({ path: archive, meetings: 300 })
  const { app, page } = await desk.start()
  const frame = new Frame(page)
  await answerFolderDialog(app, archive)
  await page.getByRole('button', { name: /^Var olan arşivi aç/ }).click()
  await expect(frame.statusLine).toContainText('300 toplantı', { timeout: 120_000 })
  const size = (w: number, h: number) =>
    app.evaluate(
      ({ BrowserWindow }, s) => BrowserWindow.getAllWindows()[0]?.setContentSize(s[0]!, s[1]!),
      [w, h],
    )
  const shoot = async (name: string) => {
    await page.waitForTimeout(700)
    await page.screenshot({ path: `/tmp/shots8/${name}.png` })
  }
  await page.waitForTimeout(6000)
  for (const [w, h] of [
    [1280, 800],
    [1920, 1080],
    [1093, 614],
  ] as const) {
    await size(w, h)
    await frame.rail.getByRole('link', { name: 'Arama' }).click()
    const field = page.getByRole('textbox', { name: 'Aranacak sözler' })
    await field.fill('')
    await shoot(`${w}-start`)
    await field.fill('kooperatif denetimi')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await shoot(`${w}-many`)
    if (w === 1280) {
      await page.getByText('Neden bu sonuç?').click()
      await shoot(`${w}-why`)
    }
    await field.fill('kasım 2024')
    await shoot(`${w}-date`)
    await field.fill('karar 3')
    await shoot(`${w}-number`)
    await field.fill('zxqwv kooperatif')
    await shoot(`${w}-few`)
    await field.fill('zxqwv')
    await shoot(`${w}-empty`)
    await field.fill('')
    await page.keyboard.press('Control+k')
    await shoot(`${w}-panel-recent`)
    await page.keyboard.type('2024 kooperatif')
    await shoot(`${w}-panel`)
    await page.keyboard.press('Control+a')
    await page.keyboard.type('kasım 2024')
    await shoot(`${w}-panel-date`)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  }
  await frame.goTo('Ayarlar')
  await frame.main.getByText('Koyu', { exact: true }).click()
  await size(1280, 800)
  await frame.rail.getByRole('link', { name: 'Arama' }).click()
  const field = page.getByRole('textbox', { name: 'Aranacak sözler' })
  await shoot('dark-start')
  await field.fill('kooperatif denetimi')
  await page.keyboard.press('ArrowDown')
  await page
    .getByRole('group', { name: 'Tür' })
    .getByRole('button', { name: /Kararlar/ })
    .click()
  await shoot('dark-many')
})
