import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { Participant } from '../../shared/records/participant'
import { answerFolderDialog, commandOf, environmentOf, expect, test, type RunningApp } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { runningText } from '../support/saves'
import { smallDisk, type SmallDisk } from '../support/small-disk'
import { storedFile, storedMeeting, storedRecords } from '../support/stored'

/** Makes an archive in a folder that the user chooses. */
async function createIn({ app, page }: RunningApp, folder: string, name: string): Promise<string> {
  await answerFolderDialog(app, folder)
  await page.getByRole('button', { name: /^Boş arşivle başla/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Yeni arşiv' })
  await dialog.getByRole('textbox', { name: 'Arşivin adı' }).fill(name)
  await dialog.getByRole('radio', { name: 'Başka bir klasör seçeceğim' }).check()
  await dialog.getByRole('button', { name: 'Arşivi oluştur' }).click()
  await new Frame(page).showsArchive(name)
  return path.join(folder, name)
}

/** The next question of the program is answered with this button; the question is kept. */
async function answerQuestion({ app }: RunningApp, button: number): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    dialog.showMessageBox = ((_window: unknown, options: { message: string }) => {
      ;(globalThis as { asked?: string }).asked = options.message
      return Promise.resolve({ response, checkboxChecked: false })
    }) as typeof dialog.showMessageBox
  }, button)
}

const asked = ({ app }: RunningApp) => app.evaluate(() => (globalThis as { asked?: string }).asked)

/** Problems as the settings list them: file and state. */
function problemRows(page: Page): Locator {
  return page.getByRole('main').getByRole('table').getByRole('row')
}

test.describe('on a small disk', () => {
  let disk: SmallDisk | string = 'not tried'
  test.afterEach(async () => {
    if (typeof disk !== 'string') await disk.remove()
  })

  test('a full disk while typing: the text stays, the status says so, and it is saved once there is room', async ({
    desk,
  }) => {
    disk = await smallDisk(path.join(desk.folder, 'küçük disk'))
    test.skip(typeof disk === 'string', String(disk))
    if (typeof disk === 'string') return
    const running = await desk.start()
    const archive = await createIn(running, disk.folder, 'Dolu Arşiv')
    const { page } = running
    const frame = new Frame(page)
    const meeting = new MeetingPage(page)
    await meeting.create()
    await page.keyboard.type('Disk Dolarken Yapılan Toplantı')
    await meeting.goToEnd()
    await page.keyboard.type('Yer varken yazılan cümle. ')
    const before = await meeting.saved()

    await disk.fill()
    await page.keyboard.type('Yer kalmayınca yazılan cümle.')
    await expect(meeting.root).toHaveAttribute('data-save-state', 'failed')
    await expect(frame.saveState).toContainText('Kaydedilemedi: Disk dolu.')
    await expect(frame.saveState).toContainText('Yazdıklarınız bu pencerede duruyor.')
    await expect(meeting.text).toContainText('Yer varken yazılan cümle. Yer kalmayınca yazılan cümle.')
    await expect(meeting.root).toHaveAttribute('data-saved-hash', before)
    expect((await storedMeeting(archive, 'Disk Dolarken')).hash).toBe(before)

    await test.step('closing asks, and the window can stay', async () => {
      await answerQuestion(running, 0)
      await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      await expect.poll(() => asked(running)).toBe('Son yazdıklarınız henüz kaydedilemedi.')
      await expect(meeting.text).toContainText('Yer kalmayınca yazılan cümle.')
    })

    const retry = frame.saveState.getByRole('button', { name: 'Yeniden dene' })
    await test.step('trying again without room fails again', async () => {
      await retry.click()
      await expect(frame.saveState).toContainText('Kaydedilemedi: Disk dolu.')
    })
    await disk.free()
    // It may try again by itself before the click gets there.
    await retry.click({ timeout: 2_000 }).catch(() => undefined)
    const after = await meeting.saved()
    await expect(frame.saveState).toHaveText(/^Kaydedildi/)
    const stored = await storedMeeting(archive, 'Disk Dolarken')
    expect(stored.hash).toBe(after)
    expect(runningText(stored.record)).toBe('Yer varken yazılan cümle. Yer kalmayınca yazılan cümle.')
    await running.close()
  })

  test('an archive on a disk that cannot be written opens for reading', async ({ desk }) => {
    disk = await smallDisk(path.join(desk.folder, 'kilitli disk'))
    test.skip(typeof disk === 'string', String(disk))
    if (typeof disk === 'string') return
    const first = await desk.start()
    const archive = await createIn(first, disk.folder, 'Salt Okunur Arşiv')
    const meeting = new MeetingPage(first.page)
    await meeting.create()
    await first.page.keyboard.type('Okunacak Toplantı')
    await meeting.saved()
    await first.close()
    const before = await storedMeeting(archive, 'Okunacak')
    await disk.makeReadOnly()

    const second = await desk.start()
    const frame = new Frame(second.page)
    await frame.showsArchive('Salt Okunur Arşiv')
    await expect(frame.statusLine).toContainText('Salt okunur')
    await frame.goTo('Toplantılar')
    await expect(frame.main.getByRole('button', { name: 'Toplantı ekle' })).toHaveCount(0)
    await frame.main.getByRole('row', { name: 'Okunacak Toplantı' }).click()
    const page = new MeetingPage(second.page)
    await expect(page.title).toHaveValue('Okunacak Toplantı')
    await expect(page.title).not.toBeEditable()
    await expect(page.root).toContainText('Arşiv salt okunur açıldı')
    await second.close()
    expect((await storedMeeting(archive, 'Okunacak')).hash).toBe(before.hash)
  })
})

test('the second program in an archive reads, and names who writes', async ({ desk }) => {
  const first = await desk.start()
  const frame = new Frame(first.page)
  await frame.openSample()
  const second = await desk.start({ env: { TUTANAK_USER_DATA: path.join(desk.folder, 'ikinci masa') } })
  await answerFolderDialog(second.app, path.join(desk.documents, 'Örnek arşiv'))
  await second.page.getByRole('button', { name: /^Var olan arşivi aç/ }).click()
  const other = new Frame(second.page)
  await other.showsArchive('Örnek arşiv')
  await expect(other.statusLine).toContainText(/Salt okunur: arşivi şu anda .+ kullanıyor/)
  await other.goTo('Toplantılar')
  await other.main.getByRole('row', { name: /^Sosyal Kooperatifler/ }).click()
  const meeting = new MeetingPage(second.page)
  await expect(meeting.title).not.toBeEditable()
  await expect(meeting.text).toHaveAttribute('contenteditable', 'false')
  await expect(meeting.root.getByRole('toolbar')).toHaveCount(0)
  // The keys of the panels lead into them, though there is nothing to be typed.
  await second.page.keyboard.press('F2')
  await expect(meeting.head).toBeFocused()
  await second.page.keyboard.press('F4')
  await expect(meeting.roll.locator('tr[data-row]').first()).toBeFocused()
  await expect(frame.statusLine).not.toContainText('Salt okunur')
})

test('the program started twice stays one window', async ({ desk }) => {
  const first = await desk.start()
  await new Frame(first.page).openSample()
  const noticed = first.app.evaluate(
    ({ app }) => new Promise<boolean>((resolve) => app.once('second-instance', () => resolve(true))),
  )
  const { executable, args } = commandOf()
  const again = spawn(executable, args, { env: environmentOf(desk), stdio: 'ignore' })
  const [code] = (await once(again, 'exit')) as [number | null]
  expect(code).toBe(0)
  expect(await noticed).toBe(true)
  expect(await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await expect(new Frame(first.page).main).toBeVisible()
})

test('damaged, empty, foreign, newer and changed files are told apart, and the rest opens', async ({
  desk,
}) => {
  const archive = path.join(desk.documents, 'Örnek arşiv')
  const first = await desk.start()
  await new Frame(first.page).openSample()
  await first.close()

  const notes = await storedRecords(archive, 'note')
  const bodies = await storedRecords(archive, 'body')
  const people = await storedRecords(archive, 'participant')
  const [damaged, empty] = notes
  const [newer] = bodies
  const changed = people.find(({ record }) => record.name === 'Murat Iğdırlı')
  if (!damaged || !empty || !newer || !changed) throw new Error('the sample archive is not as expected')
  const foreign = path.join(path.dirname(changed.file), 'liste.json')
  const text = await readFile(damaged.file, 'utf8')
  await writeFile(damaged.file, text.slice(0, text.length / 2))
  await writeFile(empty.file, '')
  await writeFile(foreign, '{ "alışveriş": ["çay", "şeker"] }')
  await writeFile(newer.file, (await readFile(newer.file, 'utf8')).replace(/"version": \d+/, '"version": 99'))
  await writeFile(
    changed.file,
    (await readFile(changed.file, 'utf8')).replace('"Murat Iğdırlı"', '"Murat Iğdırlıoğlu"'),
  )
  const untouched = [damaged.file, empty.file, foreign, newer.file]
  const before = await Promise.all(untouched.map((file) => readFile(file)))

  const second = await desk.start()
  const { page } = second
  const frame = new Frame(page)
  await frame.showsArchive('Örnek arşiv')
  await expect(frame.main).toContainText('Arşivde ilgilenmeniz gereken 5 dosya var.')
  await frame.main.getByRole('link', { name: 'Dosyaları göster' }).click()
  const row = (file: string) => problemRows(page).filter({ hasText: path.basename(file) })
  await expect(row(damaged.file)).toContainText('Bozuk')
  await expect(row(empty.file)).toContainText('Bozuk')
  await expect(row(foreign)).toContainText('Tutanak kaydı değil')
  await expect(row(newer.file)).toContainText('Daha yeni bir sürümle')
  await expect(row(changed.file)).toContainText('Tutanak dışında değiştirilmiş')

  await test.step('what is whole opens and can be written', async () => {
    await frame.goTo('Toplantılar')
    await frame.main.getByRole('row', { name: /^Yerel Kalkınmada/ }).click()
    const meeting = new MeetingPage(page)
    await meeting.goToEnd()
    await page.keyboard.type('Arşivin kalanı yazılabiliyor.')
    await meeting.saved()
  })
  await test.step('the change from outside is shown, kept back, and accepted by hand', async () => {
    await frame.goTo('Ayarlar')
    await row(changed.file).getByRole('button', { name: 'Değişikliği kabul et' }).click()
    await expect(row(changed.file)).toHaveCount(0)
    await frame.goTo('Kişiler')
    await expect(frame.main.getByRole('row', { name: 'Murat Iğdırlıoğlu' })).toBeVisible()
  })
  await second.close()
  expect(await Promise.all(untouched.map((file) => readFile(file)))).toEqual(before)
  expect((await storedFile<Participant>(changed.file)).record.name).toBe('Murat Iğdırlıoğlu')
})

test('an archive that is not there is explained, and opens when it is back', async ({ desk }) => {
  const archive = path.join(desk.documents, 'Örnek arşiv')
  const first = await desk.start()
  await new Frame(first.page).openSample()
  await first.close()
  await rename(archive, `${archive} (çekmecede)`)

  const { page } = await desk.start()
  const frame = new Frame(page)
  const recent = page.getByRole('region', { name: 'Son kullanılan arşivler' })
  await expect(recent).toContainText('Şu anda ulaşılamıyor')
  await expect(frame.statusLine).toContainText('Açık arşiv yok')
  await rename(`${archive} (çekmecede)`, archive)
  await recent.getByRole('button', { name: 'Örnek arşiv arşivini aç' }).click()
  await frame.showsArchive('Örnek arşiv')
  await expect(frame.statusLine).toContainText('4 toplantı')
})

test('earlier versions that cannot be kept are told, saves go on, and they are kept once it works again', async ({
  desk,
}) => {
  const running = await desk.start()
  const frame = new Frame(running.page)
  const archive = await createIn(running, desk.documents, 'Geçmişi Yazılamayan')
  const meeting = new MeetingPage(running.page)
  await meeting.create()
  await running.page.keyboard.type('Sürümü Saklanamayan Toplantı')
  await meeting.saved()
  // A file in the folder's place refuses every version, even to an administrator.
  const history = path.join(archive, 'history')
  await rm(history, { recursive: true, force: true })
  await writeFile(history, 'klasör değil')

  await meeting.goToEnd()
  await running.page.keyboard.type('Birinci cümle.')
  await meeting.saved()
  await frame.goTo('Toplantılar')
  await expect(frame.statusLine).toContainText('Geçmiş sürümleri yazılamıyor')

  await rm(history)
  await frame.main.getByRole('row', { name: /^Sürümü Saklanamayan/ }).click()
  await meeting.goToEnd()
  await running.page.keyboard.type(' İkinci cümle.')
  await meeting.saved()
  await frame.goTo('Toplantılar')
  await expect(frame.statusLine).not.toContainText('Geçmiş sürümleri yazılamıyor')
  const stored = await storedMeeting(archive, 'Sürümü Saklanamayan Toplantı')
  expect(runningText(stored.record)).toBe('Birinci cümle. İkinci cümle.')
})
