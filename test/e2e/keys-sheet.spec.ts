import { expect, expectAccessible, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'

test('F1 shows all keys; they can be changed, taken over, and set back', async ({ desk }) => {
  const first = await desk.start()
  const { page } = first
  const frame = new Frame(page)
  await frame.openSample()
  const sheet = page.getByRole('dialog', { name: 'Klavye kısayolları' })
  const row = (name: string) => sheet.getByRole('listitem').filter({ hasText: name })
  const keysOf = (name: string) => row(name).getByRole('button', { name: /Değiştir$|^Yeni tuşlara/ })

  await page.keyboard.press('F1')
  await expect(keysOf('Paragrafı karar yap')).toHaveText('Ctrl+Shift+K')
  await expectAccessible(page, 'kısayollar')

  await test.step('words find a shortcut, with or without Turkish letters', async () => {
    await page.keyboard.type('gorev')
    await expect(sheet.getByRole('listitem').first()).toContainText('Paragrafı görev yap')
    await expect(row('Paragrafı karar yap')).toHaveCount(0)
    await sheet.getByRole('textbox', { name: 'Kısayol ara' }).fill('')
  })
  await test.step('what would break writing is refused, with a reason', async () => {
    await keysOf('Paragrafı karar yap').click()
    await page.keyboard.press('Control+c')
    await expect(row('Paragrafı karar yap').getByRole('alert')).toContainText('yazarken gereklidir')
    await page.keyboard.press('k')
    await expect(row('Paragrafı karar yap').getByRole('alert')).toContainText('Tek başına')
    await page.keyboard.press('Control+Alt+k')
    await expect(row('Paragrafı karar yap').getByRole('alert')).toContainText('Türkçe klavyede harf yazar')
    await page.keyboard.press('F6')
    await expect(keysOf('Paragrafı karar yap')).toHaveText('F6')
  })
  await test.step('keys that belong to another command move here', async () => {
    await keysOf('Paragrafı görev yap').click()
    await page.keyboard.press('Control+Shift+m')
    await expect(keysOf('Paragrafı görev yap')).toHaveText('Ctrl+Shift+M')
    await expect(row('Paragrafı görev yap').getByRole('alert')).toContainText('Paragrafı gündem maddesi yap')
    await expect(
      sheet.getByRole('button', { name: /^Paragrafı gündem maddesi yap: .*Değiştir$/ }).first(),
    ).toHaveText('Yok')
  })
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()

  const meeting = new MeetingPage(page)
  await test.step('the new keys work in the text', async () => {
    await meeting.create()
    await page.keyboard.type('Tuşlar')
    await meeting.text.click()
    await page.keyboard.press('F6')
    await page.keyboard.type('Yolun onarılmasına')
    await expect(meeting.text.getByRole('group', { name: 'Karar' })).toContainText('Yolun onarılmasına')
    await page.keyboard.press('F6')
    await expect(meeting.text.getByRole('group', { name: 'Karar' })).toHaveCount(0)
    await expect(meeting.text).toContainText('Yolun onarılmasına')
    await page.keyboard.press('Control+Shift+m')
    await expect(meeting.text.getByRole('group', { name: 'Görev' })).toHaveCount(1)
    await meeting.saved()
  })
  await first.close()

  await test.step('and after a new start, until they are set back', async () => {
    const again = await desk.start()
    await expect(again.page.getByRole('navigation', { name: 'Bölümler' })).toBeVisible()
    await again.page.keyboard.press('F1')
    const sheetNow = again.page.getByRole('dialog', { name: 'Klavye kısayolları' })
    const keys = sheetNow.getByRole('button', { name: /^Paragrafı karar yap: .*Değiştir$/ })
    await expect(keys.first()).toHaveText('F6')
    await sheetNow.getByRole('button', { name: 'Hepsini öntanımlıya döndür' }).click()
    await expect(keys.first()).toHaveText('Ctrl+Shift+K')
  })
})
