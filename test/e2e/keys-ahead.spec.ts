import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { askDoor } from '../support/door'
import { control, pause, send, type Press } from '../support/keys-at-once'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { storedMeeting } from '../support/stored'

const archive = 'Önden Giden Eller'
const made = { key: 'Enter', held: control, text: '\r' }

/** Types all of it at once: words letter by letter, keys by their names. */
async function keysOf(page: Page, lagging: boolean) {
  const keys = await page.context().newCDPSession(page)
  return async (...presses: (Press | { words: string })[]) => {
    if (lagging) await pause(page)
    const each = presses.flatMap((press): Press[] =>
      typeof press === 'object' && 'words' in press ? [...press.words] : [press],
    )
    await Promise.all(each.map((press) => send(keys, press)))
  }
}
const words = (typed: string) => ({ words: typed })

const hands = [
  { when: 'after a pause of the window', lagging: true },
  { when: 'one right behind the other', lagging: false },
]

for (const { when, lagging } of hands) {
  test(`names that are typed faster than they are found are taken, ${when}`, async ({ desk }) => {
    const { page } = await desk.start()
    await new Frame(page).createArchive(archive)
    for (const name of ['Ayla Deniz', 'Berna Kaya'])
      await askDoor(page, 'records.create', { type: 'participant', fields: { name } })
    for (const name of ['Deneme Kurumu', 'Deneme Kurumu Ek'])
      await askDoor(page, 'records.create', { type: 'agency', fields: { name } })
    const meeting = new MeetingPage(page)
    await meeting.create()
    await page.keyboard.type('Adlar')
    const press = await keysOf(page, lagging)
    const person = meeting.roll.getByRole('combobox', { name: 'Kişi ekle' })
    const told = (name: string) => page.getByText(`“${name}” alınmadı`)

    await test.step('on the roll: Enter behind each; new ones are made while the next is typed', async () => {
      await press('F4', words('Ayla Deniz'), 'Enter', words('Berna Kaya'), 'Enter', words('Cem Kurt'), made)
      await press(words('Filiz'))
      await expect(meeting.row('Cem Kurt')).toBeVisible()
      for (const name of ['Ayla Deniz', 'Berna Kaya']) await expect(meeting.row(name)).toBeVisible()
      await expect(person).toHaveValue('Filiz')
    })
    await test.step('a name that nobody has is not taken, and that is told', async () => {
      await press({ key: 'a', held: control }, words('Ayl'), 'Tab', words('Deneme Kurumu'), 'Enter')
      await expect(told('Ayl')).toBeVisible()
      await expect(meeting.row('Deneme Kurumu')).toBeVisible()
      await expect(meeting.roll.locator('tr[data-row]')).toHaveCount(4)
    })
    await test.step('a name in the row of an agency: one goes on with the office', async () => {
      await meeting.row('Deneme Kurumu').focus()
      await press('Enter', words('Derya Can'), made)
      await expect(meeting.row('Derya Can')).toBeVisible()
      await press(words('Uzman'))
      await expect(meeting.roll.getByRole('textbox', { name: 'Unvanı: Derya Can' })).toHaveValue('Uzman')
    })
    await test.step('in an agenda item and an action item: what is typed in the other fields stays', async () => {
      await meeting.goToEnd()
      await page.keyboard.type('/gündem Konu')
      await press('Tab', 'Tab', words('Ayla Deniz'), 'Enter', 'Tab', words('dayanak'), 'Enter')
      await expect(meeting.text.getByRole('combobox', { name: 'Sunan' })).toHaveValue('Ayla Deniz')
      await page.keyboard.type('/görev Yapılır')
      await press('Tab', words('Deneme Kurumu'), 'Enter', 'Tab', words('birim'), 'Tab', words('Berna Kaya'))
      await press('Tab', words('15.04.2027'), 'Enter', words('son'))
      await expect(meeting.text.getByRole('combobox', { name: 'Sorumlu kurum' })).toHaveValue('Deneme Kurumu')
      await page.keyboard.press('Enter')
      await page.keyboard.type('/görev Yeni')
      await press('Tab', words('Yeni Bir Kurum'), made, 'Tab', words('daire'), 'Enter', words('bitti'))
      await expect(meeting.text.getByRole('combobox', { name: 'Sorumlu kurum' }).last()).toHaveValue(
        'Yeni Bir Kurum',
      )
    })
    await test.step('several of the head', async () => {
      await meeting.showHead()
      await meeting.head.getByRole('combobox', { name: 'Ev sahibi kurumlar' }).focus()
      await press(
        words('Deneme Kurumu'),
        'Enter',
        words('Deneme Kurumu Ek'),
        'Enter',
        words('Son Kurum'),
        made,
      )
      for (const name of ['Deneme Kurumu', 'Deneme Kurumu Ek', 'Son Kurum'])
        await expect(meeting.head.getByRole('button', { name: `${name} seçimini kaldır` })).toBeVisible()
    })
    await meeting.saved()
    const { record } = await storedMeeting(path.join(desk.documents, archive), 'Adlar')
    const stored = JSON.stringify(record)
    for (const said of ['"dayanak"', '"birim"', '"Berna Kaya"', '"2027-04-15"', '"son', '"daire"', '"bitti"'])
      expect(stored).toContain(said)

    await test.step('in a note: the link stands before what is typed behind it', async () => {
      const fields = { title: 'Not', markdown: '' }
      const { id } = await askDoor(page, 'records.create', { type: 'note', fields })
      await page.evaluate((hash) => (location.hash = hash), `/notlar/${id}`)
      const note = page.getByRole('textbox', { name: 'Metin', exact: true })
      await note.fill('önce ')
      await page.getByRole('button', { name: 'Bağlantı ekle' }).focus()
      await press('Enter', words('Deneme Kurumu'), 'Enter', words(' sonra'))
      await expect(note).toHaveValue('önce [[Deneme Kurumu]] sonra')
    })
    await test.step('in the dialog of a new meeting: it is of the board that was typed', async () => {
      for (const name of ['Deneme Kurulu', 'Deneme Kurulu Alt'])
        await askDoor(page, 'records.create', { type: 'body', fields: { name } })
      await page.keyboard.press('Control+n')
      await expect(page.getByRole('dialog').getByRole('combobox').first()).toBeFocused()
      await press(words('Deneme Kurulu'), 'Tab', 'Tab', words('5'), 'Tab', words('12.05.2027'), 'Enter')
      await expect(meeting.title).toHaveValue('Deneme Kurulu 5. Toplantısı')
    })
  })

  test(`letters right behind the keys of tools and lists stand where they are meant, ${when}`, async ({
    desk,
  }) => {
    const { page } = await desk.start()
    await new Frame(page).createArchive(archive)
    await askDoor(page, 'records.create', { type: 'participant', fields: { name: 'Ayla Deniz' } })
    const meeting = new MeetingPage(page)
    await meeting.create()
    await page.keyboard.type('Araçlar')
    const press = await keysOf(page, lagging)
    const line = meeting.text.locator(':scope > p')
    const tool = (name: RegExp) => page.getByRole('toolbar').getByRole('button', { name })
    await meeting.goToEnd()

    await test.step('a name behind @ ends where Enter was pressed; none: a new line', async () => {
      await press(words('Bugün @Ayla Deniz'), 'Enter', words(' geldi'), 'Enter')
      await expect(line.first()).toHaveText('Bugün Ayla Deniz geldi')
      await press(words('@Zzz.Qqq'), 'Enter', words('sonra '))
      await expect(line).toHaveText(['Bugün Ayla Deniz geldi', '@Zzz.Qqq', 'sonra '])
      const people = await askDoor(page, 'records.find', { types: ['participant'], text: '', limit: 9 })
      expect(people.map(({ label }) => label)).toEqual(['Ayla Deniz'])
    })
    await test.step('tools of the text, a link, a table', async () => {
      await tool(/^Kalın/).focus()
      await press('Enter', words('kalın'))
      await expect(line.nth(2).locator('strong')).toHaveText('kalın')
      await tool(/^Bağlantı/).focus()
      await press('Enter', words('ornek.gen.tr'), 'Enter', words(' ve'))
      await expect(line.nth(2)).toHaveText(/https:\/\/ornek\.gen\.tr ve$/)
      await tool(/^Bağlantı/).click()
      await press(words('bos'), 'Escape', words(' dahi'))
      await expect(line.nth(2)).toHaveText(/ ve dahi$/)
      await press('Enter', words('/tablo '), words('ilk'))
      await tool(/^Tablo/).focus()
      await press('Enter', 'ArrowDown', 'Enter', words('göz'))
      await expect(meeting.text.locator('tr').first().locator('th')).toHaveText(['ilkgöz', '', '', ''])
    })
    await test.step('the bar of finding takes them also while it stands open', async () => {
      const field = page.getByRole('textbox', { name: 'Aranacak sözler' })
      await press({ key: 'f', held: control }, words('geldi'))
      await expect(field).toHaveValue('geldi')
      for (const place of [meeting.text, meeting.title]) {
        await place.focus()
        await press({ key: 'f', held: control }, words('dahi'))
        await expect(field).toHaveValue('dahi')
        await field.fill('geldi')
      }
      await press('Escape')
      await expect(meeting.title).toHaveValue('Araçlar')
    })
    await test.step('what is missing before the review: the place has them', async () => {
      await page.getByRole('button', { name: /^Durum/ }).focus()
      await press('Enter', 'ArrowDown', 'ArrowDown', 'Enter', 'Enter', words('12.05.2027'))
      await expect(meeting.head.getByRole('textbox', { name: 'Başlangıç' })).toHaveValue('12.05.2027')
    })
    await test.step('keys for the list of a misspelt word do not break the line', async () => {
      await meeting.goToEnd()
      await press('Enter', words('toplantisi yapldi '), 'Home', 'F7', 'Enter')
      await expect(page.getByRole('listbox', { name: '“toplantisi” için öneriler' })).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(line.last()).toHaveText('toplantisi yapldi ')
    })
    await meeting.saved()
  })
}
