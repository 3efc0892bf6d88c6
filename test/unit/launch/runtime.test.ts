import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { executableName } from '../../../electron/launch/places.mjs'
import { registryRuntimeFolder } from '../../../electron/launch/registry-runtime.mjs'
import { ensureRuntime, findRuntime } from '../../../electron/launch/runtime.mjs'
import { makeZip } from '../../support/archives'

const modules = path.resolve(import.meta.dirname, '../../../node_modules')
const { version } = JSON.parse(readFileSync(path.join(modules, 'electron/package.json'), 'utf8')) as {
  version: string
}
const onLinux = process.platform === 'linux' && process.arch === 'x64'

let folder = ''
let project = ''
let server: Server | undefined

/** A project of its own with the real `electron` package, but nothing downloaded. */
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tutanak-electron-'))
  project = path.join(folder, 'project')
  const electron = path.join(project, 'node_modules', 'electron')
  mkdirSync(electron, { recursive: true })
  for (const name of ['package.json', 'install.js', 'index.js', 'checksums.json']) {
    cpSync(path.join(modules, 'electron', name), path.join(electron, name))
  }
  for (const name of ['@electron', '@electron-internal']) {
    symlinkSync(path.join(modules, name), path.join(project, 'node_modules', name), 'junction')
  }
  vi.stubEnv('XDG_CACHE_HOME', path.join(folder, 'cache'))
  vi.stubEnv('LOCALAPPDATA', path.join(folder, 'cache'))
  vi.stubEnv('electron_config_cache', path.join(folder, 'downloads'))
  vi.stubEnv('TUTANAK_ELECTRON', undefined)
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
  server = undefined
  await rm(folder, { recursive: true, force: true })
})

/** Starts a mirror on this machine and returns the paths it was asked for. */
async function startMirror(answer: (file: string) => Buffer | undefined): Promise<string[]> {
  const asked: string[] = []
  const mirror = createServer((request, response) => {
    const file = path.posix.basename(request.url ?? '')
    asked.push(file)
    const body = answer(file)
    response.writeHead(body ? 200 : 404).end(body)
  })
  server = mirror
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve))
  const { port } = mirror.address() as AddressInfo
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${port}/`)
  return asked
}

/** The answers of a mirror that has an official-looking archive and its list of checksums. */
function release() {
  const archive = makeZip([
    { name: executableName(), content: Buffer.from('#!/bin/sh\necho official\n'), mode: 0o755 },
    { name: 'version', content: Buffer.from(version) },
  ])
  const archiveName = `electron-v${version}-${process.platform}-${process.arch}.zip`
  const sum = createHash('sha256').update(archive).digest('hex')
  return (file: string) =>
    file === archiveName
      ? archive
      : file === 'SHASUMS256.txt'
        ? Buffer.from(`${sum} *${archiveName}\n`)
        : undefined
}

/** Puts a stand-in where the fallback from the npm registry would lie. */
function layRegistryRuntime(): string {
  const target = registryRuntimeFolder() ?? ''
  mkdirSync(target, { recursive: true })
  writeFileSync(path.join(target, 'electron'), '')
  writeFileSync(path.join(target, 'version'), '33.2.1')
  return target
}

describe('the official Electron', () => {
  it('is downloaded from the host that is set, checked, unpacked, and not asked for again', async () => {
    vi.stubEnv('electron_use_remote_checksums', '1')
    const asked = await startMirror(release())
    const runtime = await ensureRuntime(project)
    expect(runtime).toMatchObject({ kind: 'official', version })
    expect(readFileSync(runtime.executable, 'utf8')).toContain('echo official')
    const before = asked.length
    expect(before).toBeGreaterThan(0)
    expect(await ensureRuntime(project)).toEqual(runtime)
    expect(asked.length).toBe(before)
  })

  it.runIf(onLinux)('is preferred to the fallback as soon as its host answers', async () => {
    layRegistryRuntime()
    await startMirror(() => undefined)
    expect((await ensureRuntime(project)).kind).toBe('registry')
    server?.close()
    vi.stubEnv('electron_use_remote_checksums', '1')
    await startMirror(release())
    expect((await ensureRuntime(project)).kind).toBe('official')
  })

  it.runIf(onLinux)('is refused when its checksum is not the one the package names', async () => {
    layRegistryRuntime()
    await startMirror(release())
    expect((await ensureRuntime(project)).kind).toBe('registry')
    expect(findRuntime(project)?.kind).toBe('registry')
  })
})

describe.runIf(onLinux)('the fallback', () => {
  it('is used when the host has no Electron, and the host is then left alone for hours', async () => {
    const target = layRegistryRuntime()
    const asked = await startMirror(() => undefined)
    expect(await ensureRuntime(project)).toMatchObject({
      kind: 'registry',
      folder: target,
      version: '33.2.1',
    })
    const before = asked.length
    expect(before).toBeGreaterThan(0)
    await ensureRuntime(project)
    expect(asked.length).toBe(before)
  })
})

describe('TUTANAK_ELECTRON', () => {
  it.each(['the folder', 'the program'])('wins as %s', async (way) => {
    const dist = path.join(folder, 'own electron')
    const program = path.join(dist, executableName())
    mkdirSync(path.dirname(program), { recursive: true })
    writeFileSync(program, '')
    writeFileSync(path.join(dist, 'version'), '45.0.0')
    vi.stubEnv('TUTANAK_ELECTRON', way === 'the folder' ? dist : program)
    const expected = { kind: 'override', folder: dist, executable: program, version: '45.0.0' }
    expect(await ensureRuntime(project)).toEqual(expected)
  })

  it('is named in the message when there is nothing', async () => {
    vi.stubEnv('TUTANAK_ELECTRON', path.join(folder, 'nowhere'))
    await expect(ensureRuntime(project)).rejects.toThrow('TUTANAK_ELECTRON')
  })
})
