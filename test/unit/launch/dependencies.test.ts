import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { whyDependenciesAreStale } from '../../../electron/launch/dependencies.mjs'

type Packages = Record<string, { version: string; optional?: boolean; dev?: boolean }>

let project = ''
beforeEach(async () => {
  project = await mkdtemp(path.join(os.tmpdir(), 'tutanak-kilit-'))
})
afterEach(() => rm(project, { recursive: true, force: true }))

const wanted: Packages = {
  '': { version: '0.1.0' },
  'node_modules/react': { version: '19.3.1' },
  'node_modules/only-on-windows': { version: '1.0.0', optional: true },
}

async function lay(installed: Packages | undefined) {
  await writeFile(path.join(project, 'package-lock.json'), JSON.stringify({ packages: wanted }))
  if (!installed) return
  await mkdir(path.join(project, 'node_modules'))
  const list = path.join(project, 'node_modules', '.package-lock.json')
  await writeFile(list, JSON.stringify({ packages: installed }))
}

it('are installed when there are none', async () => {
  await lay(undefined)
  expect(whyDependenciesAreStale(project)).toBe('node_modules yok')
})

it('are left alone when they are what the lockfile names, without those for other systems', async () => {
  await lay({ 'node_modules/react': { version: '19.3.1' } })
  expect(whyDependenciesAreStale(project)).toBeUndefined()
})

it('are installed again when the lockfile names another version', async () => {
  await lay({ 'node_modules/react': { version: '19.3.0' } })
  expect(whyDependenciesAreStale(project)).toContain('node_modules/react')
})

it('are installed again when one is missing', async () => {
  await lay({})
  expect(whyDependenciesAreStale(project)).toBe('node_modules/react eksik')
})

it('are installed again when one was dropped from the lockfile', async () => {
  await lay({ 'node_modules/react': { version: '19.3.1' }, 'node_modules/old': { version: '1.0.0' } })
  expect(whyDependenciesAreStale(project)).toContain('node_modules/old')
})
