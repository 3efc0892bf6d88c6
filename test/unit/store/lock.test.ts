import { spawnSync } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nodeArchiveFiles } from '../../../electron/services/store/archive-files'
import { WriterLock, beatMs, readLock, watchLock } from '../../../electron/services/store/lock'
import { codeOf, tempFolder, testArchive, valueOf } from '../../support/archive'

const files = nodeArchiveFiles()
const machine = { id: 'bu-makine', name: 'Bu makine' }

async function ports(changed: Partial<Parameters<typeof WriterLock.take>[0]> = {}) {
  return {
    files,
    path: join(await tempFolder(), 'lock'),
    clock: () => new Date(),
    machine,
    owner: 'Ayşe',
    ...changed,
  }
}

async function taken(given: Awaited<ReturnType<typeof ports>>, stale?: string): Promise<WriterLock> {
  const lock = await WriterLock.take(given, stale)
  if (!(lock instanceof WriterLock)) throw new Error(`held by ${lock.owner}`)
  return lock
}

/** A process id that certainly belongs to nobody any more. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

async function leaveLock(path: string, changed: object) {
  const given = await ports({ path })
  const lock = await taken(given)
  const content = JSON.parse(await readFile(path, 'utf8')) as object
  await lock.release()
  await writeFile(path, JSON.stringify({ ...content, ...changed }))
}

afterEach(() => {
  vi.useRealTimers()
})

describe('the writer lock', () => {
  it('is held by one, named to the others, and free again when released', async () => {
    const given = await ports()
    const lock = await taken(given)
    expect(await WriterLock.take({ ...given, owner: 'Ömer' })).toMatchObject({
      owner: 'Ayşe',
      machine: 'Bu makine',
      pid: process.pid,
    })
    await lock.release()
    await (await taken(given)).release()
    expect(await readLock(files, given.path)).toBeUndefined()
  })

  it('is won by one of many who ask at once', async () => {
    const given = await ports()
    const all = await Promise.all(Array.from({ length: 8 }, () => WriterLock.take(given)))
    const won = all.filter((one) => one instanceof WriterLock)
    expect(won).toHaveLength(1)
    await won[0]?.release()
  })

  it('left by a dead process of this machine is taken over at once, by one', async () => {
    const given = await ports()
    await leaveLock(given.path, { pid: deadPid() })
    const all = await Promise.all(Array.from({ length: 8 }, () => WriterLock.take(given)))
    const won = all.filter((one) => one instanceof WriterLock)
    expect(won).toHaveLength(1)
    expect(await won[0]?.confirm()).toBe('ours')
    await won[0]?.release()
  })

  it('left before this machine was started is taken over, whoever has the process number now', async () => {
    const given = await ports()
    await leaveLock(given.path, { pid: process.pid, since: '2001-01-01T00:00:00.000Z' })
    await (await taken(given)).release()
  })

  it('of another machine is left alone, however old its times are', async () => {
    const given = await ports()
    await leaveLock(given.path, { pid: deadPid(), machineId: 'öteki', since: '2001-01-01T00:00:00.000Z' })
    expect(await WriterLock.take(given)).toMatchObject({ owner: 'Ayşe' })
  })

  it('of another machine may be taken when it has not beaten for three beats of our clock', async () => {
    const given = await ports()
    await leaveLock(given.path, { machineId: 'öteki' })
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const free = new Promise<string | undefined>((resolve) => watchLock(files, given.path, resolve))
    for (let beat = 0; beat < 4; beat += 1) {
      await vi.advanceTimersByTimeAsync(beatMs)
      // The file is read for real in between.
      await readLock(files, given.path)
      await new Promise((later) => setTimeout(later, 20))
    }
    const stale = await free
    expect(stale).toBeTypeOf('string')
    const lock = await taken(given, stale)
    expect(await lock.confirm()).toBe('ours')
    await lock.release()
  })

  it('that beats is never called stale', async () => {
    const given = await ports()
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const lock = await taken(given)
    const free = vi.fn()
    const stop = watchLock(files, given.path, free)
    for (let beat = 0; beat < 6; beat += 1) {
      await vi.advanceTimersByTimeAsync(beatMs)
      await new Promise((later) => setTimeout(later, 20))
    }
    expect(free).not.toHaveBeenCalled()
    stop()
    await lock.release()
  })

  it('that was taken over is noticed by the one who held it, and not released for the new one', async () => {
    const given = await ports()
    const sleeper = await taken(given)
    const content = await readLock(files, given.path)
    if (!content || content === 'unreadable') throw new Error('no lock')
    const next = await taken({ ...given, owner: 'Ömer' }, content.token)
    expect(await sleeper.confirm()).toMatchObject({ owner: 'Ömer' })
    await sleeper.release()
    expect(await next.confirm()).toBe('ours')
    await next.release()
  })

  it('whose file somebody deleted is made again', async () => {
    const given = await ports()
    await writeFile(join(dirname(given.path), 'archive.json'), '{}')
    const lock = await taken(given)
    await rm(given.path)
    expect(await lock.confirm()).toBe('ours')
    expect(await WriterLock.take(given)).toMatchObject({ owner: 'Ayşe' })
    await lock.release()
    expect(await readLock(files, given.path)).toBeUndefined()
  })

  it('is not made anew where the whole archive is gone: a stick was pulled out', async () => {
    const given = await ports()
    const lock = await taken(given)
    await rm(given.path)
    await expect(lock.confirm()).rejects.toMatchObject({ code: 'disk-gone' })
    expect(await readLock(files, given.path)).toBeUndefined()
    await lock.release()
  })

  it('that cannot be read belongs to somebody', async () => {
    const given = await ports()
    await writeFile(given.path, '')
    expect(await WriterLock.take(given)).toMatchObject({ owner: '' })
  })
})

describe('an archive that another one writes to', () => {
  it('opens for reading, tells who holds it, and follows what is saved', async () => {
    const archive = await testArchive()
    const writer = await archive.open()
    const made = valueOf(await writer.create('note', { title: 'bir', markdown: '' }))
    const reader = await archive.open({
      cacheFolder: `${archive.cache} 2`,
      machine: { id: 'öteki', name: hostname() },
    })
    expect(reader.readOnly).toBe(true)
    expect(reader.holder).toMatchObject({ owner: 'Deneme Kâtibi', pid: process.pid })
    const refused = await reader.create('note', { title: 'iki', markdown: '' })
    expect(refused).toMatchObject({
      error: { code: 'archive-locked', params: { holder: 'Deneme Kâtibi (deneme)' } },
    })
    expect(codeOf(await reader.putAttachment({ bytes: new Uint8Array(3) }, 'a.txt'))).toBe('archive-locked')
    valueOf(
      await writer.change(made.id as 'note_x', made.hash, (note) => ({
        ok: true,
        value: { ...note, title: 'iki' },
      })),
    )
    await reader.checkOutside()
    expect(reader.list({ type: 'note' }).rows.map((row) => row.title)).toEqual(['iki'])
  })

  it('opened for reading only writes nothing into it', async () => {
    const archive = await testArchive()
    const store = await archive.open({ readOnly: true })
    await store.checked
    expect(codeOf(await store.create('note', { title: 'x', markdown: '' }))).toBe('archive-read-only')
    expect(await readLock(files, join(archive.root, 'lock'))).toBeUndefined()
  })
})
