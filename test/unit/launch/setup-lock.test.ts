import { spawn } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

const launchers = path.resolve(import.meta.dirname, '../../../electron/launch')
let project = ''

/** A copy of the launcher in a folder of its own, so that its lock is not the one of this project. */
beforeEach(async () => {
  project = await mkdtemp(path.join(os.tmpdir(), 'tutanak-kilit-'))
  mkdirSync(path.join(project, 'electron'))
  cpSync(launchers, path.join(project, 'electron', 'launch'), { recursive: true })
  await writeFile(
    path.join(project, 'worker.mjs'),
    `import { appendFileSync } from 'node:fs'
     import { setTimeout as pause } from 'node:timers/promises'
     import { withSetupLock } from './electron/launch/setup-lock.mjs'
     const [name, dies] = process.argv.slice(2)
     await withSetupLock(async () => {
       appendFileSync('log', name + ' in\\n')
       await pause(200)
       if (dies) process.kill(process.pid, 'SIGKILL')
       appendFileSync('log', name + ' out\\n')
     })`,
  )
  await appendFile(path.join(project, 'log'), '')
})
afterEach(() => rm(project, { recursive: true, force: true }))

function runWorker(...args: string[]): Promise<void> {
  const env = { ...process.env, TMPDIR: project, TEMP: project }
  const child = spawn(process.execPath, ['worker.mjs', ...args], { cwd: project, env, stdio: 'ignore' })
  return new Promise((resolve) => child.on('close', () => resolve()))
}

const log = async () => (await readFile(path.join(project, 'log'), 'utf8')).trim().split('\n')

it('lets launchers of the same folder set up one after the other', async () => {
  await Promise.all(['a', 'b', 'c'].map((name) => runWorker(name)))
  const lines = await log()
  expect(lines).toHaveLength(6)
  for (let at = 0; at < lines.length; at += 2) {
    expect(lines[at + 1]).toBe(lines[at]?.replace(' in', ' out'))
  }
})

it('is taken over from a launcher that was killed', async () => {
  await runWorker('killed', 'dies')
  await runWorker('next')
  expect(await log()).toEqual(['killed in', 'next in', 'next out'])
})
