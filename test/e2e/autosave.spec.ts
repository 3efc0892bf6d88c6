import path from 'node:path'
import { expect, test, type Desk } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { runningText, watchSaves } from '../support/saves'
import { storedMeeting } from '../support/stored'

const archiveName = 'Elektrik kesilen arşiv'
const title = 'Güç Kesintisi Toplantısı'
const archiveOf = (desk: Desk) => path.join(desk.documents, archiveName)

/** Words that are all different, so that a lost or doubled one shows. */
function* words(round: number): Generator<string> {
  for (let n = 1; ; n += 1) yield `${round}.${n}-çığşöüİ `
}

/** Starts with a new meeting whose title is on the disk. */
async function startMeeting(desk: Desk) {
  const running = await desk.start()
  await new Frame(running.page).createArchive(archiveName)
  const meeting = new MeetingPage(running.page)
  await meeting.create()
  await running.page.keyboard.type(title)
  await meeting.saved()
  return { running, meeting }
}

/** Starts again and opens the meeting from the home page. */
async function openAgain(desk: Desk) {
  const running = await desk.start()
  const frame = new Frame(running.page)
  await frame.showsArchive(archiveName)
  await frame.main.getByRole('link', { name: title }).first().click()
  const meeting = new MeetingPage(running.page)
  await expect(meeting.title).toHaveValue(title)
  return { running, meeting }
}

/** When the power goes: at the n-th acknowledgement, or in the middle of the n-th word. */
const cuts: { at: 'ack' | 'word'; n: number }[] = [
  { at: 'ack', n: 1 },
  { at: 'word', n: 2 },
  { at: 'ack', n: 3 },
  { at: 'word', n: 25 },
  { at: 'ack', n: 5 },
]

test('what was acknowledged is on the disk when the power goes while typing', async ({ desk }) => {
  const { running, meeting } = await startMeeting(desk)
  await meeting.goToEnd()
  let current = { running, meeting }
  let kept = ''
  for (const [round, cut] of cuts.entries())
    await test.step(`power cut ${round + 1}: ${cut.at} ${cut.n}`, async () => {
      const { running: app, meeting: page } = current
      let dead: Promise<void> | undefined
      const hashes = [await page.savedHash()]
      let settled = kept
      await watchSaves(app.page, ({ hash, state, text }) => {
        if (hash !== hashes.at(-1)) hashes.push(hash)
        if (state === 'saved') settled = text
        if (cut.at === 'ack' && hashes.length > cut.n) dead ??= app.kill()
      })
      let typed = 0
      for (const word of words(round + 1)) {
        // The window may go in the middle of a word.
        await app.page.keyboard.type(word).catch(() => undefined)
        typed += 1
        if (cut.at === 'word' && typed === cut.n) dead ??= app.kill()
        if (dead) break
        // Saves come while typing and in the pauses that people make.
        if (typed % 7 === 0) await page.saved().catch(() => undefined)
      }
      await dead

      const stored = await storedMeeting(archiveOf(desk), title)
      const text = runningText(stored.record)
      // Only a newer version may lie there, whose acknowledgement was still on its way.
      if (stored.hash !== hashes.at(-1)) expect(hashes).not.toContain(stored.hash)
      expect(text.startsWith(settled.trimEnd()), `${text} begins with ${settled}`).toBe(true)

      current = await openAgain(desk)
      const shown = current.meeting.text
      await expect(shown).toContainText(text)
      const after = (await shown.textContent()) ?? ''
      expect(after.startsWith(text)).toBe(true)
      kept = after
      await current.meeting.goToEnd()
    })
  await current.meeting.saved()
  await current.running.close()
  const stored = await storedMeeting(archiveOf(desk), title)
  expect(runningText(stored.record)).toBe(kept.trimEnd())
})

test('a crashed window comes back with everything acknowledged', async ({ desk }) => {
  const { running, meeting } = await startMeeting(desk)
  await meeting.goToEnd()
  await running.page.keyboard.type('Kaydedilmiş cümle. ')
  const hash = await meeting.saved()
  await running.page.keyboard.type('Yazılmakta olan')
  const crashed = running.page.waitForEvent('crash')
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await crashed

  // The page of before is gone for the test; the window that came back is asked through the main process.
  const shown = () =>
    running.app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `document.querySelector('[data-testid="meeting-page"] [contenteditable]')?.textContent`,
        ) as Promise<string | undefined>,
    )
  await expect.poll(shown).toContain('Kaydedilmiş cümle.')
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  const after = await shown()
  await running.close()
  const stored = await storedMeeting(archiveOf(desk), title)
  expect(runningText(stored.record)).toBe(after?.trimEnd())
  expect('Kaydedilmiş cümle. Yazılmakta olan'.startsWith(after ?? '-')).toBe(true)
})

test('a window that is loaded anew brings back what was not saved yet', async ({ desk }) => {
  const { running, meeting } = await startMeeting(desk)
  const { page } = running
  await meeting.goToEnd()
  await page.keyboard.type('Kaydedilmiş cümle. ')
  await meeting.saved()
  await page.keyboard.type('Daha kaydedilmemiş cümle.')
  await page.reload()
  await expect(meeting.text).toContainText('Kaydedilmiş cümle. Daha kaydedilmemiş cümle.')
  await meeting.saved()
  const stored = await storedMeeting(archiveOf(desk), title)
  expect(runningText(stored.record)).toBe('Kaydedilmiş cümle. Daha kaydedilmemiş cümle.')
})

test('the status line says how the save stands', async ({ desk }) => {
  const { running, meeting } = await startMeeting(desk)
  const frame = new Frame(running.page)
  const told: string[] = []
  await running.page.exposeFunction('told', (words: string) => told.push(words))
  await frame.saveState.evaluate((line) => {
    const { told: tell } = window as unknown as { told(words: string): Promise<void> }
    new MutationObserver(() => void tell(line.textContent ?? '')).observe(line, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  await meeting.goToEnd()
  await running.page.keyboard.type('Durum satırı bunu anlatır.')
  await meeting.saved()
  await expect(frame.saveState).toHaveText(/^Kaydedildi \d{2}\.\d{2}$/)
  await expect.poll(() => told.at(-1)).toMatch(/^Kaydedildi/)
  expect(told.find((words) => words !== '')).toBe('Kaydediliyor…')
})

test('closing at once after typing loses nothing', async ({ desk }) => {
  const { running, meeting } = await startMeeting(desk)
  await meeting.goToEnd()
  await running.page.keyboard.type('Son cümle, kapatmadan hemen önce.')
  await running.close()
  const stored = await storedMeeting(archiveOf(desk), title)
  expect(runningText(stored.record)).toBe('Son cümle, kapatmadan hemen önce.')
  const again = await openAgain(desk)
  await expect(again.meeting.text).toContainText('Son cümle, kapatmadan hemen önce.')
})

test('kept words that fit nowhere in the meeting are told, read, copied and taken away', async ({ desk }) => {
  const { running, meeting } = await startMeeting(desk)
  const { id } = (await storedMeeting(archiveOf(desk), title)).record
  await new Frame(running.page).goTo('Ana sayfa')
  await expect(meeting.root).toBeHidden()
  // One of a program that stored drafts otherwise, and one that was cut off while it was written.
  await running.page.evaluate((of) => {
    const changes = {
      blocks: { upsert: [{ id: 'text_1', kind: 'text', markdown: 'Dereye köprü yapılsın.' }] },
    }
    localStorage.setItem(`tutanak.draft.${of}`, JSON.stringify({ id: of, changes }))
    sessionStorage.setItem(`tutanak.draft.${of}`, '{"changes":{"set":{"title":"Şadırvan')
  }, id)
  await new Frame(running.page).main.getByRole('link', { name: title }).first().click()
  const words = running.page.getByRole('textbox', { name: 'Kaydedilememiş sözler' })
  await expect(words).toHaveValue(/Şadırvan[^]*Dereye köprü yapılsın\./)
  await meeting.goToEnd()
  await running.page.keyboard.type('Yazmaya devam edildi.')
  await meeting.saved()
  await running.close()

  const again = await openAgain(desk)
  const panel = again.running.page.getByRole('region', { name: 'Yerleştirilemeyen sözler' })
  await expect(panel.getByRole('textbox')).toHaveValue(/Şadırvan[^]*Dereye köprü yapılsın\./)
  await panel.getByRole('button', { name: 'Kopyala' }).click()
  await again.meeting.goToEnd()
  await again.running.page.keyboard.press('Control+v')
  await expect(again.meeting.text).toContainText('Dereye köprü yapılsın.')
  await again.meeting.saved()
  await panel.getByRole('button', { name: 'Kaldır' }).click()
  await expect(panel).toBeHidden()
  await again.running.close()
  const last = await openAgain(desk)
  await expect(last.meeting.text).toContainText('Dereye köprü yapılsın.')
  await expect(last.running.page.getByRole('region', { name: 'Yerleştirilemeyen sözler' })).toBeHidden()
})
