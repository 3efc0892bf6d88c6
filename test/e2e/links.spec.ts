import path from 'node:path'
import { expect, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { storedMeeting } from '../support/stored'

test('people, agencies and other records are linked while one types', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const meeting = new MeetingPage(page)
  await meeting.create()
  await page.keyboard.type('Bağlar')
  await meeting.text.click()
  const list = page.getByRole('listbox', { name: 'Bağlanacak kayıt' })
  const links = meeting.text.locator('.tt-record-link')

  await test.step('two letters without Turkish signs find a person; the suffix follows the link', async () => {
    await page.keyboard.type('Toplantıda @ir')
    await expect(list.getByRole('option').first()).toContainText('İrem Çağlayan')
    await page.keyboard.press('Enter')
    await page.keyboard.type("'ın sözleri ve @iskur")
    await expect(list.getByRole('option').first()).toContainText('Çalışma ve İş Kurumu İl Müdürlüğü')
    await page.keyboard.press('Enter')
    await page.keyboard.type(' görüşü dinlendi.')
    await expect(meeting.text).toContainText(
      "Toplantıda İrem Çağlayan'ın sözleri ve Çalışma ve İş Kurumu İl Müdürlüğü görüşü dinlendi.",
    )
  })
  await test.step('Enter pressed before the list has come takes the first of it', async () => {
    await page.keyboard.press('Enter')
    await page.keyboard.type('@akcay valiligi')
    await page.keyboard.press('Enter')
    await expect(links).toHaveCount(3)
    await expect(links.last()).toHaveText('Akçay Valiliği')
  })
  await test.step('who is not there yet is made on the fly, while one goes on typing', async () => {
    await page.keyboard.type(', @Şükrü Uğurlu')
    await expect(list.getByRole('option', { name: 'kişiyi ekle' })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.type(' da geldi')
    await expect(links).toHaveCount(4)
    await expect(meeting.text).toContainText('Akçay Valiliği, Şükrü Uğurlu da geldi')
  })
  await test.step('[[ links any record; Esc leaves what is typed alone', async () => {
    await page.keyboard.press('Enter')
    await page.keyboard.type('Bakınız [[sosyal kooperatifler tan')
    await expect(list.getByRole('option').first()).toContainText('Sosyal Kooperatifler Tanıtım Toplantısı')
    await page.keyboard.press('Enter')
    await expect(links).toHaveCount(5)
    await page.keyboard.type(', @i')
    await page.keyboard.press('Escape')
    await page.keyboard.type('r değil')
    await expect(list).toBeHidden()
    await expect(meeting.text).toContainText(', @ir değil')
  })
  await test.step('they are stored as links and come back as such', async () => {
    await meeting.saved()
    const { record } = await storedMeeting(path.join(desk.documents, 'Örnek arşiv'), 'Bağlar')
    expect(JSON.stringify(record.agenda)).toMatch(
      /\[\[participant_[0-9a-f-]{36}\|İrem Çağlayan\]\]'ın sözleri ve \[\[agency_/,
    )
    await frame.goTo('Toplantılar')
    await frame.main.getByRole('row', { name: /^Bağlar/ }).click()
    await expect(links).toHaveCount(5)
  })
  await test.step('in a decision the list takes Enter and Tab before the decision does', async () => {
    await meeting.goToEnd()
    await page.keyboard.press('Control+Shift+k')
    for (const [key, count] of [
      ['Enter', 6],
      ['Tab', 7],
    ] as const) {
      await page.keyboard.type(' @akcay')
      await expect(list.getByRole('option').first()).toContainText('Akçay Valiliği')
      await page.keyboard.press(key)
      await expect(links).toHaveCount(count)
    }
    await expect(meeting.text.getByRole('group', { name: 'Karar' }).locator('.tt-record-link')).toHaveCount(3)
  })
  await test.step('a sentence that is cut and pasted keeps its links; a note stays one', async () => {
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+x')
    await expect(links).toHaveCount(0)
    await page.keyboard.press('Control+v')
    await expect(links).toHaveCount(7)
    await meeting.goToEnd()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Shift+y')
    await page.keyboard.type('Yalnız benim için')
    await page.keyboard.press('Shift+Home')
    await page.keyboard.press('Control+x')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+v')
    await expect(meeting.text.locator('[data-private]').getByText('Yalnız benim için')).toBeVisible()
  })
  await test.step('Ctrl+Enter beside a link opens the record', async () => {
    await links.first().click()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('textbox', { name: 'Adı soyadı' })).toHaveValue('İrem Çağlayan')
  })
})
