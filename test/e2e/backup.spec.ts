import { mkdir, open, readdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { answerFolderDialog, expect, expectAccessible, test } from '../support/app'
import { BackupsSection } from '../support/pages/backups'
import { Frame } from '../support/pages/frame'
import { storedRecords } from '../support/stored'

const titlesIn = async (archive: string) =>
  (await storedRecords(archive, 'note')).map(({ record }) => record.title).sort()

test('back up, change, look at what would change, restore into place, undo, and restore beside', async ({
  desk,
}) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  const backups = new BackupsSection(frame)
  const archive = path.join(desk.documents, 'Örnek arşiv')
  await frame.openSample()
  const before = await titlesIn(archive)

  await test.step('back up', async () => {
    await backups.open()
    await expect(backups.section).toContainText('Henüz yedek yok')
    await backups.backUp()
    await expect(backups.rows.nth(1)).toContainText('Elle alındı')
  })

  await test.step('change', async () => {
    await frame.addRecord('Bilgi notu ekle', 'Yedekten sonra yazıldı')
    await expect.poll(() => titlesIn(archive)).toEqual([...before, 'Yedekten sonra yazıldı'].sort())
  })

  await test.step('preview changes nothing', async () => {
    await backups.open()
    await backups.preview(0)
    await expect(backups.titles('Çöp kutusuna gidecek')).toHaveText([/Yedekten sonra yazıldı/])
    await expect(backups.dialog.getByText('Geri gelecek')).toHaveCount(0)
    await expectAccessible(page, 'yedek önizlemesi')
    expect(await titlesIn(archive)).toEqual([...before, 'Yedekten sonra yazıldı'].sort())
  })

  await test.step('restore into place, and undo it', async () => {
    await backups.dialog.getByRole('button', { name: 'Yerine yükle' }).click()
    const notice = frame.notice('Yedek geri yüklendi')
    await expect(notice).toBeVisible()
    expect(await titlesIn(archive)).toEqual(before)
    // The state before was backed up first.
    await expect(backups.rows.nth(1)).toContainText('Geri yükleme öncesi')
    await notice.getByRole('button', { name: 'Geri al' }).click()
    await expect.poll(() => titlesIn(archive)).toEqual([...before, 'Yedekten sonra yazıldı'].sort())
  })

  await test.step('restore beside', async () => {
    await backups.preview(1)
    await backups.dialog.getByRole('button', { name: 'Yeni klasöre yükle' }).click()
    await expect(frame.main.getByRole('heading', { level: 1, name: /^Örnek arşiv \(yedek / })).toBeVisible()
    const [folder = ''] = (await readdir(desk.documents)).filter((name) => name.includes('(yedek'))
    expect(await titlesIn(path.join(desk.documents, folder))).toEqual(before)
    expect(await titlesIn(archive)).toEqual([...before, 'Yedekten sonra yazıldı'].sort())
  })
})

test('a stick that is not plugged in, and a damaged backup, are told and change nothing', async ({
  desk,
}) => {
  const { app, page } = await desk.start()
  const frame = new Frame(page)
  const backups = new BackupsSection(frame)
  const stick = path.join(desk.folder, 'USB Bellek')
  await mkdir(stick)
  await frame.openSample()
  await backups.open()
  await answerFolderDialog(app, stick)
  await backups.section.getByRole('button', { name: 'Klasör seç' }).click()
  await expect(backups.section).toContainText('USB Bellek')
  await backups.backUp()
  const [zip = ''] = (await readdir(stick)).filter((name) => name.endsWith('.zip'))

  await test.step('pulled out; the warning moves nothing that may be under the mouse', async () => {
    await rename(stick, `${stick} çıkarıldı`)
    const before = await backups.places()
    await backups.askForBackup()
    await expect(backups.section.getByRole('alert')).toContainText('Yedek klasörüne ulaşılamıyor')
    await expect(frame.notice('Yedek klasörüne ulaşılamıyor').first()).toBeVisible()
    expect(await backups.places()).toEqual(before)
    await expect(frame.statusLine.getByRole('link', { name: 'Yedek klasörü yok' })).toBeVisible()
    await frame.goTo('Ana sayfa')
    await expect(frame.main).toContainText('Yedek klasörüne ulaşılamıyor')
    await expectAccessible(page, 'ana sayfa, yedek uyarısıyla')
    expect(await readdir(desk.folder)).not.toContain('USB Bellek')
  })

  await test.step('plugged in again', async () => {
    await rename(`${stick} çıkarıldı`, stick)
    await backups.open()
    await expect(backups.section.getByRole('alert')).toBeVisible()
    const before = await backups.places()
    await backups.backUp()
    await expect(frame.statusLine.getByRole('link', { name: 'Yedek klasörü yok' })).toHaveCount(0)
    await expect(backups.section.getByRole('alert')).toHaveCount(0)
    expect(await backups.places()).toEqual(before)
  })

  await test.step('a damaged one is not offered any more', async () => {
    const file = await open(path.join(stick, zip), 'r+')
    await file.write(Buffer.from('bozuk'), 0, 5, 400)
    await file.close()
    await backups.rows.nth(2).getByRole('button').click()
    await expect(frame.notice('Yedek bozuk').first()).toBeVisible()
    await expect(backups.rows.nth(2)).toContainText('Bozuk, geri yüklenemez')
    await expect(backups.rows.nth(2).getByRole('button')).toHaveCount(0)
  })
})
