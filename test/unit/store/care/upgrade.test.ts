import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { recordFile } from '../../../../electron/services/store/layout'
import type { ArchiveStore } from '../../../../electron/services/store/store-types'
import { fail, ok } from '../../../../shared/result'
import { codeOf, testArchive, valueOf, type TestArchive } from '../../../support/archive'
import { bundleProgram } from '../../../support/bundle-program'
import { haveLaterNotes } from '../../../support/later-notes'

let later: (() => void) | undefined
afterEach(() => {
  later?.()
  later = undefined
})

const backup = () => Promise.resolve(ok(undefined))

async function withNotes(count: number): Promise<{ archive: TestArchive; ids: string[] }> {
  const archive = await testArchive()
  const store = await archive.open()
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    const made = await store.create('note', {
      title: `Not ${n}`,
      markdown: `metin ${n}`,
      tags: [`etiket ${n}`],
    })
    ids.push(valueOf(made).id)
  }
  await store.close()
  return { archive, ids }
}

async function versionOf({ root }: TestArchive, id: string): Promise<number> {
  return (JSON.parse(await readFile(join(root, recordFile(id)), 'utf8')) as { version: number }).version
}

const read = async (store: ArchiveStore, id: string) =>
  valueOf(await store.get(id as 'note_x')).record as unknown as Record<string, unknown>

describe('records of an older shape', () => {
  it('are read in the new one without being written, and written so at the next save', async () => {
    const { archive, ids } = await withNotes(2)
    later = haveLaterNotes()
    const [first = '', second = ''] = ids
    const store = await archive.open()
    await store.checked
    expect(await read(store, first)).toMatchObject({ labels: ['etiket 0'], letters: 5 })
    expect(store.problems()).toEqual([])
    expect(await versionOf(archive, first)).toBe(1)
    const { hash } = valueOf(await store.get(first))
    valueOf(await store.change(first as 'note_x', hash, (note) => ok({ ...note, markdown: 'yeni' })))
    expect([await versionOf(archive, first), await versionOf(archive, second)]).toEqual([3, 1])
  })

  it('in the bin and in the journal come back in the new one', async () => {
    const { archive, ids } = await withNotes(2)
    const [binned = '', damaged = ''] = ids
    const before = await archive.open()
    valueOf(await before.remove(binned))
    await before.close()
    later = haveLaterNotes()
    await writeFile(join(archive.root, recordFile(damaged)), 'bozuk')
    const store = await archive.open()
    await store.checked
    valueOf(await store.restore(binned))
    valueOf(await store.restoreLast(damaged))
    expect(await read(store, binned)).toMatchObject({ labels: ['etiket 0'] })
    expect(await read(store, damaged)).toMatchObject({ labels: ['etiket 1'] })
  })
})

describe('upgrading an archive', () => {
  it('writes all after a backup, keeps content and stamps, and finds nothing the second time', async () => {
    const { archive, ids } = await withNotes(12)
    later = haveLaterNotes()
    const store = await archive.open()
    await store.checked
    const before = await Promise.all(ids.map((id) => read(store, id)))
    const progress: number[] = []
    const kept = vi.fn(backup)
    expect(valueOf(await store.outdated())).toBe(12)
    const report = await store.upgrade(kept, { onProgress: (done) => progress.push(done) })
    expect(valueOf(report)).toEqual({ outdated: 12, written: 12, left: 0 })
    expect(kept).toHaveBeenCalledExactlyOnceWith('upgrade')
    expect(progress.at(-1)).toBe(12)
    expect(new Set(await Promise.all(ids.map((id) => versionOf(archive, id))))).toEqual(new Set([3]))
    expect(await Promise.all(ids.map((id) => read(store, id)))).toEqual(before)
    expect(valueOf(await store.verify()).findings).toEqual([])
    expect(valueOf(await store.outdated())).toBe(0)
    expect(valueOf(await store.upgrade(kept))).toEqual({ outdated: 0, written: 0, left: 0 })
    expect(kept).toHaveBeenCalledTimes(1)
  })

  it('writes nothing when the backup fails, for a reader, or when it was given up', async () => {
    const { archive, ids } = await withNotes(3)
    later = haveLaterNotes()
    const store = await archive.open()
    await store.checked
    expect(codeOf(await store.upgrade(() => Promise.resolve(fail('disk-full'))))).toBe('disk-full')
    const given = new AbortController()
    given.abort()
    expect(codeOf(await store.upgrade(backup, { signal: given.signal }))).toBe('cancelled')
    const reader = await archive.open({ cacheFolder: `${archive.cache} 2` })
    expect(codeOf(await reader.upgrade(backup))).toBe('archive-locked')
    expect(await Promise.all(ids.map((id) => versionOf(archive, id)))).toEqual([1, 1, 1])
  })

  it('leaves what others changed and what is damaged or newer as it is', async () => {
    const { archive, ids } = await withNotes(4)
    const [changed = '', damaged = '', newer = '', good = ''] = ids.map((id) =>
      join(archive.root, recordFile(id)),
    )
    await writeFile(changed, (await readFile(changed, 'utf8')).replace('metin 0', 'başkasının metni'))
    await writeFile(damaged, (await readFile(damaged, 'utf8')).slice(0, 250))
    await writeFile(newer, (await readFile(newer, 'utf8')).replace('"version": 1', '"version": 9'))
    const before = await Promise.all([changed, damaged, newer].map((path) => readFile(path, 'utf8')))
    later = haveLaterNotes()
    const store = await archive.open()
    await store.checked
    expect(valueOf(await store.upgrade(backup))).toEqual({ outdated: 2, written: 1, left: 1 })
    expect(await Promise.all([changed, damaged, newer].map((path) => readFile(path, 'utf8')))).toEqual(before)
    expect(await readFile(good, 'utf8')).toContain('"version": 3')
  })
})

describe('an upgrade that is killed', () => {
  let program = ''
  beforeAll(async () => {
    program = await bundleProgram('test/support/upgrading-program.ts', 'upgrading-program')
  })

  it.each([1, 15])(
    'after %i records goes on with the rest, and no record is lost or torn',
    async (wanted) => {
      const { archive, ids } = await withNotes(24)
      const run = (kill: boolean) =>
        new Promise<string>((done, failed) => {
          const child = spawn(process.execPath, [program, archive.root, `${archive.cache} 2`], {
            stdio: ['ignore', 'pipe', 'inherit'],
          })
          let text = ''
          child.on('error', failed)
          child.on('close', () => done(text))
          child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
            text += chunk
            if (kill && text.split('\n').length > wanted) child.kill('SIGKILL')
          })
        })
      await run(true)
      const half = await Promise.all(ids.map((id) => versionOf(archive, id)))
      expect(half.filter((version) => version === 3).length).toBeGreaterThanOrEqual(Math.min(wanted, 1))
      const last = (await run(false)).trim().split('\n').at(-1) ?? ''
      const finished = JSON.parse(last) as { value: { written: number; left: number } }
      // What the journal already had was finished at opening; the rest by the second run.
      expect(finished.value.left).toBe(0)
      expect(finished.value.written).toBeLessThan(ids.length)
      later = haveLaterNotes()
      const store = await archive.open()
      await store.checked
      for (const [n, id] of ids.entries()) {
        expect(await versionOf(archive, id)).toBe(3)
        expect(await read(store, id)).toMatchObject({
          title: `Not ${n}`,
          labels: [`etiket ${n}`],
          revision: 1,
        })
      }
      expect(valueOf(await store.verify()).findings).toEqual([])
    },
  )
})
