import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ensureSystem } from '../../../electron/launch/system-libraries.mjs'

const needs = { tools: [{ program: 'tutanak-test-tool', package: 'tutanak-test-package' }] }
let folder = ''
let log = ''

/** A machine whose apt-get and apt-cache are scripts that write down how they were called. */
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tutanak-apt-'))
  log = path.join(folder, 'log')
  await script('apt-cache', `echo '  Candidate: 1.0'`)
  await script('apt-get', `echo "$@" >> '${log}'`)
  vi.stubEnv('PATH', `${folder}${path.delimiter}${process.env.PATH}`)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

async function script(name: string, body: string) {
  const file = path.join(folder, name)
  await writeFile(file, `#!/bin/sh\n${body}\n`)
  await chmod(file, 0o755)
}

describe.runIf(process.platform === 'linux')('what the system lacks', () => {
  it('is installed as root on Debian', async () => {
    const tool = path.join(folder, 'tutanak-test-tool')
    await script('apt-get', `echo "$@" >> '${log}'; [ "$1" = install ] && touch '${tool}'; true`)
    await ensureSystem(needs, true)
    expect((await readFile(log, 'utf8')).split('\n').slice(0, 2)).toEqual([
      'update',
      'install -y --no-install-recommends tutanak-test-package',
    ])
  })

  it('is still a failure when the installation did not bring it', async () => {
    await expect(ensureSystem(needs, true)).rejects.toThrow('kurulumdan sonra da eksik: tutanak-test-tool')
  })

  it('shows what the package manager said when it fails', async () => {
    await script('apt-get', 'echo "E: no network" >&2; exit 100')
    await expect(ensureSystem(needs, true)).rejects.toThrow('E: no network')
  })

  it('is told to an ordinary user as the exact command, and nothing is run', async () => {
    await expect(ensureSystem(needs, false)).rejects.toThrow(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends tutanak-test-package',
    )
    expect(existsSync(log)).toBe(false)
  })

  it('is nothing when every program is there', async () => {
    await script('tutanak-test-tool', 'true')
    await ensureSystem(needs, true)
    expect(existsSync(log)).toBe(false)
  })
})
