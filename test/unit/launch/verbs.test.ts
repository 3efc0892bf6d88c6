import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executableName } from '../../../electron/launch/places.mjs'

const repository = path.resolve(import.meta.dirname, '../../..')
let folder = ''
let project = ''
/** What the launcher and its build configuration consist of. */
const copied = [
  'electron/launch',
  'electron/electron.vite.config.ts',
  'electron/services/typeset/assets.ts',
  'electron/services/spell/assets.ts',
  'electron/services/spell/compact-dictionary.ts',
  'shared/text',
  'test/vitest.config.ts',
]

/** A small project of the same shape with the real launcher, and a script in place of Electron. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tutanak başlatıcı İ-'))
  project = path.join(folder, 'project')
  for (const name of copied) {
    cpSync(path.join(repository, name), path.join(project, name), { recursive: true })
  }
  cpSync(path.join(repository, 'package-lock.json'), path.join(project, 'package-lock.json'))
  symlinkSync(path.join(repository, 'node_modules'), path.join(project, 'node_modules'), 'junction')
  lay('package.json', JSON.stringify({ name: 'small', type: 'module', scripts: checks }))
  lay('electron/main.ts', `export const answer = 1\n`)
  lay('electron/cli.ts', cliSource('first'))
  lay('test/unit/some.test.ts', unitSource)
  const runtime = path.join(folder, 'runtime')
  lay(path.join(runtime, executableName()), '#!/bin/sh\necho "started with $@"\nexit 7\n', 0o755)
  lay(path.join(runtime, 'version'), '99.0.0')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const checks = { 'check:good': 'node -e 0', 'check:bad': 'node -e process.exit(1)' }
const unitSource = `import { expect, it } from 'vitest'
it('passes', () => expect(1).toBe(1))
it('fails', () => expect(1).toBe(2))
it.skip('is skipped', () => {})
`

function cliSource(name: string): string {
  return `console.log(JSON.stringify({ name: '${name}', cwd: process.cwd(), args: process.argv.slice(2) }))
process.exitCode = 3
`
}

function lay(file: string, content: string, mode = 0o644): void {
  const target = path.resolve(project, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, content, { mode })
}

interface Outcome {
  code: number | null
  out: string
  err: string
}

function launch(args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Promise<Outcome> {
  const env = {
    ...process.env,
    npm_lifecycle_event: '',
    DISPLAY: ':0',
    TUTANAK_ELECTRON: path.join(folder, 'runtime'),
    VITEST: undefined,
    VITEST_POOL_ID: undefined,
    VITEST_WORKER_ID: undefined,
    ...options.env,
  }
  const program = path.join(project, 'electron/launch/launch.mjs')
  const child = spawn(process.execPath, [program, ...args], { cwd: options.cwd ?? project, env })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

const lastLine = (text: string) => text.trim().split('\n').at(-1)

describe('the command line', () => {
  it('builds first, keeps stdout clean, and passes arguments, folder and exit code on', async () => {
    const first = await launch(['cli', 'list', '--json'], { cwd: folder })
    expect(JSON.parse(first.out)).toEqual({ name: 'first', cwd: folder, args: ['list', '--json'] })
    expect(first.code).toBe(3)
    expect(first.err).toContain('derleniyor')
    const second = await launch(['cli'], { cwd: folder })
    expect(second.err).toBe('')
  })

  it('takes relative paths from where npm was called', async () => {
    const env = { npm_lifecycle_event: 'cli', INIT_CWD: folder }
    expect(JSON.parse((await launch(['cli'], { env })).out)).toMatchObject({ cwd: folder })
  })

  it('builds again when a source changed, and keeps the last good build when that fails', async () => {
    lay('electron/cli.ts', cliSource('second'))
    expect(JSON.parse((await launch(['cli'])).out)).toMatchObject({ name: 'second' })
    lay('electron/cli.ts', 'this is not a program')
    const broken = await launch(['cli'])
    expect(broken).toMatchObject({ code: 1, out: '' })
    expect(broken.err).toContain('derleme başarısız')
    expect(readFileSync(path.join(project, 'out/main/cli.js'), 'utf8')).toContain('second')
    lay('electron/cli.ts', cliSource('third'))
    expect(JSON.parse((await launch(['cli'])).out)).toMatchObject({ name: 'third' })
  })
})

describe('npm start', () => {
  it.skipIf(process.platform === 'win32')(
    'starts Electron on the project with the arguments and passes its exit code on',
    async () => {
      const { code, out } = await launch(['start', '--some-argument'])
      expect(out).toMatch(/^started with .*project --some-argument\n$/)
      expect(code).toBe(7)
    },
  )
})

describe('npm test', () => {
  it('runs every suite though one fails, and ends with one line over all', async () => {
    const { code, out } = await launch(['test', 'check', 'unit'])
    expect(lastLine(out)).toBe('2 passed, 2 failed, 1 skipped')
    expect(code).toBe(1)
  })

  it('succeeds only when all pass', async () => {
    const { code, out } = await launch(['test', 'check', 'good'])
    expect(lastLine(out)).toBe('1 passed, 0 failed, 0 skipped')
    expect(code).toBe(0)
  })

  it('fails when a suite ran no test', async () => {
    const { code, out } = await launch(['test', 'check', 'no-such-check'])
    expect(lastLine(out)).toBe('0 passed, 1 failed, 0 skipped')
    expect(code).toBe(1)
  })

  it('still runs the other suites when the program does not build, and fails', async () => {
    lay('electron/main.ts', 'this is not a program')
    const { code, out, err } = await launch(['test', 'check', 'e2e', 'good'])
    lay('electron/main.ts', `export const answer = 1\n`)
    expect(err).toContain('derleme başarısız')
    expect(lastLine(out)).toBe('1 passed, 1 failed, 0 skipped')
    expect(code).toBe(1)
  })

  it('counts a test file that cannot be loaded as a failure', async () => {
    lay('test/unit/broken.test.ts', `import './nowhere'\n`)
    const { code, out } = await launch(['test', 'unit', 'broken'])
    expect(lastLine(out)).toBe('0 passed, 1 failed, 0 skipped')
    expect(code).toBe(1)
  })
})

describe('the launcher', () => {
  it('says clearly that Node is too old', async () => {
    lay('old-node.cjs', `Object.defineProperty(process, 'versions', { value: { node: '18.19.0' } })`)
    const { code, err } = await launch(['start'], { env: { NODE_OPTIONS: '--require ./old-node.cjs' } })
    expect({ code, err }).toEqual({
      code: 1,
      err: 'Tutanak: Node.js 20.19 veya daha yenisi gerekli, bulunan 18.19.0.\n',
    })
  })

  it('names the verbs it knows', async () => {
    const { code, err } = await launch(['dance'])
    expect(err).toContain('start, test, cli, build, package, bench, screenshots')
    expect(code).toBe(1)
  })
})
