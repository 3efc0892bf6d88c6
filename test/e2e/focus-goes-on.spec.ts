import path from 'node:path'
import { expect, test } from '../support/app'
import { askDoor } from '../support/door'
import { makeBoardOf } from '../support/made-meeting'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { storedMeeting } from '../support/stored'

test('the focus is never nowhere: after opening, after a row is gone; typed names never vanish in silence', async ({
  desk,
}) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.createArchive('Odak')
  await askDoor(page, 'records.create', { type: 'agency', fields: { name: 'Deneme Kurumu' } })
  await makeBoardOf(page, ['Ayla Çetin', 'Zeki Görgülü'], { name: 'Deneme Kurulu' })
  const meeting = new MeetingPage(page)

  await test.step('a new meeting without an agenda: one writes on in its text', async () => {
    await frame.goTo('Toplantılar')
    await page.keyboard.press('Control+n')
    const dialog = page.getByRole('dialog')
    await page.keyboard.type('Deneme Kurulu')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('status')).toContainText('2 kişilik yoklama')
    await dialog.getByRole('textbox', { name: 'Başlık' }).fill('Odak Toplantısı')
    await page.keyboard.press('Enter')
    await expect(meeting.text).toBeFocused()
    await page.keyboard.type('Görüşüldü.')
    await expect(meeting.text).toContainText('Görüşüldü.')
  })
  await test.step('a dissent taken away by key: the next can be added', async () => {
    await page.keyboard.press('Enter')
    await meeting.slash('karar', 'Yolun onarılmasına')
    const decision = meeting.lastPart(/^Karar/)
    await decision.getByRole('button', { name: 'Daha fazla' }).press('Enter')
    const add = decision.getByRole('button', { name: 'Karşı oy ya da şerh ekle' })
    await add.press('Enter')
    await add.press('Enter')
    const remove = decision.getByRole('button', { name: 'Karşı oyu ya da şerhi çıkar' })
    await remove.last().press('Enter')
    await expect(remove).toHaveCount(1)
    await expect(add).toBeFocused()
  })
  await test.step('a name that is typed and left by a click is taken when it is one, else told', async () => {
    await meeting.goToEnd()
    await page.keyboard.press('Enter')
    await meeting.slash('görev', 'Yolun onarılması')
    const agency = meeting.lastPart('Görev').getByRole('combobox', { name: 'Sorumlu kurum' })
    await agency.click()
    await page.keyboard.type('Dene')
    // Another window for a moment is no leaving of the field.
    await agency.evaluate((field) => field.dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
    await expect(agency).toHaveValue('Dene')
    await page.keyboard.type('me kurumu')
    await meeting.title.click()
    await expect(agency).toHaveValue('Deneme Kurumu')
    await agency.click()
    await page.keyboard.type('Dene')
    await meeting.title.click()
    await expect(page.getByText('“Dene” alınmadı')).toBeVisible()
    await expect(agency).toHaveValue('Deneme Kurumu')
  })
  await test.step('a name that was made a moment ago is not made once more', async () => {
    const part = meeting.lastPart('Görev')
    const agency = part.getByRole('combobox', { name: 'Sorumlu kurum' })
    const partners = part.getByRole('combobox', { name: 'İş birliği yapılacak kurumlar' })
    await part.getByRole('button', { name: 'Daha fazla' }).press('Enter')
    for (const field of [agency, partners]) {
      await field.click()
      await page.keyboard.type('Yepyeni Kurum')
      await page.keyboard.press('Control+Enter')
    }
    await expect(agency).toHaveValue('Yepyeni Kurum')
    await expect(part.getByRole('button', { name: /Yepyeni Kurum/ })).toBeVisible()
    const found = await askDoor(page, 'records.find', { types: ['agency'], text: 'Yepyeni', limit: 8 })
    expect(found).toHaveLength(1)
  })
  await meeting.saved()
  const { record } = await storedMeeting(path.join(desk.documents, 'Odak'), 'Odak Toplantısı')
  expect(JSON.stringify(record)).toContain('"agencyName":"Yepyeni Kurum"')
})
