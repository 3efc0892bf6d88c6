import { readFile, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { storedMeeting, storedRecords } from '../support/stored'

/** Files below a folder that hold a word, also packed (histories). */
async function filesWith(folder: string, word: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const bytes = await readFile(file)
    const text = entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes
    if (text.includes(word)) found.push(path.relative(folder, file))
  }
  return found
}

test('a sentence written over comes back from the history; a purged meeting is gone from disk and search', async ({
  desk,
}) => {
  test.setTimeout(240_000)
  const archive = path.join(desk.documents, 'Geçmiş Denemesi')
  const { page } = await desk.start()
  const frame = new Frame(page)
  const meeting = new MeetingPage(page)
  await frame.createArchive('Geçmiş Denemesi')
  const versions = page.getByRole('listbox', { name: 'Sürümler' })
  const historySize = async () => {
    const folder = path.join(archive, 'history')
    const names = await readdir(folder, { recursive: true }).catch(() => [])
    const sizes = names.map(async (name) =>
      name.endsWith('.jsonl.gz') ? (await stat(path.join(folder, name))).size : 0,
    )
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  }

  await test.step('written, left, written over', async () => {
    await meeting.create()
    await page.keyboard.type('Zümrüdüanka Değerlendirmesi')
    await meeting.goToEnd()
    await page.keyboard.type('İlk yazılan cümle korunmalıdır.')
    await meeting.saved()
    await expect.poll(historySize).toBeGreaterThan(0)
    const before = await historySize()
    await frame.goTo('Toplantılar')
    // Whoever comes back at once goes on with the same work: that it ended must be on the disk.
    await expect.poll(historySize).toBeGreaterThan(before)
    await frame.main.getByRole('row', { name: /^Zümrüdüanka/ }).click()
    await meeting.goToEnd()
    await expect(meeting.text).toBeFocused()
    await page.keyboard.press('Shift+Home')
    // Whoever writes over a sentence sees it selected before.
    await expect(meeting.outline).toContainText('4 sözcükten 4 seçili')
    await page.keyboard.type('Üzerine başka bir şey yazıldı.')
    await meeting.saved()
  })
  await test.step('the history shows both, side by side', async () => {
    await frame.runCommand('Toplantının geçmişini aç')
    await expect(
      frame.main.getByRole('heading', { level: 1, name: 'Geçmiş: Zümrüdüanka Değerlendirmesi' }),
    ).toBeVisible()
    await expect(versions.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
    const diff = frame.main.getByRole('region', { name: 'Karşılaştır' })
    await expect(diff.getByRole('table')).toBeVisible()
    await expect(diff.locator('del').first()).toBeVisible()
    await expect(diff.locator('ins').first()).toBeVisible()
    await expect(diff).toContainText('İlk yazılan cümle korunmalıdır.')
    await expect(diff).toContainText('Üzerine başka bir şey yazıldı.')
  })
  await test.step('the earlier version is restored, taken back and restored again', async () => {
    await versions.getByRole('option').first().focus()
    await page.keyboard.press('ArrowDown')
    const hash = await versions.getByRole('option', { selected: true }).getAttribute('data-hash')
    await frame.main.getByRole('button', { name: 'Bu sürüme dön' }).click()
    await frame.notice('Eski sürüme dönüldü').getByRole('button', { name: 'Geri al' }).click()
    await expect(frame.notice('Son işlem geri alındı')).toBeVisible()
    expect(JSON.stringify((await storedMeeting(archive, 'Zümrüdüanka')).record)).toContain('Üzerine başka')
    // A list that is about to grow would move under the click.
    await expect(versions.getByRole('option').first()).not.toContainText('Eski sürüme dönüldü')
    await versions.locator(`[data-hash="${hash}"]`).click()
    await frame.main.getByRole('button', { name: 'Bu sürüme dön' }).click()
    await expect(versions.getByRole('option', { name: /Eski sürüme dönüldü/ }).first()).toBeVisible()
    // The list shows an earlier restoring as well: the file tells of this one.
    await expect
      .poll(async () => JSON.stringify((await storedMeeting(archive, 'Zümrüdüanka')).record))
      .not.toContain('Üzerine başka')
    await frame.main.getByRole('button', { name: 'Kayda dön' }).click()
    await expect(meeting.title).toHaveValue('Zümrüdüanka Değerlendirmesi')
  })
  await test.step('several rows are chosen, deleted and taken back in one step', async () => {
    await frame.addRecord('Bilgi notu ekle', 'Birinci not')
    await frame.addRecord('Bilgi notu ekle', 'İkinci not')
    await frame.goTo('Bilgi notları')
    const grid = frame.main.getByRole('grid', { name: 'Bilgi notları' })
    await expect(grid.getByRole('row', { name: 'Birinci not' })).toBeVisible()
    await grid.focus()
    await page.keyboard.press('Control+a')
    const bar = frame.main.getByRole('group', { name: 'Seçilenler' })
    await expect(bar).toContainText('2 seçildi')
    await page.keyboard.press('Escape')
    await expect(bar).toHaveCount(0)
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(bar).toContainText('2 seçildi')
    await bar.getByRole('button', { name: 'Sil' }).click()
    await expect(grid).toHaveCount(0)
    await expect.poll(async () => (await storedRecords(archive, 'note')).length).toBe(0)
    await page.locator('body').press('Control+z')
    await expect(grid.getByRole('row', { name: 'İkinci not' })).toBeVisible()
    expect(await storedRecords(archive, 'note')).toHaveLength(2)
  })
  await test.step('deleted to the bin, and back', async () => {
    await frame.goTo('Toplantılar')
    const grid = frame.main.getByRole('grid', { name: 'Toplantılar' })
    await expect(grid.getByRole('row', { name: /^Zümrüdüanka/ })).toBeVisible()
    await grid.focus()
    await page.keyboard.press('Delete')
    await expect(frame.notice('“Zümrüdüanka Değerlendirmesi” silindi')).toBeVisible()
    await frame.runCommand('Çöp kutusunu aç')
    const bin = frame.main.getByRole('table', { name: 'Çöp kutusu' })
    await expect(bin.getByRole('row', { name: /Zümrüdüanka/ })).toContainText('Toplantı')
    await bin.getByRole('button', { name: 'Geri al: Zümrüdüanka Değerlendirmesi' }).click()
    await expect(frame.main).toContainText('Çöp kutusu boş')
    expect((await storedMeeting(archive, 'Zümrüdüanka')).record.title).toBe('Zümrüdüanka Değerlendirmesi')
  })
  await test.step('purged with a reason: gone from disk, lists and search', async () => {
    await frame.goTo('Toplantılar')
    await frame.main.getByRole('row', { name: /^Zümrüdüanka/ }).click()
    await page.getByRole('button', { name: 'Geçmiş', exact: true }).click()
    await frame.main.getByRole('button', { name: 'Kalıcı sil' }).click()
    const dialog = page.getByRole('dialog', { name: /^Kalıcı sil/ })
    await expect(dialog).toContainText('sürüm')
    await dialog.getByRole('textbox', { name: 'Gerekçe' }).fill('Deneme amaçlı silme')
    await dialog.getByRole('button', { name: 'Kalıcı sil' }).click()
    await expect(frame.notice('kalıcı olarak silindi')).toBeVisible()
    await expect.poll(() => filesWith(archive, 'Zümrüdüanka')).toEqual([])
    await expect.poll(() => filesWith(desk.userData, 'Zümrüdüanka')).toEqual([])
    const stones = await readdir(path.join(archive, 'tombstones'))
    expect(stones).toHaveLength(1)
    await frame.find('zumruduanka')
    await expect(frame.results.getByRole('option', { name: /Zümrüdüanka Değerlendirmesi/ })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await frame.runCommand('Çöp kutusunu aç')
    await expect(frame.main).toContainText('Deneme amaçlı silme')
  })
})
