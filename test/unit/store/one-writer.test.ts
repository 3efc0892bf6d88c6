import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, readFile, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { nodeArchiveFiles, type ArchiveFiles } from '../../../electron/services/store/archive-files'
import { isTempName, recordFile } from '../../../electron/services/store/layout'
import { WriterLock, beatMs, readLock } from '../../../electron/services/store/lock'
import type { ArchiveStore } from '../../../electron/services/store/store-types'
import { codeOf, tempFolder, testArchive, valueOf } from '../../support/archive'
import { bundleProgram } from '../../support/bundle-program'

const files = nodeArchiveFiles()
const other = { id: 'öteki-makine', name: 'öteki' }

async function tokenOf(root: string): Promise<string> {
  const lock = await readLock(files, join(root, 'lock'))
  if (!lock || lock === 'unreadable') throw new Error('no lock')
  return lock.token
}

const write = (store: ArchiveStore, id: string, hash: string, markdown: string) =>
  store.change(id as 'note_x', hash, (note) => ({ ok: true, value: { ...note, markdown } }))

afterEach(() => {
  vi.useRealTimers()
})

describe('a writer whose archive was taken over', () => {
  it('reads the token again directly before it replaces a file, and leaves the file alone', async () => {
    let takeOver: (() => Promise<unknown>) | undefined
    const watching: ArchiveFiles = {
      ...files,
      // The bytes are staged and the lock was ours when the save began.
      async openNew(path) {
        const file = await files.openNew(path)
        if (!path.includes('note_') || !takeOver) return file
        const now = takeOver
        takeOver = undefined
        await now()
        return file
      },
    }
    const archive = await testArchive()
    const store = await archive.open({ files: watching })
    await store.checked
    const made = valueOf(await store.create('note', { title: 'bir', markdown: 'ilk' }))
    const before = await readFile(join(archive.root, recordFile(made.id)))
    let next: WriterLock | undefined
    takeOver = async () => {
      const taken = await WriterLock.take(
        { files, path: join(archive.root, 'lock'), clock: () => new Date(), machine: other, owner: 'Ömer' },
        await tokenOf(archive.root),
      )
      if (taken instanceof WriterLock) next = taken
    }
    const refused = await write(store, made.id, made.hash, 'ikinci')
    expect(next).toBeDefined()
    expect(refused).toMatchObject({ error: { code: 'archive-locked', params: { holder: 'Ömer (öteki)' } } })
    expect(await readFile(join(archive.root, recordFile(made.id)))).toEqual(before)
    expect(store.readOnly).toBe(true)
    expect(store.holder).toMatchObject({ owner: 'Ömer' })
    const names = await readdir(join(archive.root, 'notes'), { recursive: true })
    expect(names.filter(isTempName)).toEqual([])
    await next?.release()
  })

  it('finds its staged bytes gone when it wakes up between reading the token and renaming', async () => {
    let takeOver: (() => Promise<unknown>) | undefined
    const sleeping: ArchiveFiles = {
      ...files,
      async rename(from, to) {
        const now = takeOver
        if (isTempName(from) && to.includes('note_') && now) {
          takeOver = undefined
          await now()
        }
        await files.rename(from, to)
      },
    }
    const archive = await testArchive()
    const store = await archive.open({ files: sleeping })
    await store.checked
    const made = valueOf(await store.create('note', { title: 'bir', markdown: 'ilk' }))
    takeOver = async () => {
      const next = await archive.open({
        machine: other,
        cacheFolder: `${archive.cache} 2`,
        staleLock: await tokenOf(archive.root),
      })
      const { hash } = valueOf(await next.get(made.id))
      valueOf(await write(next, made.id, hash, 'yeni sahibin yazdığı'))
    }
    expect(codeOf(await write(store, made.id, made.hash, 'uyuyanın yazdığı'))).toBe('archive-locked')
    expect(await readFile(join(archive.root, recordFile(made.id)), 'utf8')).toContain('yeni sahibin yazdığı')
    expect(store.readOnly).toBe(true)
  })

  it('learns of it at its next beat, without a save', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const archive = await testArchive()
    const sleeper = await archive.open()
    await sleeper.checked
    const heard = vi.fn()
    sleeper.onAccess(heard)
    const next = await archive.open({
      machine: other,
      cacheFolder: `${archive.cache} 2`,
      staleLock: await tokenOf(archive.root),
    })
    expect(next.readOnly).toBe(false)
    await vi.advanceTimersByTimeAsync(beatMs)
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
    expect(sleeper.readOnly).toBe(true)
    expect(codeOf(await sleeper.create('note', { title: 'x', markdown: '' }))).toBe('archive-locked')
    await sleeper.close()
    expect(next.readOnly).toBe(false)
    valueOf(await next.create('note', { title: 'x', markdown: '' }))
  })

  it('does not make a deleted lock again when somebody has written since', async () => {
    const archive = await testArchive()
    const sleeper = await archive.open()
    await sleeper.checked
    const made = valueOf(await sleeper.create('note', { title: 'bir', markdown: '' }))
    const next = await archive.open({
      machine: other,
      cacheFolder: `${archive.cache} 2`,
      staleLock: await tokenOf(archive.root),
    })
    valueOf(await write(next, made.id, made.hash, 'ötekinin yazdığı'))
    await next.close()
    expect(codeOf(await write(sleeper, made.id, made.hash, 'uyuyanın yazdığı'))).toBe('archive-locked')
    expect(await readFile(join(archive.root, recordFile(made.id)), 'utf8')).toContain('ötekinin yazdığı')
  })
})

describe('the lock of a machine', () => {
  const ports = async (
    machine: Parameters<typeof WriterLock.take>[0]['machine'],
    clock = () => new Date(),
  ) => ({
    files,
    path: join(await tempFolder(), 'lock'),
    clock,
    machine,
    owner: 'Ayşe',
  })

  it('whose clock jumps forward is not taken from a living process', async () => {
    const given = await ports({ id: 'bu', name: 'bu', boot: 'açılış 1' })
    const lock = await WriterLock.take(given)
    const later = () => new Date(Date.now() + 40 * 24 * 3_600_000)
    expect(await WriterLock.take({ ...given, clock: later })).toMatchObject({ owner: 'Ayşe' })
    const restarted = await WriterLock.take({ ...given, machine: { ...given.machine, boot: 'açılış 2' } })
    expect(restarted).toBeInstanceOf(WriterLock)
    for (const one of [lock, restarted]) if (one instanceof WriterLock) await one.release()
  })

  it('with the same copied user folder but another name is another machine', async () => {
    const given = await ports({ id: 'gezici profil', name: 'PC-1', boot: 'a' })
    const lock = await WriterLock.take(given)
    const second = await WriterLock.take({
      ...given,
      machine: { id: 'gezici profil', name: 'PC-2', boot: 'b' },
    })
    expect(second).not.toBeInstanceOf(WriterLock)
    if (lock instanceof WriterLock) await lock.release()
  })

  it('goes on beating where others see it after a sync tool put a copy in its place', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const given = await ports({ id: 'bu', name: 'bu' })
    const lock = await WriterLock.take(given)
    if (!(lock instanceof WriterLock)) throw new Error('held')
    await copyFile(given.path, `${given.path} 2`)
    await rename(`${given.path} 2`, given.path)
    const seen = new Set<number>()
    for (let round = 0; round < 3; round += 1) {
      await vi.advanceTimersByTimeAsync(beatMs)
      await wait(60)
      const now = await readLock(files, given.path)
      if (now && now !== 'unreadable') seen.add(now.beat)
    }
    expect(seen.size).toBe(3)
    expect(await lock.confirm()).toBe('ours')
    await lock.release()
    expect(await readdir(join(given.path, '..'))).toEqual([])
  })
})

describe('two processes', () => {
  let program = ''
  beforeAll(async () => {
    program = await bundleProgram('test/support/writer-program.ts', 'writer-program')
  })

  it.each([3, 8, 20])(
    'one falls asleep while it saves (after %i saves), another takes over; awake again it only reads',
    async (saves) => {
      const archive = await testArchive()
      const first = await archive.open()
      const made = valueOf(await first.create('note', { title: 'ortak', markdown: '' }))
      await first.close()
      const child = spawn(process.execPath, [program, archive.root, `${archive.cache} 2`, made.id], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'exit')
      try {
        let text = ''
        child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        await vi.waitFor(() => expect(text.split('\n').length).toBeGreaterThan(saves), { timeout: 5_000 })
        child.kill('SIGSTOP')
        const awake = await archive.open({ staleLock: await tokenOf(archive.root) })
        expect(awake.readOnly).toBe(false)
        await awake.checked
        const found = valueOf(await awake.get(made.id as 'note_x'))
        valueOf(await write(awake, made.id, found.hash, 'uyanık olanın yazdığı'))
        child.kill('SIGCONT')
        expect(await ended).toEqual([0, null])
        expect(text.trim().split('\n').at(-1)).toBe('refused archive-locked Deneme Kâtibi (deneme) true true')
        expect(valueOf(await awake.get(made.id as 'note_x')).record.markdown).toBe('uyanık olanın yazdığı')
        expect(awake.problems()).toEqual([])
        valueOf(await awake.create('note', { title: 'sonra', markdown: '' }))
        await awake.close()
        const again = await archive.open()
        expect(valueOf(await again.get(made.id as 'note_x')).record.markdown).toBe('uyanık olanın yazdığı')
      } finally {
        child.kill('SIGKILL')
      }
    },
  )
})
