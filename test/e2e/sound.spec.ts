import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { pieceLongest } from '../../shared/domain/recordings'
import { expect, expectAccessible, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { storedMeeting } from '../support/stored'
import { bringBackUntil, takeBackUntil, wordsIn } from '../support/take-back'

/**
 * Chromium's own microphone, which beeps, and no loudspeaker, since test machines have none. Nothing answers for the user:
 * the program itself must.
 */
const args = ['--use-fake-device-for-media-stream', '--disable-audio-output']

/** What the page gets when it asks for media itself. */
function asked(page: Page, constraints: MediaStreamConstraints): Promise<string> {
  return page.evaluate(
    (wanted) =>
      navigator.mediaDevices.getUserMedia(wanted).then(
        (stream) => {
          for (const track of stream.getTracks()) track.stop()
          return 'given'
        },
        (error: DOMException) => error.name,
      ),
    constraints,
  )
}

/** Everything else that a page could ask for. */
function askedForMore(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const place = await new Promise<string>((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        ({ code }) =>
          resolve(code === GeolocationPositionError.PERMISSION_DENIED ? 'denied' : `code ${code}`),
      ),
    )
    const midi = await navigator.requestMIDIAccess().then(
      () => 'given',
      () => 'denied',
    )
    return { place, midi, notices: await Notification.requestPermission() }
  })
}

const filesIn = async (archive: string) => {
  const all = await readdir(path.join(archive, 'attachments'), { recursive: true }).catch(() => [])
  return all.filter((name) => name.endsWith('.webm')).map((name) => path.basename(name, '.webm'))
}

/** Decodes each piece alone. Out: seconds of sound, and whether there is any sound in it. */
function decoded(
  page: Page,
  meetingId: string,
  hashes: string[],
): Promise<{ seconds: number; loud: boolean }[]> {
  return page.evaluate(
    ({ of, wanted }) =>
      Promise.all(
        wanted.map(async (sha256) => {
          const answer = await fetch(`/sound/${of}/${sha256}.webm`)
          const sound = await new OfflineAudioContext(1, 48_000, 48_000).decodeAudioData(
            await answer.arrayBuffer(),
          )
          return {
            seconds: sound.duration,
            loud: sound.getChannelData(0).some((value) => Math.abs(value) > 0.01),
          }
        }),
      ),
    { of: meetingId, wanted: hashes },
  )
}

test('a meeting is recorded with consent, listened to, and deleted', async ({ desk }) => {
  test.slow()
  const { page, app } = await desk.start({ args })
  const frame = new Frame(page)
  await frame.openSample()
  const archive = path.join(desk.documents, 'Örnek arşiv')
  const meeting = new MeetingPage(page)
  const start = page.getByRole('button', { name: 'Ses kaydı', exact: true })
  const indicator = page.getByRole('status').filter({ hasText: 'Ses kaydediliyor' })
  const player = page.getByRole('region', { name: 'Ses kaydı çalar' })
  const dialog = page.getByRole('dialog')
  await meeting.create()
  await page.keyboard.type('Sesli toplantı')

  await test.step('off: no control, no key, no microphone', async () => {
    await meeting.saved()
    await expect(start).toBeHidden()
    await page.keyboard.press('Control+Shift+F8')
    await expect(dialog).toBeHidden()
    expect(await asked(page, { audio: true })).toBe('NotAllowedError')
  })
  await test.step('switched on, still nobody listens', async () => {
    await page.keyboard.press('Control+,')
    const setting = page.getByRole('checkbox', { name: 'Toplantıların sesi kaydedilebilsin' })
    await expect(setting).not.toBeChecked()
    await setting.click()
    await expect(setting).toBeChecked()
    await page.goBack()
    await expect(start).toBeVisible()
    expect(await asked(page, { audio: true })).toBe('NotAllowedError')
  })
  await test.step('consent comes first; then it shows that it records', async () => {
    await page.keyboard.press('Control+Shift+F8')
    await expect(dialog).toContainText('onaylarını alın')
    await expectAccessible(page, 'onay', undefined, 'dialog')
    await page.keyboard.press('Escape')
    await expect(indicator).toBeHidden()
    await start.click()
    await dialog.getByRole('button', { name: 'Bildirildi, onay alındı' }).click()
    await expect(indicator).toBeVisible()
    await expect(page.getByRole('timer', { name: 'Kayıt süresi' })).toHaveText(/0:0[1-9]/)
  })
  await test.step('while it records, sound is all that is allowed', async () => {
    expect(await asked(page, { audio: true })).toBe('given')
    expect(await asked(page, { video: true })).toBe('NotAllowedError')
    expect(await asked(page, { audio: true, video: true })).toBe('NotAllowedError')
    expect(await askedForMore(page)).toEqual({ place: 'denied', midi: 'denied', notices: 'denied' })
    await page.getByRole('button', { name: 'Salon ekranı' }).click()
    await expect.poll(() => app.windows().length).toBe(2)
    const room = app.windows().find((window) => window !== page)
    expect(room && (await asked(room, { audio: true }))).toBe('NotAllowedError')
    await page.getByRole('button', { name: 'Salon ekranı' }).click()
  })
  await test.step('one writes meanwhile, and undo takes back words, not sound', async () => {
    await expect.poll(() => filesIn(archive).then((files) => files.length)).toBeGreaterThan(1)
    await meeting.text.click()
    const before = await wordsIn(meeting.text)
    await page.keyboard.type('Stok durumu konuşuldu.')
    const written = await wordsIn(meeting.text)
    await page.keyboard.press('Control+Shift+k')
    const decision = meeting.text.getByRole('group', { name: /^Karar/ })
    await expect(decision).toContainText('Stok durumu konuşuldu.')
    await page.keyboard.press('Control+z')
    await expect(decision).toHaveCount(0)
    await expect(meeting.text).toContainText('Stok durumu konuşuldu.')
    await takeBackUntil(page, meeting.text, before)
    await bringBackUntil(page, meeting.text, written)
    await page.keyboard.press('Control+y')
    await expect(decision).toContainText('Stok durumu konuşuldu.')
    await expect(indicator).toBeVisible()
    const files = (await filesIn(archive)).length
    await expect.poll(() => filesIn(archive).then((now) => now.length)).toBeGreaterThan(files)
  })
  const { id, pieces } =
    await test.step('stopped: all pieces are in the record, each plays alone', async () => {
      await page.keyboard.press('Control+Shift+F8')
      await expect(indicator).toBeHidden()
      await expect.poll(() => asked(page, { audio: true })).toBe('NotAllowedError')
      await meeting.saved()
      const { record } = await storedMeeting(archive, 'Sesli toplantı')
      const [recording, ...more] = record.recordings
      expect(more).toEqual([])
      const stored = recording?.pieces ?? []
      expect(recording && Date.parse(recording.consentAt)).toBeLessThanOrEqual(
        Date.parse(stored[0]?.from ?? ''),
      )
      expect(stored.map(({ file }) => file.sha256).sort()).toEqual((await filesIn(archive)).sort())
      const hashes = stored.map(({ file }) => file.sha256)
      for (const { seconds, loud } of await decoded(page, record.id, hashes.slice(0, -1))) {
        expect(seconds).toBeLessThanOrEqual(5)
        expect(seconds).toBeGreaterThan(0.5)
        expect(loud).toBe(true)
      }
      // Begun before the one before ended: no gap. Of a piece that was cut late only the beginning is known.
      for (const [index, { from, ms }] of stored.slice(0, -1).entries())
        if (ms < pieceLongest)
          expect(Date.parse(stored[index + 1]?.from ?? '')).toBeLessThanOrEqual(Date.parse(from) + ms)
      return { id: record.id, pieces: stored }
    })
  await test.step('pieces are all that this address gives', async () => {
    const status = (address: string) =>
      page.evaluate((url) => fetch(url).then((answer) => answer.status), address)
    const hash = pieces[0]?.file.sha256 ?? ''
    expect(await status(`/sound/${id}/${hash}.webm`)).toBe(200)
    expect(await status(`/sound/${id}/${'0'.repeat(64)}.webm`)).toBe(404)
    expect(await status(`/sound/${id}/${hash.slice(0, 60)}%2e%2e.webm`)).toBe(404)
    const { id: other } = (await storedMeeting(archive, 'Sosyal Kooperatifler')).record
    expect(await status(`/sound/${other}/${hash}.webm`)).toBe(404)
    expect(await status(`/sound/${hash}.webm`)).toBe(404)
  })
  await test.step('from a decision one listens to what was said', async () => {
    await page.keyboard.press('Control+F9')
    await expect(player.getByRole('button', { name: 'Duraklat' })).toBeVisible()
    await expect(player).toContainText(/0:0[1-9] \/ /)
    await page.keyboard.press('F9')
    await expect(player.getByRole('button', { name: 'Çal', exact: true })).toBeVisible()
    await expect(meeting.text).toBeFocused()
    await meeting.outline.getByRole('button', { name: /^Yazılırken söyleneni dinle: .*Stok durumu/ }).click()
    await expect(player.getByRole('button', { name: 'Duraklat' })).toBeVisible()
    await expectAccessible(page, 'çalar')
    await player.getByRole('button', { name: 'Çaları kapat' }).click()
    await expect(player).toBeHidden()
  })
  await test.step('from its beginning it plays on by itself to the end', async () => {
    await meeting.showRoll()
    const line = meeting.roll.getByRole('listitem').filter({ hasText: 'Ses kaydı:' })
    await expect(line).toContainText('Katılanlara bildirildi, onayları')
    await line.getByRole('button', { name: /kaydını dinle$/ }).click()
    await expect(player).toContainText(/0:05 \/ /)
    await player.getByRole('button', { name: '10 saniye ileri' }).click()
    await expect(player.getByRole('button', { name: 'Çal', exact: true })).toBeVisible()
    await player.getByRole('button', { name: '10 saniye geri' }).click()
    await expectAccessible(page, 'yoklamada ses')
  })
  await test.step('deleted: out of the record and off the disk, and nothing is amiss', async () => {
    await meeting.roll.getByRole('button', { name: /kaydını sil$/ }).click()
    await expect(dialog).toContainText('geri alınamaz')
    await expectAccessible(page, 'silme onayı', undefined, 'dialog')
    await dialog.getByRole('button', { name: 'Kalıcı olarak sil' }).click()
    await expect(page.getByText('Ses kaydı silindi')).toBeVisible()
    await expect(meeting.roll.getByText('Ses kaydı:')).toBeHidden()
    await expect(player).toBeHidden()
    expect(await filesIn(archive)).toEqual([])
    await meeting.saved()
    const { record } = await storedMeeting(archive, 'Sesli toplantı')
    expect(record.recordings).toEqual([])
    await expect(meeting.text).toContainText('Stok durumu konuşuldu.')
  })
})

async function record(page: Page, title: string): Promise<void> {
  await new MeetingPage(page).create()
  await page.keyboard.type(title)
  await page.keyboard.press('Control+Shift+F8')
  await page.getByRole('dialog').getByRole('button', { name: 'Bildirildi, onay alındı' }).click()
  await expect(page.getByRole('timer', { name: 'Kayıt süresi' })).toHaveText(/0:0[2-9]/)
}

const piecesOf = async (archive: string, title: string) =>
  (await storedMeeting(archive, title)).record.recordings.flatMap(({ pieces }) => pieces)

test('a power cut takes no piece that was on the disk', async ({ desk }) => {
  const running = await desk.start({ args })
  await new Frame(running.page).openSample()
  const archive = path.join(desk.documents, 'Örnek arşiv')
  await running.page.evaluate(() => window.door.call('app.saveSettings', { soundRecording: true }))
  await record(running.page, 'Yarıda kalan')
  await expect.poll(() => filesIn(archive).then((files) => files.length)).toBeGreaterThan(2)
  await running.kill()
  const { page } = await desk.start({ args })
  await page.keyboard.press('Control+2')
  await page.getByText('Yarıda kalan').first().click()
  const files = await filesIn(archive)
  const { record: kept } = await storedMeeting(archive, 'Yarıda kalan')
  const named = kept.recordings.flatMap(({ pieces }) => pieces.map(({ file }) => file.sha256))
  expect(named.length).toBeGreaterThan(1)
  // The one that was on its way into the record has been put there by now, unless the power went before it was answered.
  expect(files).toEqual(expect.arrayContaining(named))
  expect(files.length - named.length).toBeLessThanOrEqual(1)
  expect((await decoded(page, kept.id, named)).every(({ seconds, loud }) => loud && seconds <= 5)).toBe(true)
})

test('leaving the page ends a recording with its last words; so does closing the program', async ({
  desk,
}) => {
  const running = await desk.start({ args })
  const { page } = running
  const frame = new Frame(page)
  await frame.openSample()
  const archive = path.join(desk.documents, 'Örnek arşiv')
  await page.evaluate(() => window.door.call('app.saveSettings', { soundRecording: true }))
  await record(page, 'Terk edilen')
  await expectAccessible(page, 'ses kaydı')
  await page.keyboard.press('Control+2')
  await expect.poll(() => asked(page, { audio: true })).toBe('NotAllowedError')
  await expect.poll(() => piecesOf(archive, 'Terk edilen').then((pieces) => pieces.length)).toBeGreaterThan(0)
  await record(page, 'Kapatılan')
  await running.close()
  const [left, closed] = [await piecesOf(archive, 'Terk edilen'), await piecesOf(archive, 'Kapatılan')]
  expect(closed.length).toBeGreaterThan(0)
  const named = [...left, ...closed].map(({ file }) => file.sha256)
  expect((await filesIn(archive)).sort()).toEqual(named.sort())
})
