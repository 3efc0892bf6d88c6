import { spawn } from 'node:child_process'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { testArchive, valueOf } from '../../support/archive'
import { bundleProgram } from '../../support/bundle-program'

let program = ''
beforeAll(async () => {
  program = await bundleProgram('test/support/saving-program.ts', 'saving-program')
})

/** Runs the saving program until it has acknowledged so many saves, kills it, and tells the last one of each record. */
async function killAfter(root: string, cache: string, saves: number): Promise<Map<string, number>> {
  const child = spawn(process.execPath, [program, root, cache], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  await new Promise<void>((done, failed) => {
    child.on('error', failed)
    child.on('close', () => done())
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      if (text.split('\n').length > saves) child.kill('SIGKILL')
    })
  })
  expect(child.signalCode).toBe('SIGKILL')
  const last = new Map<string, number>()
  // A line cut off by the kill was acknowledged all the same, but cannot be read.
  for (const line of text.split('\n').slice(0, -1)) {
    const [id = '', number = ''] = line.split(' ')
    last.set(id, Number(number))
  }
  return last
}

async function tempFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter((name) => name.endsWith('.tutanak-tmp'))
}

describe('a program killed while it saves', () => {
  it.each([5, 37, 150])('has every acknowledged save on the disk after %i saves', async (saves) => {
    const archive = await testArchive()
    const acknowledged = await killAfter(archive.root, archive.cache, saves)
    expect(acknowledged.size).toBeGreaterThan(0)
    const store = await archive.open()
    // The dead program's lock is no obstacle.
    expect(store.readOnly).toBe(false)
    expect(store.problems()).toEqual([])
    for (const [id, number] of acknowledged) {
      const { record } = valueOf(await store.get(id as `note_${string}`))
      // At most one more save was on its way and may have arrived.
      expect([number, number + 1]).toContain(Number.parseInt(record.markdown, 10))
    }
    expect(store.list({ type: 'note' }).total).toBe(store.ids('note').length)
  })

  it('leaves temp files that are cleared once they are old', async () => {
    const archive = await testArchive()
    await killAfter(archive.root, archive.cache, 20)
    await (await archive.open({ files: archive.options.files })).close()
    const stale = join(archive.root, 'notes', 'ab', '.note.json.0123456789ab.tutanak-tmp')
    await mkdir(dirname(stale), { recursive: true })
    await writeFile(stale, 'yarım')
    for (const name of await tempFiles(archive.root)) {
      const hourAgo = Date.now() / 1000 - 3_600
      await utimes(join(archive.root, name), hourAgo, hourAgo)
    }
    const store = await archive.open()
    await store.checked
    expect(await tempFiles(archive.root)).toEqual([])
  })
})
