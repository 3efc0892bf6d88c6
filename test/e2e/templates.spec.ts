import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { answerFolderDialog, answerSaveDialog, expect, expectAccessible, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { NewMeetingDialog } from '../support/pages/new-meeting-dialog'

test('a template is copied, edited by keys, given away as a file and taken over; a bad file changes nothing', async ({
  desk,
}) => {
  const { app, page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  await frame.goTo('Ayarlar')
  const list = frame.main.getByRole('list', { name: 'Şablonlar' })
  const entries = list.getByRole('listitem')
  const editor = page.getByRole('dialog', { name: 'Şablonu düzenle' })
  const item = (number: number) => editor.getByRole('textbox', { name: `Madde ${number} başlığı` })
  const choose = async (name: string, action: string) => {
    await list.getByRole('button', { name: `${name}: işlemler` }).press('Enter')
    await page.getByRole('menuitem', { name: action }).press('Enter')
  }
  await expect(entries).toHaveCount(9)

  await test.step('a shipped one is copied and changed: Enter adds an item, Alt+arrow moves it', async () => {
    await choose('Panel', 'Kopyala')
    const name = editor.getByRole('textbox', { name: 'Şablonun adı' })
    await expect(name).toHaveValue('Panel (kopya)')
    await name.fill('Kadın emeği paneli')
    await expectAccessible(page, 'şablon düzenleme')
    await item(1).press('Enter')
    await expect(item(2)).toBeFocused()
    await page.keyboard.type('Açış sunumu')
    await page.keyboard.press('Alt+ArrowUp')
    await expect(item(1)).toBeFocused()
    await expect(item(1)).toHaveValue('Açış sunumu')
    await editor.getByRole('textbox', { name: 'Madde 1 süresi (dakika)' }).fill('25')
    await editor.getByRole('button', { name: 'Madde 1: başlangıç metni' }).press('Enter')
    await editor.getByRole('textbox', { name: 'Madde 1 başlangıç metni' }).fill('Sunum yapıldı.')
    await page.keyboard.press('Escape')
    await expect(list).toContainText('Kadın emeği paneli')
    await expect(frame.saveState).toContainText('Kaydedildi')
  })

  const file = path.join(desk.folder, 'panel şablonu.json')
  await test.step('it is saved to a file, deleted, brought back by undo, deleted, taken from the file', async () => {
    await answerSaveDialog(app, file)
    await choose('Kadın emeği paneli', 'Dosyaya kaydet')
    await expect(page.getByText('“Kadın emeği paneli” dosyaya kaydedildi.')).toBeVisible()
    const written = JSON.parse(await readFile(file, 'utf8')) as { template: { agenda: unknown[] } }
    expect(written.template.agenda[0]).toEqual({
      title: 'Açış sunumu',
      kind: 'item',
      plannedMinutes: 25,
      markdown: 'Sunum yapıldı.',
    })
    await choose('Kadın emeği paneli', 'Sil')
    await expect(entries).toHaveCount(9)
    await page.getByRole('button', { name: 'Geri al', exact: true }).click()
    await expect(entries).toHaveCount(10)
    await choose('Kadın emeği paneli', 'Sil')
    await expect(entries).toHaveCount(9)
    await answerFolderDialog(app, file)
    await frame.main.getByRole('button', { name: 'Dosyadan al' }).click()
    await expect(entries).toHaveCount(10)
  })
  await test.step('what was changed after a template went back to the shipped one outlives the undo of that', async () => {
    const begin = async (words: string) => {
      await list.getByRole('button', { name: /^Düzenle: Konferans/ }).click()
      await item(1).fill(words)
      await page.keyboard.press('Escape')
      await expect(frame.saveState).toContainText('Kaydedildi')
    }
    await begin('Önceki açılış')
    await choose('Konferans', 'Özgün hâline döndür')
    await begin('Sonraki açılış')
    const wasReset = page.getByRole('status').filter({ hasText: '“Konferans” özgün hâline döndü' })
    await wasReset.getByRole('button', { name: 'Geri al', exact: true }).click()
    await expect(entries).toHaveCount(11)
    await list.getByRole('button', { name: /^Düzenle: Konferans(?! \(kopya\))/ }).click()
    await expect(item(1)).toHaveValue('Sonraki açılış')
    await page.keyboard.press('Escape')
    await list.getByRole('button', { name: /^Düzenle: Konferans \(kopya\)/ }).click()
    await expect(item(1)).toHaveValue('Önceki açılış')
    await page.keyboard.press('Escape')
    await choose('Konferans (kopya)', 'Sil')
    await expect(entries).toHaveCount(10)
  })
  await test.step('a bad file is told and changes nothing', async () => {
    const bad = path.join(desk.folder, 'bozuk.json')
    await writeFile(bad, '{"format":"tutanak-template","version":1,"template":{"name":7}}')
    await answerFolderDialog(app, bad)
    await frame.main.getByRole('button', { name: 'Dosyadan al' }).click()
    await expect(page.getByRole('alert')).toContainText('Dosya bir Tutanak şablonu değil ya da bozulmuş')
    await expect(entries).toHaveCount(10)
    await expectAccessible(page, 'ayarlar, şablonlar')
    await list.scrollIntoViewIfNeeded()
  })
  await test.step('a meeting after it stands ready, its text counts as not yet discussed', async () => {
    await page.keyboard.press('Control+n')
    const dialog = new NewMeetingDialog(page)
    await expect(dialog.board).toBeFocused()
    await dialog.template.click()
    await page.getByRole('option', { name: 'Kadın emeği paneli' }).click()
    await dialog.title.fill('Emek Paneli')
    await dialog.title.press('Enter')
    const meeting = new MeetingPage(page)
    await expect(meeting.text).toContainText('Sunum yapıldı.')
    await expect(meeting.title).toHaveValue('Emek Paneli')
  })
  await test.step('a meeting becomes a template', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('şablon olarak')
    await page.getByRole('option', { name: 'Toplantıyı şablon olarak kaydet' }).click()
    await page.getByRole('button', { name: 'Şablonları aç' }).click()
    await expect(entries).toHaveCount(11)
    await expect(list).toContainText('Emek Paneli')
  })
})

test('a board follows the template that its card names', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  await frame.goTo('Kurullar')
  await frame.main.getByRole('row', { name: /^İl Koordinasyon Kurulu/ }).click()
  await page.getByRole('combobox', { name: 'Şablon' }).click()
  await page.getByRole('option', { name: 'İl koordinasyon kurulu dönem toplantısı' }).click()
  await expect(frame.saveState).toContainText('Kaydedildi')
  await page.getByRole('textbox', { name: 'Olağan yeri' }).fill('Valilik salonu')
  await page.getByRole('textbox', { name: 'Olağan saati' }).fill('9.30')
  await expectAccessible(page, 'kurul kartı')
  await page.getByRole('button', { name: 'Bu kurulun toplantısını ekle' }).click()
  const dialog = new NewMeetingDialog(page)
  await expect(dialog.board).toHaveValue('İl Koordinasyon Kurulu')
  await expect(dialog.root).toContainText(/Boş bırakırsanız: .*, 09\.30/)
  await expect(dialog.template).toHaveValue('İl koordinasyon kurulu dönem toplantısı')
  await expect(dialog.title).toHaveValue(/^İl Koordinasyon Kurulu \d{4} Yılı \d+\. Dönem Toplantısı$/)
})
