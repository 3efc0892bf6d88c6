import { expect, expectAccessible, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'

test('words are found and replaced in the open minutes', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const meeting = new MeetingPage(page)
  await meeting.create()
  await page.keyboard.type('Bulma')
  await meeting.text.click()
  for (const line of ['Işık köyüne su verildi.', 'Isik köyünde yol.', 'ışıklandırma yapıldı.']) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
  const bar = page.getByRole('search', { name: 'Tutanakta bul' })
  const status = bar.getByRole('status')
  const found = meeting.text.locator('.tt-found')

  await test.step('without Turkish letters, in any case; Enter goes on, Shift+Enter back', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type('isik')
    await expect(found).toHaveText(['Işık', 'Isik', 'ışık'])
    await page.keyboard.press('Enter')
    await expect(status).toHaveText('2 / 3')
    await page.keyboard.press('Shift+Enter')
    await expect(status).toHaveText('1 / 3')
    await expectAccessible(page, 'bulma')
  })
  await test.step('letter by letter, or whole words only', async () => {
    await bar.getByRole('button', { name: 'Yalnız tam sözcük' }).click()
    await expect(found).toHaveText(['Işık', 'Isik'])
    await bar.getByRole('button', { name: /^Harfi harfine/ }).click()
    await expect(status).toHaveText('Bulunamadı')
    await bar.getByRole('button', { name: /^Harfi harfine/ }).click()
  })
  await test.step('one is replaced, then all; each is one step to undo', async () => {
    await page.keyboard.press('Control+h')
    await bar.getByRole('textbox', { name: 'Yerine konacak sözler' }).fill('Aydın')
    await bar.getByRole('button', { name: 'Değiştir', exact: true }).click()
    await expect(meeting.text).toContainText('Aydın köyüne su verildi.')
    await expect(meeting.text).toContainText('Isik köyünde yol.')
    await bar.getByRole('button', { name: 'Yalnız tam sözcük' }).click()
    await bar.getByRole('button', { name: 'Hepsini değiştir (2)' }).click()
    await expect(meeting.text).toContainText('Aydınlandırma yapıldı.')
    await expect(meeting.text).toContainText('Aydın köyünde yol.')
  })
  await test.step('Esc leads back into the text, undo takes all of it back', async () => {
    await bar.getByRole('textbox', { name: 'Aranacak sözler' }).press('Escape')
    await expect(bar).toBeHidden()
    await expect(found).toHaveCount(0)
    await expect(meeting.text).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(meeting.text).toContainText('ışıklandırma yapıldı.')
    await page.keyboard.press('Control+z')
    await expect(meeting.text).toContainText('Işık köyüne su verildi.')
  })
  await test.step('the outline counts the words', async () => {
    await expect(meeting.outline).toContainText('9 sözcük')
    await page.keyboard.press('Control+a')
    await expect(meeting.outline).toContainText('9 sözcükten 9 seçili')
  })
  await test.step('own notes are no words of the minutes', async () => {
    await meeting.goToEnd()
    await page.keyboard.type('Başkan acele ediyor')
    await expect(meeting.outline).toContainText('12 sözcük')
    await page.keyboard.press('Control+Shift+y')
    await expect(meeting.outline).toContainText('9 sözcük')
    await page.keyboard.press('Control+a')
    await expect(meeting.outline).toContainText('9 sözcükten 9 seçili')
  })
})

test('words in the head and in the roll are counted and gone to', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  await frame.goTo('Toplantılar')
  await frame.main.getByRole('row', { name: /^Yerel Kalkınmada/ }).click()
  const meeting = new MeetingPage(page)
  await expect(meeting.title).toHaveValue(/^Yerel Kalkınmada/)
  await meeting.text.click()
  const bar = page.getByRole('search', { name: 'Tutanakta bul' })
  const words = bar.getByRole('textbox', { name: 'Aranacak sözler' })
  const chosen = () =>
    page.evaluate(() => {
      const field = document.activeElement
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return ''
      return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
    })

  await page.keyboard.press('Control+f')
  await page.keyboard.type('emegi semineri')
  await expect(bar.getByRole('status')).toHaveText('Metinde yok')
  await words.press('Enter')
  await expect(meeting.title).toBeFocused()
  expect(await chosen()).toBe('Emeği Semineri')
  await words.fill('akcay')
  const inHead = bar.getByRole('button', { name: 'Künyede 4 yer' })
  await inHead.click()
  await expect(meeting.head.getByRole('textbox', { name: 'Yeri' })).toBeFocused()
  expect(await chosen()).toBe('Akçay')
  await inHead.click()
  await expect(meeting.head.getByRole('textbox', { name: 'İli' })).toBeFocused()
  for (const list of ['Ev sahibi kurumlar', 'İş birliği yapan kurumlar']) {
    await inHead.click()
    await expect(meeting.head.getByRole('combobox', { name: list })).toBeFocused()
  }
  await words.fill('bahar yucel')
  await bar.getByRole('button', { name: /^Yoklamada 1 yer/ }).click()
  await expect(meeting.row('Bahar Yücel')).toBeFocused()
  await expectAccessible(page, 'bulma, yoklamada')
})

test('agencies and tags of the head are counted and gone to', async ({ desk }) => {
  const { page } = await desk.start()
  await new Frame(page).createArchive('Etiketler')
  const meeting = new MeetingPage(page)
  await meeting.create()
  await page.keyboard.type('Köy yolları')
  await meeting.showHead()
  await meeting.addToHead('Ev sahibi kurumlar', 'Yayla Kaymakamlığı')
  const tags = meeting.head.getByRole('combobox', { name: 'Etiketler' })
  await tags.click()
  for (const tag of ['yayla', 'yol']) {
    await page.keyboard.type(tag)
    await page.keyboard.press('Enter')
  }
  await meeting.text.click()
  await expect(meeting.head).not.toBeVisible()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('YAYLA')
  const inHead = page
    .getByRole('search', { name: 'Tutanakta bul' })
    .getByRole('button', { name: 'Künyede 2 yer' })
  await inHead.click()
  await expect(meeting.head.getByRole('combobox', { name: 'Ev sahibi kurumlar' })).toBeFocused()
  await inHead.click()
  await expect(tags).toBeFocused()
  await expectAccessible(page, 'bulma, etiketlerde')
})
