import { readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { answerFolderDialog, expect, expectAccessible, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { storedMeeting } from '../support/stored'

const title = 'Sosyal Kooperatifler Tanıtım Toplantısı'

test('the archive as Markdown: exported, a sentence edited by hand, previewed, brought back, undone', async ({
  desk,
}) => {
  const { page, app } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const archive = path.join(desk.documents, 'Örnek arşiv')
  const before = await storedMeeting(archive, title)
  await frame.goTo('Ayarlar')
  const section = frame.main.getByRole('region', { name: 'Markdown' })

  await answerFolderDialog(app, desk.folder)
  await section.getByRole('button', { name: 'Arşivi Markdown olarak dışa aktar' }).click()
  await expect(frame.notice(/kayıt “.*Örnek arşiv – Markdown” klasörüne yazıldı/)).toBeVisible()
  const mirror = path.join(desk.folder, 'Örnek arşiv – Markdown')
  const folder = path.join(mirror, 'toplantilar', '2026')
  const name = (await readdir(folder)).find((file) => file.includes(title)) ?? ''
  const file = path.join(folder, name)
  const written = await readFile(file, 'utf8')
  expect(written).toContain('**yazılı iş birliği**')

  await writeFile(
    file,
    written.replace('**yazılı iş birliği**', '**sözlü görüş birliği**').replaceAll('\n', '\r\n'),
  )
  await answerFolderDialog(app, mirror)
  await section.getByRole('button', { name: 'Markdown’dan geri al' }).click()
  const dialog = page.getByRole('dialog', { name: 'Markdown’dan geri al' })
  const rows = dialog.getByRole('list', { name: 'Değişecek kayıtlar' })
  await expect(rows.getByRole('checkbox', { name: `Geri al: ${title}` })).toBeChecked()
  await expect(rows).toContainText('**yazılı iş birliği**')
  await expect(rows).toContainText('**sözlü görüş birliği**')
  await expectAccessible(page, 'Markdown önizlemesi')
  expect((await storedMeeting(archive, title)).record).toEqual(before.record)

  await dialog.getByRole('button', { name: 'Arşive al' }).click()
  await expect(dialog).toBeHidden()
  const notice = frame.notice('Geri alındı: 0 yeni, 1 değişen, 0 silinen kayıt')
  await expect(notice).toBeVisible()
  expect(JSON.stringify((await storedMeeting(archive, title)).record)).toContain('sözlü görüş birliği')
  await notice.getByRole('button', { name: 'Geri al' }).click()
  await expect(frame.notice('Son işlem geri alındı')).toBeVisible()
  const after = await storedMeeting(archive, title)
  expect(after.record.agenda).toEqual(before.record.agenda)
})

test('a file that cannot be read is named with its line, and nothing is brought back', async ({ desk }) => {
  const { page, app } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  await frame.goTo('Ayarlar')
  const section = frame.main.getByRole('region', { name: 'Markdown' })
  await answerFolderDialog(app, desk.folder)
  await section.getByRole('button', { name: 'Arşivi Markdown olarak dışa aktar' }).click()
  await expect(frame.notice(/klasörüne yazıldı/)).toBeVisible()
  const mirror = path.join(desk.folder, 'Örnek arşiv – Markdown')
  const [note = ''] = await readdir(path.join(mirror, 'notlar'))
  const file = path.join(mirror, 'notlar', note)
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^# .*$/m, 'Başlık değil'))
  await answerFolderDialog(app, mirror)
  await section.getByRole('button', { name: 'Markdown’dan geri al' }).click()
  const dialog = page.getByRole('dialog', { name: 'Markdown’dan geri al' })
  await expect(dialog.getByRole('alert')).toContainText(/notlar\/.*, \d+\. satır: başlık satırı/)
  await expect(dialog.getByRole('button', { name: 'Arşive al' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Vazgeç' }).click()
  await expect(dialog).toBeHidden()
})
