import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type Desk, type RunningApp } from '../support/app'
import { bothWrite, makeMeeting, openIt, writeElsewhere, type Block } from '../support/other-writer'
import { Frame } from '../support/pages/frame'
import type { MeetingPage } from '../support/pages/meeting-page'
import { runningText } from '../support/saves'
import { storedMeeting } from '../support/stored'

const archiveName = 'Açık Çakışma'
const conflictOf = (page: Page) => page.getByRole('alert', { name: 'Aynı yer iki kez değiştirilmiş' })
const onDisk = async (desk: Desk) =>
  runningText((await storedMeeting(path.join(desk.documents, archiveName), 'İki yazanlı')).record)

/** A meeting is open, with the cursor at the end of its first paragraph. */
async function beginWriting(page: Page): Promise<{ meeting: MeetingPage; id: string; first: Block }> {
  await new Frame(page).createArchive(archiveName)
  const { id, blocks } = await makeMeeting(page)
  const [first] = blocks as [Block]
  const meeting = await openIt(page)
  await meeting.text.getByText('Birinci paragraf.').click()
  await page.keyboard.press('End')
  return { meeting, id, first }
}

/** Two writers have changed the first paragraph. */
async function raiseConflict(page: Page): Promise<MeetingPage> {
  const { meeting, id, first } = await beginWriting(page)
  await bothWrite(page, id, first)
  await expect(conflictOf(page)).toContainText('Orada yazılan')
  await expect(conflictOf(page)).toContainText('Burada yazılan')
  return meeting
}

/** The next start asks again, has written nothing, and follows the choice. */
async function expectAskedAgain(desk: Desk): Promise<RunningApp> {
  const running = await desk.start()
  const { page } = running
  await new Frame(page).showsArchive(archiveName)
  const meeting = await openIt(page)
  await expect(conflictOf(page)).toContainText('Orada yazılan')
  await expect(conflictOf(page)).toContainText('Burada yazılan. Devamı')
  await expect(meeting.text).toContainText('Burada yazılan. Devamı')
  expect(await onDisk(desk)).toContain('Orada yazılan')
  expect(await onDisk(desk)).not.toContain('Burada yazılan')
  await conflictOf(page).getByRole('button', { name: 'İkisi de kalsın' }).click()
  await meeting.saved()
  for (const text of ['Orada yazılan', 'Burada yazılan. Devamı']) expect(await onDisk(desk)).toContain(text)
  return running
}

test('an open conflict is told on every page, and asked again after a power cut', async ({ desk }) => {
  const running = await desk.start()
  const { page } = running
  const frame = new Frame(page)
  const meeting = await raiseConflict(page)
  await test.step('what is typed on is shown as my side', async () => {
    await page.keyboard.type(' Devamı')
    await expect(conflictOf(page)).toContainText('Burada yazılan. Devamı')
  })
  await test.step('another page says that words are not saved, and leads back', async () => {
    await frame.goTo('Kişiler')
    await expect(frame.saveState).toContainText('Kaydedilemedi')
    await frame.saveState.getByRole('link', { name: 'İki yazanlı' }).click()
    await expect(conflictOf(page)).toContainText('Burada yazılan. Devamı')
    await expect(meeting.text).toContainText('Burada yazılan. Devamı')
  })
  await running.kill()
  await (await expectAskedAgain(desk)).close()
})

test('the system ends the program in a conflict: it asks nothing, ends soon, and asks at the next start', async ({
  desk,
}) => {
  const running = await desk.start()
  await raiseConflict(running.page)
  await running.page.keyboard.type(' Devamı')
  running.app.process().kill('SIGTERM')
  await expect.poll(() => running.runs(), { timeout: 10_000 }).toBe(false)
  await (await expectAskedAgain(desk)).close()
})

test('what others change in the block being written leaves the cursor in it', async ({ desk }) => {
  const { page } = await desk.start()
  const { meeting, id, first } = await beginWriting(page)
  await writeElsewhere(page, id, { ...first, markdown: 'Önce birinci paragraf.' })
  await expect(meeting.text).toContainText('Önce birinci paragraf.')
  await page.keyboard.type(' Devamı.')
  await meeting.saved()
  expect(await onDisk(desk)).toContain('Önce birinci paragraf. Devamı.')
})
