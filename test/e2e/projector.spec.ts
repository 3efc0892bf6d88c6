import type { Page } from '@playwright/test'
import path from 'node:path'
import { isPrivate } from '../../shared/domain/private-blocks'
import { expect, expectAccessible, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { ProjectorWindow, toOffice } from '../support/pages/projector'
import { storedMeeting } from '../support/stored'

test('the room sees what is written, item by item, and never a private note', async ({ desk }) => {
  test.setTimeout(120_000)
  const { app, page, violations } = await desk.start()
  const frame = new Frame(page)
  await frame.createArchive('Salon')
  const meeting = new MeetingPage(page)
  await meeting.create()
  await page.keyboard.type('İl Koordinasyon Kurulu 2. Toplantısı')
  await meeting.goToEnd()
  await meeting.slash('gündem', 'Açılış ve yoklama')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Toplantı açıldı.')
  const room = await ProjectorWindow.open(app, page)
  room.page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text())
  })
  await expect(room.page.getByRole('heading', { level: 1 })).toHaveText(
    'İl Koordinasyon Kurulu 2. Toplantısı',
  )
  await expect(room.current).toContainText('Açılış ve yoklama')
  await expect(room.item).toContainText('Toplantı açıldı.')
  await toOffice(app, page)

  await test.step('it follows the cursor, as it is typed', async () => {
    await meeting.goToEnd()
    await page.keyboard.press('Enter')
    await meeting.slash('gündem', 'Yayla yolu')
    await page.keyboard.press('Enter')
    await expect(room.current).toContainText('2.Yayla yolu')
    await expect(room.item).toContainText('Bu maddede henüz bir şey yazılmadı.')
    await page.keyboard.type('Keşif yapıl')
    await expect(room.item).toContainText('Keşif yapıl')
    await page.keyboard.type('dı.')
    await page.keyboard.press('Enter')
    await meeting.writeDecision({ number: '2026/7', text: 'Yolun onarılmasına', vote: 'Oy birliği' })
    await expect(room.item).toContainText('Karar 2026/7')
    await expect(room.item).toContainText('Yolun onarılmasına oy birliği ile karar verilmiştir.')
    await meeting.slash('görev', 'Keşif raporu hazırlanacak')
    await expect(room.item).toContainText('Görev')
    await expect(room.item).toContainText('Keşif raporu hazırlanacak')
    await page.keyboard.press('Enter')
  })
  await test.step('a private note is on no screen but the own, Enter in an empty one ends it', async () => {
    await page.keyboard.type('/özel ')
    await page.keyboard.type('GİZLİCE başkan acele ediyor')
    await page.keyboard.press('Enter')
    await page.keyboard.type('GİZLİCE ikinci satır')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Herkesin göreceği söz.')
    await expect(meeting.text.locator('[data-private]')).toHaveCount(2)
    await expect(room.item).toContainText('Herkesin göreceği söz.')
    await expect(room.page.locator('body')).not.toContainText('GİZLİCE')
    await expectAccessible(page, 'özel not')
    await meeting.saved()
    const { record } = await storedMeeting(path.join(desk.documents, 'Salon'), 'İl Koordinasyon')
    const notes = record.agenda.flatMap(({ blocks }) => blocks.filter(isPrivate))
    expect(notes.map(({ markdown }) => markdown)).toEqual([
      'GİZLİCE başkan acele ediyor',
      'GİZLİCE ikinci satır',
    ])
  })
  await test.step('a paragraph becomes a private note by its key, and back', async () => {
    await page.keyboard.press('Control+Shift+y')
    await expect(room.item).not.toContainText('Herkesin göreceği söz.')
    await page.keyboard.press('Control+Shift+y')
    await expect(room.item).toContainText('Herkesin göreceği söz.')
  })
  await test.step('a break is told in the room, as long as it goes on', async () => {
    const suspended = room.page
      .getByRole('status')
      .filter({ hasText: /^Oturuma ara verildi \(\d\d\.\d\d\)$/ })
    await page.keyboard.press('Control+F8')
    await expect(suspended).toBeVisible()
    await expectAccessible(room.page, 'ara verilmiş salon ekranı')
    await page.keyboard.press('Control+F8')
    await expect(suspended).toHaveCount(0)
  })
  await test.step('the cursor in another item', async () => {
    await meeting.outline.getByRole('button', { name: /Açılış ve yoklama/ }).click()
    await expect(room.current).toContainText('Açılış ve yoklama')
    await expect(room.item).not.toContainText('Yayla yolu')
  })
  await test.step('type and look by keys; both looks are accessible', async () => {
    const size = () => room.page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))
    const before = await size()
    await room.page.keyboard.press('+')
    expect(await size()).toBeGreaterThan(before)
    await room.page.keyboard.press('-')
    expect(await size()).toBe(before)
    await expectAccessible(room.page, 'salon ekranı')
    await room.page.keyboard.press('a')
    await expect(room.page.locator('html')).toHaveAttribute('data-look', 'dark')
    await expectAccessible(room.page, 'salon ekranı, koyu')
  })
  await test.step('the room may ask for nothing else', async () => {
    const answers = await room.page.evaluate(async () => {
      const { door } = window
      const asked = [
        'app.info',
        'records.list',
        'meetings.get',
        'projector.show',
        'projector.open',
        'search.query',
      ]
      return Promise.all(asked.map((name) => door.call(name, {})))
    })
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
    expect(await room.page.evaluate(() => [typeof require, typeof process])).toEqual([
      'undefined',
      'undefined',
    ])
  })
  await test.step('its session lets nothing out', async () => {
    const answers = await app.evaluate(async ({ BrowserWindow, session: { defaultSession } }) => {
      const own = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().includes('/projector.html'),
      )?.webContents.session
      const failed = await own?.fetch('http://127.0.0.1:9/').catch((fault: unknown) => String(fault))
      return [own === defaultSession, String(failed)]
    })
    expect(answers).toEqual([false, expect.stringContaining('ERR_BLOCKED_BY_CLIENT')])
  })
  await test.step('leaving the meeting blanks it, coming back fills it', async () => {
    await toOffice(app, page)
    await frame.goTo('Toplantılar')
    await room.blank()
    await expectAccessible(room.page, 'boş salon ekranı')
    await frame.main.getByRole('row', { name: /^İl Koordinasyon/ }).click()
    await expect(room.page.getByRole('heading', { level: 1 })).toHaveText(/^İl Koordinasyon/)
  })
  await test.step('closing the archive blanks it', async () => {
    await frame.runCommand('Arşivi kapat')
    await room.blank()
  })
  await test.step('closing Tutanak closes it', async () => {
    const closed = room.page.waitForEvent('close')
    await app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows()
      windows.find(({ webContents }) => !webContents.getURL().includes('/projector.html'))?.close()
    })
    await closed
  })
})

test('the button opens and closes it; the window can be closed by itself', async ({ desk }) => {
  const { app, page } = await desk.start()
  const frame = new Frame(page)
  await frame.createArchive('Salon')
  const meeting = new MeetingPage(page)
  await meeting.create()
  const button = page.getByRole('button', { name: 'Salon ekranı', exact: true })
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  const room = await ProjectorWindow.open(app, page)
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  const closed = room.page.waitForEvent('close')
  await button.click()
  await closed
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  const again = await ProjectorWindow.open(app, page)
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await again.page.close()
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await meeting.goToEnd()
  await page.keyboard.type('Yazmaya devam.')
  await meeting.saved()
})

test('with a second display it fills that one and leaves the keyboard to the minutes', async ({ desk }) => {
  const { app, page } = await desk.start()
  const frame = new Frame(page)
  await frame.createArchive('Salon')
  const meeting = new MeetingPage(page)
  await meeting.create()
  await meeting.goToEnd()
  const bounds = await app.evaluate(({ screen }) => {
    const [own] = screen.getAllDisplays()
    if (!own) throw new Error('no display')
    const second = { ...own, id: own.id + 1, bounds: { x: 640, y: 120, width: 900, height: 600 } }
    screen.getAllDisplays = () => [own, second]
    screen.getDisplayMatching = () => own
    return second.bounds
  })
  const room = await ProjectorWindow.open(app, page)
  const shown = () =>
    app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().includes('/projector.html'),
      )
      return { full: window?.isFullScreen(), focused: window?.isFocused(), bounds: window?.getNormalBounds() }
    })
  await expect.poll(shown).toEqual({ full: true, focused: false, bounds })
  await page.keyboard.type('Yazmaya devam.')
  await expect(meeting.text).toContainText('Yazmaya devam.')
  await expect(room.item).toContainText('Yazmaya devam.')
  await room.page.keyboard.press('F11')
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().every((window) => !window.isFullScreen()),
      ),
    )
    .toBe(true)
})

test('the size of each window is its own, and the type of the room stays as it was set', async ({ desk }) => {
  const first = await desk.start()
  const frame = new Frame(first.page)
  await frame.createArchive('Salon')
  const meeting = new MeetingPage(first.page)
  await meeting.create()
  await first.page.keyboard.type('Boyut')
  await meeting.saved()
  const room = await ProjectorWindow.open(first.app, first.page)
  const scale = (page: Page) => page.evaluate(() => devicePixelRatio)
  const type = (page: Page) => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))
  const [office, shown, letters] = [await scale(first.page), await scale(room.page), await type(room.page)]

  await test.step('the office is made larger, the room is not', async () => {
    await toOffice(first.app, first.page)
    await first.app.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows()
      const own = windows.find(({ webContents }) => !webContents.getURL().includes('/projector.html'))
      for (const type of ['keyDown', 'keyUp'] as const)
        own?.webContents.sendInputEvent({ type, keyCode: '+', modifiers: ['control', 'shift'] })
    })
    await expect.poll(() => scale(first.page)).toBeGreaterThan(office)
    // What would be shared is told to both windows at once.
    await first.page.evaluate(() => new Promise((done) => setTimeout(done, 500)))
    expect(await scale(room.page)).toBe(shown)
  })
  await test.step('the room is made larger, the office is not; also when Tutanak is started anew', async () => {
    const before = await scale(first.page)
    await room.page.keyboard.press('Control++')
    await expect.poll(() => type(room.page)).toBeGreaterThan(letters)
    expect(await scale(first.page)).toBe(before)
    const larger = await type(room.page)
    await first.close()
    const second = await desk.start()
    await new Frame(second.page).goTo('Toplantılar')
    await new Frame(second.page).main.getByRole('row', { name: /^Boyut/ }).click()
    await expect(new MeetingPage(second.page).title).toHaveValue('Boyut')
    const again = await ProjectorWindow.open(second.app, second.page)
    await expect.poll(() => type(again.page)).toBe(larger)
  })
})
