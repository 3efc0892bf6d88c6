import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makePackage, packagedPlaces, startPackaged } from '../support/packaged'

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
  for (const file of ['main/main.js', 'preload/preload.cjs', 'renderer/index.html']) {
    expect(files).toContain(`/out/${file}`)
  }
  expect(files).toContain('/resources/icons/256x256.png')
  expect(files.filter((file) => /\.(tsx?|map)$|^\/(electron|renderer|shared|test)\//.test(file))).toEqual([])
})

test('the packaged program opens its window', async () => {
  const app = await startPackaged({
    TUTANAK_USER_DATA: path.join(folder, 'ayarlar'),
    TUTANAK_DOCUMENTS: path.join(folder, 'Belgeler'),
  })
  await expect(app.page).toHaveTitle(/Tutanak/)
  expect(app.page.url()).not.toMatch(/^(file|https?):/)
  expect(await app.close()).toBe(0)
})
