import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makePackage, packagedPlaces, startPackaged } from '../support/packaged'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { Spelling } from '../support/pages/spelling'
import { storedMeeting } from '../support/stored'

test.describe.configure({ mode: 'serial' })

const enabled = '1'.charCodeAt(0)
const disabled = '0'.charCodeAt(0)
let folder = ''

test.beforeAll(async () => {
  test.setTimeout(240_000)
  folder = mkdtempSync(path.join(os.tmpdir(), 'tutanak paket İ-'))
  await makePackage()
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the packaged program is sealed', async () => {
  const fuses = await getCurrentFuseWire(packagedPlaces().program)
  expect(fuses[FuseV1Options.RunAsNode]).toBe(disabled)
  expect(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(disabled)
  expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(disabled)
  expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(enabled)
  expect(existsSync(path.join(packagedPlaces().resources, 'default_app.asar'))).toBe(false)
})

test('the package holds the built program and its resources, and no sources', () => {
  const files = listPackage(path.join(packagedPlaces().resources, 'app.asar'), { isPack: false }).map(
    (file) => file.replaceAll('\\', '/'),
  )
  const built = ['main/main.js', 'preload/preload.cjs', 'renderer/index.html', 'renderer/projector.html']
  const spelling = ['spell-tr.dic', 'spell-en.aff', 'hunspell.wasm', 'Hunspell-LICENSE.txt']
  for (const file of [...built, ...spelling.map((name) => `assets/${name}`)]) {
    expect(files).toContain(`/out/${file}`)
  }
  expect(files).toContain('/resources/spelling/NOTICES.md')
  expect(files).toContain('/resources/icons/256x256.png')
  expect(files.filter((file) => /\.(tsx?|map)$|^\/(electron|renderer|shared|test)\//.test(file))).toEqual([])
})

test('a meeting is recorded in the packaged program, found, and shown on paper', async () => {
  const env = {
    TUTANAK_USER_DATA: path.join(folder, 'ayarlar'),
    TUTANAK_DOCUMENTS: path.join(folder, 'Belgeler'),
  }
  const first = await startPackaged(env)
  await expect(first.page).toHaveTitle(/Tutanak/)
  expect(first.page.url()).not.toMatch(/^(file|https?):/)
  const frame = new Frame(first.page)
  await frame.createArchive('Paket Arşivi')
  const meeting = new MeetingPage(first.page)
  await meeting.create()
  await first.page.keyboard.type('Paketten Yazılan İlk Toplantı')
  await meeting.goToEnd()
  await meeting.slash('gündem', 'Açılış')
  await first.page.keyboard.press('Enter')
  await meeting.write('Şube müdürü **görüşmeleri** açtıı.')
  await first.page.keyboard.press('Enter')
  await meeting.writeDecision({ number: '2026/1', text: 'Ağaçlandırmaya başlanmasına', vote: 'Oy birliği' })
  const hash = await meeting.saved()
  await test.step('spelling runs in its own process, from inside the package', async () => {
    await new Spelling(first.page).marked(['açtıı'])
  })
  await test.step('search and paper run in their own processes, from inside the package', async () => {
    await frame.find('agaclandirma')
    await expect(frame.hits('Kararlar').first()).toContainText('2026/1')
    await first.page.keyboard.press('Escape')
    await first.page.keyboard.press('Control+p')
    await expect(meeting.paper.getByRole('img').first()).toBeVisible()
  })
  expect(await first.close()).toBe(0)

  const stored = await storedMeeting(path.join(folder, 'Belgeler', 'Paket Arşivi'), 'Paketten Yazılan')
  expect(stored.hash).toBe(hash)
  expect(stored.record.agenda).toMatchObject([
    {
      title: 'Açılış',
      blocks: [
        { kind: 'text', markdown: 'Şube müdürü **görüşmeleri** açtıı.' },
        { kind: 'decision', number: '2026/1', vote: { kind: 'unanimous' } },
      ],
    },
  ])
  const second = await startPackaged(env)
  await expect(new Frame(second.page).main).toContainText('Paketten Yazılan İlk Toplantı')
  expect(await second.close()).toBe(0)
})
