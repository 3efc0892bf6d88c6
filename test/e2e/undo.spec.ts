import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { storedMeeting } from '../support/stored'
import { bringBackUntil, takeBackUntil, wordsIn } from '../support/take-back'

const title = 'Sosyal Kooperatifler Tanıtım Toplantısı'

/** Takes back more than there can be: by the key, and by the item of the native menu, which asks the browser. */
async function undoTooMuch(app: ElectronApplication, page: Page): Promise<void> {
  for (let n = 0; n < 10; n += 1) await page.keyboard.press('Control+z')
  for (let n = 0; n < 3; n += 1)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.undo())
  for (let n = 0; n < 10; n += 1) await page.keyboard.press('Control+z')
}

test('undo in minutes ends at what was loaded, goes through blocks, and is not for others’ changes', async ({
  desk,
}) => {
  test.setTimeout(120_000)
  const { app, page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const meeting = new MeetingPage(page)
  const stored = () => storedMeeting(path.join(desk.documents, 'Örnek arşiv'), title)
  const open = async () => {
    await frame.goTo('Toplantılar')
    await frame.main.getByRole('row', { name: title }).click()
    await expect(meeting.title).toHaveValue(title)
    await meeting.goToEnd()
    await expect(meeting.text).toBeFocused()
  }
  /** Leaving writes out everything: what lies on the disk then is all there is. */
  const leave = async () => {
    await meeting.saved()
    await frame.goTo('Toplantılar')
  }
  const undo = page.getByRole('button', { name: 'Geri al', exact: true })
  const loaded = await stored()

  await test.step('opened, nothing can be undone and nothing is saved', async () => {
    await open()
    const text = await wordsIn(meeting.text)
    await expect(undo).toBeDisabled()
    await undoTooMuch(app, page)
    expect(await wordsIn(meeting.text)).toBe(text)
    await expect(undo).toBeDisabled()
    await leave()
    expect(await stored()).toEqual(loaded)
  })
  await test.step('a sentence in one block, a decision in another: taken back in that order, and brought back', async () => {
    await open()
    const asLoaded = await wordsIn(meeting.text)
    await meeting.outline.getByRole('button', { name: /Açılış ve yoklama/ }).click()
    await page.keyboard.type(' Düzeltildi')
    const corrected = await wordsIn(meeting.text)
    await meeting.goToEnd()
    await page.keyboard.type('Yolun onarılmasına')
    const written = await wordsIn(meeting.text)
    await page.keyboard.press('Control+Shift+k')
    const decision = meeting.text
      .getByRole('group', { name: /^Karar/ })
      .filter({ hasText: 'Yolun onarılmasına' })
    await expect(decision).toBeVisible()
    const decided = await wordsIn(meeting.text)
    await page.keyboard.type(' hemen')
    const all = await wordsIn(meeting.text)
    await takeBackUntil(page, meeting.text, decided)
    await expect(decision).toBeVisible()
    // The decision is one step, however slowly its words were typed.
    await page.keyboard.press('Control+z')
    await expect(decision).toHaveCount(0)
    await expect(meeting.text.getByText('Yolun onarılmasına')).toBeVisible()
    expect(await wordsIn(meeting.text)).toBe(written)
    await takeBackUntil(page, meeting.text, corrected)
    await expect(meeting.text).toContainText('Açılış ve yoklama Düzeltildi')
    await takeBackUntil(page, meeting.text, asLoaded)
    await undoTooMuch(app, page)
    await meeting.saved()
    // Taken back to the sign: not one part of the record differs.
    const { record } = await stored()
    expect(record.agenda).toEqual(loaded.record.agenda)
    await bringBackUntil(page, meeting.text, all)
    await expect(page.getByRole('button', { name: 'Yinele', exact: true })).toBeDisabled()
    await expect(decision).toContainText('Yolun onarılmasına hemen')
    await expect(meeting.text).toContainText('Açılış ve yoklama Düzeltildi')
    await leave()
  })
  await test.step('from a button as well: what was done before the meeting was opened is not taken back', async () => {
    await frame.addRecord('Kurum ekle', 'Ilıca Kaymakamlığı')
    await open()
    await page.getByRole('button', { name: 'Önizle' }).focus()
    await page.keyboard.press('Control+z')
    await expect(frame.notice('Geri alınacak')).toBeVisible()
    await meeting.text.focus()
    await page.keyboard.press('Control+End')
    const before = await wordsIn(meeting.text)
    await page.keyboard.type('Düğmeden')
    await page.getByRole('button', { name: 'Önizle' }).focus()
    await takeBackUntil(page, meeting.text, before)
    await leave()
    await frame.goTo('Kurumlar')
    await expect(frame.main.getByRole('row', { name: 'Ilıca Kaymakamlığı' })).toBeVisible()
  })
  await test.step('left and opened again, what was written stays', async () => {
    const before = await stored()
    await open()
    await undoTooMuch(app, page)
    await expect(meeting.text).toContainText('Düzeltildi')
    await expect(meeting.text).toContainText('Yolun onarılmasına')
    await leave()
    expect(await stored()).toEqual(before)
  })
  await test.step('another window’s sentence is merged in; undo takes back only one’s own', async () => {
    await open()
    await page.keyboard.type('Benim sözüm.')
    const hash = await meeting.saved()
    const { record } = await stored()
    const texts = record.agenda.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'text')
    const [first] = texts
    if (first?.kind !== 'text') throw new Error('no text')
    const saved = await page.evaluate(
      ([id, block, basedOn]) =>
        window.door.call('meetings.save', { id, changes: { blocks: { upsert: [block] } }, basedOn } as never),
      [record.id, { ...first, markdown: `${first.markdown} Onların sözü.` }, hash] as const,
    )
    expect(saved).toMatchObject({ ok: true })
    await expect(meeting.text).toContainText('Onların sözü.')
    const both = await wordsIn(meeting.text)
    await takeBackUntil(page, meeting.text, both.replace('Benim sözüm.', ''))
    await undoTooMuch(app, page)
    await expect(meeting.text).toContainText('Onların sözü.')
    await leave()
    const written = JSON.stringify((await stored()).record.agenda)
    expect(written).toContain('Onların sözü.')
    expect(written).not.toContain('Benim sözüm.')
  })
})
