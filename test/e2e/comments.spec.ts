import path from 'node:path'
import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, test } from '../support/app'
import { CommentsPane } from '../support/pages/comments'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { storedMeeting } from '../support/stored'

test('what reviewers should know stands beside the minutes, and in no export', async ({ desk }) => {
  const { page, app } = await desk.start()
  const frame = new Frame(page)
  await frame.createArchive('İnceleme Arşivi')
  const meeting = new MeetingPage(page)
  const comments = new CommentsPane(page)
  await meeting.create()
  await page.keyboard.type('İncelenen Toplantı')
  await meeting.text.click()
  await page.keyboard.press('Control+Shift+M')
  await page.keyboard.type('Yol yapımı')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ödenek görüşüldü.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('İlçelerin payı konuşuldu.')
  const stored = async () =>
    (await storedMeeting(path.join(desk.documents, 'İnceleme Arşivi'), 'İncelenen Toplantı')).record

  await test.step('a comment at the cursor by keys, and back in the text', async () => {
    await page.keyboard.press('Control+Shift+A')
    await expect(comments.field).toBeFocused()
    await page.keyboard.type('Payları tablo yapalım')
    await page.keyboard.press('Control+Enter')
    await expect(meeting.text).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Control+Shift+A')
    await page.keyboard.type('Tutarı soralım')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Control+Shift+A')
    await page.keyboard.type('vazgeçilen')
    await page.keyboard.press('Escape')
    await expect(meeting.text).toBeFocused()
    // In the order of the minutes, each with what it is about.
    await expect(comments.open).toHaveText([/Ödenek görüşüldü.*Tutarı soralım/, /İlçelerin payı.*tablo/])
    await expect(comments.mark(1)).toHaveCount(2)
    await expectAccessible(page, 'açıklamalar')
    await meeting.saved()
    expect((await stored()).comments.map(({ text, done }) => [text, done])).toEqual([
      ['Payları tablo yapalım', false],
      ['Tutarı soralım', false],
    ])
  })
  await test.step('a mark is no place for the cursor, not even before the first line', async () => {
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+Shift+A')
    await page.keyboard.type('Başlık tam mı?')
    await page.keyboard.press('Control+Enter')
    await expect(meeting.text).toBeFocused()
    await expect(comments.mark(1)).toHaveCount(3)
    for (const key of ['Control+Home', '1', 'Delete', 'ArrowDown', 'Home', 'ArrowLeft', '2'])
      await page.keyboard.press(key)
    await expect(meeting.text.getByRole('heading')).toHaveText('1ol yapımı2')
    for (const key of ['Control+Home', 'Delete', 'Y', 'End', 'Backspace']) await page.keyboard.press(key)
    await expect(meeting.text.getByRole('heading')).toHaveText('Yol yapımı')
    await comments.open
      .first()
      .getByRole('checkbox', { name: /^Giderildi/ })
      .click()
    await expect(comments.mark(1)).toHaveCount(2)
    await comments.root.getByText('Giderilenler (1)').click()
    await comments.root.getByRole('button', { name: 'Açıklamayı sil' }).last().click()
    await meeting.text.getByText('Ödenek görüşüldü.').click()
  })
  await test.step('the key for the next one goes round; the text is as it was', async () => {
    await page.keyboard.press('Control+j')
    await page.keyboard.type(' [1]')
    await page.keyboard.press('Control+j')
    await page.keyboard.type(' [2]')
    await expect(meeting.text).toContainText('İlçelerin payı konuşuldu. [1]')
    await expect(meeting.text).toContainText('Ödenek görüşüldü. [2]')
  })
  await test.step('on the way to the review open comments are named', async () => {
    await page.getByRole('button', { name: /^Durum/ }).click()
    await page.getByRole('menuitem', { name: 'İncelemede' }).click()
    const dialog = page.getByRole('dialog', { name: 'İncelemeden önce eksik olanlar' })
    await expect(dialog.getByRole('button', { name: /^Açık açıklama var/ })).toHaveCount(2)
    await dialog.getByRole('button', { name: 'Yine de incelemeye al' }).click()
  })
  await test.step('settled, put right, deleted and brought back', async () => {
    await comments.open
      .first()
      .getByRole('checkbox', { name: /^Giderildi/ })
      .click()
    await expect(comments.open).toHaveCount(1)
    await expect(comments.mark(1)).toHaveCount(1)
    await expect(comments.root.getByText('Giderilenler (1)')).toBeVisible()
    await comments.open.first().getByRole('button', { name: 'Açıklamayı düzelt' }).click()
    await comments.field.fill('Payları çizelge yapalım')
    await page.keyboard.press('Control+Enter')
    await expect(comments.open).toContainText(['çizelge'])
    await comments.open.first().getByRole('button', { name: 'Açıklamayı sil' }).click()
    await expect(comments.open).toHaveCount(0)
    await page
      .getByText('Açıklama silindi.')
      .last()
      .locator('..')
      .getByRole('button', { name: 'Geri al' })
      .click()
    await expect(comments.open).toHaveCount(1)
  })
  await test.step('a comment whose block is deleted stays and says so', async () => {
    await meeting.text.getByText('İlçelerin payı konuşuldu.').click({ clickCount: 3 })
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await expect(comments.open.first()).toContainText('Yeri silinmiş')
    await meeting.saved()
    const { comments: kept, status } = await stored()
    expect(kept).toHaveLength(2)
    expect(status).toBe('review')
  })
  await test.step('the Markdown of the meeting has none of it, nor has the search', async () => {
    const target = path.join(desk.documents, 'dışarı.md')
    await app.evaluate(({ dialog }, file) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file })
    }, target)
    await page.getByRole('button', { name: 'Dışa aktar' }).click()
    await page.getByRole('menuitem', { name: /Markdown/ }).click()
    await expect(page.getByText(/kaydedildi/).first()).toBeVisible()
    const text = await readFile(target, 'utf8')
    expect(text).toContain('Ödenek görüşüldü')
    expect(text).not.toMatch(/çizelge|Tutarı soralım/)
    await frame.find('çizelge')
    await expect(frame.hits('Toplantılar')).toHaveCount(0)
  })
})
