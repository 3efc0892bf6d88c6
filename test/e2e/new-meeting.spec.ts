import path from 'node:path'
import { expect, expectAccessible, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { NewMeetingDialog } from '../support/pages/new-meeting-dialog'
import { storedMeeting } from '../support/stored'

const board = 'Kooperatifçilik İl Çalışma Grubu'
const list = "Kursiyer talep listesinin hazırlanıp İŞKUR'a gönderilmesi"
const hall = 'Eğitim salonunun ve eğiticilerin ayarlanması'

test('a meeting of a board stands ready after at most 15 keys, with what comes along', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const dialog = new NewMeetingDialog(page)
  const meeting = new MeetingPage(page)
  const title = `${board} 4. Toplantısı`

  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await page.keyboard.press(key)
  }
  await test.step('Ctrl+N, three letters, Enter, Enter', async () => {
    await press('Control+n')
    await expect(dialog.board).toBeFocused()
    for (const letter of 'koo') await press(letter)
    const option = dialog.options.filter({ hasText: board })
    await expect(option).toHaveAttribute('data-combobox-selected', 'true')
    await press('Enter')
    await expect(dialog.board).toHaveValue(board)
    await press('Enter')
    await expect(meeting.title).toHaveValue(title)
    await expect(meeting.text).toBeFocused()
  })
  await test.step('it has number, agenda and the open action items, each with a link to its origin', async () => {
    expect(keys).toBeLessThanOrEqual(15)
    const origins = meeting.text.getByRole('link', { name: /^Önceki bir görevden: Sosyal Kooperatifler/ })
    await expect(origins).toHaveCount(2)
    const { record } = await storedMeeting(path.join(desk.documents, 'Örnek arşiv'), title)
    expect(record.numbers.no).toBe('4')
    expect(record.quorum).toMatchObject({ call: 'first' })
    expect(record.agenda.map((item) => item.title)).toEqual(['Açılış', 'Gelişmeler', list, hall, 'Kapanış'])
    await origins.first().click()
    await expect(meeting.title).toHaveValue(/^Sosyal Kooperatifler/)
    await expect(meeting.text).toContainText(list)
  })
  await test.step('asked again, nothing comes along twice', async () => {
    await page.keyboard.press('Control+n')
    await dialog.chooseBoard('koo')
    await expect(dialog.carried).toContainText('gelen bir şey yok')
    await expect(dialog.number).toHaveValue('5')
  })
})

test('what comes along can be left out, words of a date are understood, a template may be chosen', async ({
  desk,
}) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const archive = path.join(desk.documents, 'Örnek arşiv')
  const dialog = new NewMeetingDialog(page)
  const meeting = new MeetingPage(page)

  await test.step('one is unticked, the date is typed, words that are no date are refused', async () => {
    await page.keyboard.press('Control+n')
    await dialog.chooseBoard('koo')
    await expect(dialog.matter(new RegExp(list))).toBeChecked()
    await expectAccessible(page, 'yeni toplantı')
    await dialog.matter(new RegExp(list)).press('Space')
    await expect(dialog.carried).toContainText('1/2 seçili')
    await dialog.start.fill('salonda')
    await dialog.start.press('Enter')
    await expect(dialog.start).toHaveAccessibleDescription(/Tarih anlaşılmadı/)
    await dialog.start.fill('15 ağustos 2027 14.00')
    await expect(dialog.root).toContainText('15 Ağustos 2027 Pazar, 14.00')
    await dialog.title.fill('Ağustos toplantısı')
    await dialog.title.press('Enter')
    await expect(meeting.title).toHaveValue('Ağustos toplantısı')
    const { record } = await storedMeeting(archive, 'Ağustos')
    expect(record.time.start).toBe('2027-08-15T14:00')
    expect(record.agenda.map((item) => item.title)).toEqual(['Açılış', 'Gelişmeler', hall, 'Kapanış'])
  })
  await test.step('giving up changes nothing: what was left out is offered again', async () => {
    for (let round = 0; round < 2; round += 1) {
      await page.keyboard.press('Control+n')
      await dialog.chooseBoard('koo')
      await expect(dialog.carried.getByRole('checkbox', { name: new RegExp(list) })).toBeChecked()
      await page.keyboard.press('Escape')
      await expect(dialog.root).toBeHidden()
    }
    await expect(frame.statusLine).toContainText('5 toplantı')
  })
  await test.step('without a board after a template', async () => {
    await page.keyboard.press('Control+n')
    await expect(dialog.board).toBeFocused()
    await dialog.template.click()
    await page.getByRole('option', { name: 'Seminer' }).click()
    await expect(dialog.title).toHaveValue('Seminer')
    await expectAccessible(page, 'yeni toplantı, şablonla')
    await dialog.title.fill('Sulama Semineri')
    await dialog.title.press('Enter')
    await expect(meeting.title).toHaveValue('Sulama Semineri')
    const { record } = await storedMeeting(archive, 'Sulama')
    expect(record.kind).toBe('seminar')
    expect(record.agenda[0]).toMatchObject({ title: 'Kayıt ve açılış konuşmaları', plannedMinutes: 20 })
  })
})

test('matters of another board come along when asked for, once', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const archive = path.join(desk.documents, 'Örnek arşiv')
  const dialog = new NewMeetingDialog(page)
  const meeting = new MeetingPage(page)

  await test.step('the next meeting of one board takes over what is open in the other', async () => {
    await page.keyboard.press('Control+n')
    await dialog.chooseBoard('il koo')
    await expect(dialog.matter(new RegExp(list))).toHaveCount(0)
    await dialog.addBoard('kooperatifçilik', board)
    await expect(dialog.matter(new RegExp(list))).toBeChecked()
    await expect(dialog.matter(new RegExp(hall))).toBeChecked()
    await dialog.title.fill('Ortak toplantı')
    await dialog.title.press('Enter')
    await expect(meeting.title).toHaveValue('Ortak toplantı')
    const origins = meeting.text.getByRole('link', { name: /^Önceki bir görevden: Sosyal Kooperatifler/ })
    await expect(origins).toHaveCount(2)
    const { record } = await storedMeeting(archive, 'Ortak')
    const titles = record.agenda.map((item) => item.title)
    expect(titles.filter((title) => title === list || title === hall)).toEqual([list, hall])
  })
  await test.step('neither board is offered them again', async () => {
    await page.keyboard.press('Control+n')
    await dialog.chooseBoard('koo')
    await expect(dialog.carried).toContainText('gelen bir şey yok')
    await page.keyboard.press('Escape')
    await expect(dialog.root).toBeHidden()
    await page.keyboard.press('Control+n')
    await dialog.chooseBoard('il koo')
    await dialog.addBoard('kooperatifçilik', board)
    await expect(dialog.matter(new RegExp(list))).toHaveCount(0)
  })
})

test('in an archive without boards Ctrl+N alone makes a meeting', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.createArchive('Kurulsuz')
  const meeting = new MeetingPage(page)
  await page.keyboard.press('Control+n')
  await expect(meeting.title).toBeFocused()
  await expect(new NewMeetingDialog(page).root).toBeHidden()
})
