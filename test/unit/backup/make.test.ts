import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DiskError } from '../../../electron/services/store/archive-files'
import { codeOf, tempFolder, valueOf } from '../../support/archive'
import { backupDesk, filesIn, unzipForeign, type BackupDesk } from '../../support/backups'
import { faultyFiles } from '../../support/faulty-files'

async function notes({ store }: BackupDesk, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    ids.push(
      valueOf(await store.create('note', { title: `Not ${n}`, markdown: 'Görüşüldü. '.repeat(200) })).id,
    )
  }
  return ids
}

const zipsIn = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.zip'))

describe('a backup', () => {
  it('is one zip that any program unpacks, with every file of the archive as it is, and attachments beside', async () => {
    const desk = await backupDesk()
    const { store, archive, backups, target } = desk
    const ids = await notes(desk, 5)
    const attached = valueOf(await store.putAttachment({ bytes: Buffer.from('ek dosya') }, 'Ek.pdf'))
    await store.change(
      ids[0] as `note_${string}`,
      valueOf(await store.get(ids[0] as string)).hash,
      (note) => ({
        ok: true,
        value: { ...note, attachments: [attached] },
      }),
    )
    valueOf(await store.remove(ids[4] as string))
    const made = valueOf(await backups.now())
    expect(made).toMatchObject({ state: 'good', own: true, reason: 'manual', attachments: 1 })
    expect(made.counts).toMatchObject({ note: 4, meeting: 0 })

    const into = join(await tempFolder(), 'çıkan')
    expect(await unzipForeign(join(target, made.name), into)).toBeDefined()
    const kept = (await filesIn(archive.root)).filter(
      (name) => !name.startsWith('journal') && !name.startsWith('attachments') && name !== 'lock',
    )
    const unpacked = (await filesIn(into)).filter((name) => !['backup.json', 'manifest.json'].includes(name))
    expect(unpacked).toEqual(kept)
    for (const name of kept) {
      expect(await readFile(join(into, name))).toEqual(await readFile(join(archive.root, name)))
    }
    const manifest = JSON.parse(await readFile(join(into, 'manifest.json'), 'utf8')) as {
      files: { path: string; size: number; sha256: string }[]
    }
    for (const { path, size, sha256 } of manifest.files) {
      const bytes = await readFile(join(into, path))
      expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([size, sha256])
    }
    const beside = join(target, 'attachments', attached.sha256.slice(0, 2), `${attached.sha256}.pdf`)
    expect(await readFile(beside, 'utf8')).toBe('ek dosya')
  })

  it('copies an attachment once', async () => {
    const desk = await backupDesk()
    await desk.store.putAttachment({ bytes: Buffer.from('bir kez') }, 'a.txt')
    await notes(desk, 1)
    valueOf(await desk.backups.now())
    const [name] = (await filesIn(join(desk.target, 'attachments'))) as [string]
    const long = new Date('2020-01-01T00:00:00Z')
    await utimes(join(desk.target, 'attachments', name), long, long)
    desk.at('2026-01-16T09:00:00Z')
    valueOf(await desk.backups.now())
    expect(await filesIn(join(desk.target, 'attachments'))).toEqual([name])
    const { mtime } = await stat(join(desk.target, 'attachments', name))
    expect(mtime).toEqual(long)
  })

  it('is made in Zip64 when asked, and is read by others and by us', async () => {
    const desk = await backupDesk(undefined, { zip64: true })
    await notes(desk, 3)
    const made = valueOf(await desk.backups.now())
    const bytes = await readFile(join(desk.target, made.name))
    // Signature of the Zip64 end of central directory record (APPNOTE 4.3.14).
    expect(bytes.includes(Buffer.from([0x50, 0x4b, 0x06, 0x06]))).toBe(true)
    const into = join(await tempFolder(), 'çıkan')
    await unzipForeign(join(desk.target, made.name), into)
    expect(await filesIn(join(into, 'notes'))).toHaveLength(3)
  })

  it('shows changes of several records whole or not at all while the archive is written on', async () => {
    const hooks: (() => Promise<void>)[] = []
    const desk = await backupDesk((files) => ({
      ...files,
      async readFile(path) {
        if (path.includes('notes')) for (const hook of hooks) await hook()
        return files.readFile(path)
      },
    }))
    const { store, backups, target } = desk
    const ids = (await notes(desk, 12)) as `note_${string}`[]
    let round = 0
    // While the third record is read, all of them change at once, one goes and one comes.
    hooks.push(async () => {
      round += 1
      if (round !== 3) return
      const change = (note: object) => ({
        ok: true as const,
        value: { ...note, title: `Tur ${round}` } as never,
      })
      const kept = ids.slice(1)
      const versions = await Promise.all(kept.map(async (id) => valueOf(await store.get(id)).hash))
      valueOf(
        await store.commitMany(
          kept.map((id, at) => ({ kind: 'change', id, basedOn: versions[at] as string, change })),
        ),
      )
      valueOf(await store.remove(ids[0] as string))
      valueOf(await store.create('note', { title: 'Sonradan', markdown: '' }))
    })
    const made = valueOf(await backups.now())
    expect(round).toBeGreaterThanOrEqual(3)
    const into = join(await tempFolder(), 'çıkan')
    await unzipForeign(join(target, made.name), into)
    const titles: string[] = []
    for (const name of await filesIn(join(into, 'notes'))) {
      const file = JSON.parse(await readFile(join(into, 'notes', name), 'utf8')) as {
        record: { title: string }
      }
      titles.push(file.record.title)
    }
    expect(titles.sort()).toEqual(ids.map((_id, n) => `Not ${n}`).sort())
  })

  it('names a damaged record and keeps its bytes', async () => {
    const desk = await backupDesk()
    const [id] = (await notes(desk, 2)) as [string]
    const file = join(desk.archive.root, 'notes', id.slice(-2), `${id}.json`)
    await writeFile(file, '{"format":"tutanak", yarım')
    const made = valueOf(await desk.backups.now())
    const into = join(await tempFolder(), 'çıkan')
    await unzipForeign(join(desk.target, made.name), into)
    const summary = JSON.parse(await readFile(join(into, 'backup.json'), 'utf8')) as { damaged: number }
    expect(summary.damaged).toBe(1)
    expect(await readFile(join(into, 'notes', id.slice(-2), `${id}.json`), 'utf8')).toContain('yarım')
  })
})

describe('a backup that cannot be made', () => {
  it('says that the folder is missing, and does not make it', async () => {
    const desk = await backupDesk()
    await notes(desk, 1)
    await rm(desk.target, { recursive: true })
    expect(codeOf(await desk.backups.now())).toBe('backup-target-missing')
    expect((await desk.backups.state(desk.store)).warning).toBe('missing')
    await expect(readdir(desk.target)).rejects.toThrow('ENOENT')
  })

  it('refuses a folder inside the archive', async () => {
    const desk = await backupDesk()
    const inside = join(desk.archive.root, 'yedekler')
    expect(codeOf(await desk.backups.choose(desk.store, inside))).toBe('backup-inside-archive')
  })

  it('asks for room before it begins', async () => {
    const desk = await backupDesk((files) => ({ ...files, freeBytes: () => Promise.resolve(1_000_000) }))
    await notes(desk, 1)
    expect(codeOf(await desk.backups.now())).toBe('backup-no-room')
    expect(await filesIn(desk.target)).toEqual([])
  })

  /** Makes a backup on a disk whose step numbered `step` fails. */
  async function failingAt(
    step: number,
    code: 'disk-full' | 'disk-read-only' | 'disk-denied' | 'disk-error',
  ) {
    let faults: ReturnType<typeof faultyFiles> | undefined
    const desk = await backupDesk((files) => {
      faults = faultyFiles(files, step, { code })
      return faults.files
    })
    await notes(desk, 1)
    await desk.store.putAttachment({ bytes: Buffer.from('ek') }, 'a.txt')
    faults?.arm()
    return { made: await desk.backups.now(), left: await filesIn(desk.target) }
  }

  it('leaves nothing behind, at whatever step the disk is full', async () => {
    let step = 0
    for (; ; step += 1) {
      const { made, left } = await failingAt(step, 'disk-full')
      if (made.ok) break
      expect(made.error.code).toBe('backup-no-room')
      expect(left).toEqual([])
    }
    // Folders, attachment, zip, names: more than a handful of steps were tried.
    expect(step).toBeGreaterThan(10)
  })

  it.each([
    ['disk-read-only', 'backup-read-only'],
    ['disk-denied', 'backup-read-only'],
    ['disk-error', 'backup-target-error'],
  ] as const)('says what to do about the folder: %s', async (code, answer) => {
    const { made, left } = await failingAt(0, code)
    expect(codeOf(made)).toBe(answer)
    expect(left).toEqual([])
  })

  it('is called off without a trace', async () => {
    const desk = await backupDesk()
    await notes(desk, 30)
    await desk.store.putAttachment({ bytes: Buffer.from('ek') }, 'a.txt')
    const running = desk.backups.now()
    desk.backups.turns.cancel()
    const reading = desk.maker.files.readFile
    let seen = 0
    desk.maker.files.readFile = (path) => {
      seen += 1
      if (seen === 10) desk.backups.turns.cancel()
      return reading(path)
    }
    expect(codeOf(await running)).toBe('cancelled')
    expect(await filesIn(desk.target)).toEqual([])
    expect((await desk.backups.state(desk.store)).failure).toBeUndefined()
    expect(desk.progress.at(-1)).toMatchObject({ kind: 'backup', finished: true })
  })

  it('takes nothing for granted: what does not come back from the disk as written gets no name', async () => {
    const desk = await backupDesk((files) => ({
      ...files,
      async openNew(path) {
        const file = await files.openNew(path)
        if (!path.includes('yedek.zip')) return file
        let at = 0
        return {
          ...file,
          async write(bytes, position) {
            const copy = Uint8Array.from(bytes)
            // A stick that loses a byte of the first record and calls it written.
            if (at <= 120 && at + copy.length > 120) copy[120 - at] = (copy[120 - at] as number) ^ 0xff
            at += copy.length
            await file.write(copy, position)
          },
        }
      },
    }))
    await notes(desk, 2)
    expect(codeOf(await desk.backups.now())).toBe('backup-damaged')
    expect(await zipsIn(desk.target)).toEqual([])
    expect((await desk.backups.state(desk.store)).warning).toBe('failed')
  })

  it('clears what a killed one left, once that is old', async () => {
    const desk = await backupDesk()
    await notes(desk, 1)
    const old = join(desk.target, '.yedek.zip.0123456789ab.tutanak-tmp')
    const young = join(desk.target, '.yedek.zip.ba9876543210.tutanak-tmp')
    const shard = join(desk.target, 'attachments', 'ab')
    await mkdir(shard, { recursive: true })
    const oldCopy = join(shard, '.ab.0123456789ab.tutanak-tmp')
    for (const file of [old, young, oldCopy]) await writeFile(file, 'yarım')
    const yesterday = new Date(Date.now() - 24 * 3_600_000)
    await utimes(old, yesterday, yesterday)
    await utimes(oldCopy, yesterday, yesterday)
    valueOf(await desk.backups.now())
    const left = (await filesIn(desk.target)).filter((name) => name.includes('tmp'))
    expect(left).toEqual([young.slice(desk.target.length + 1)])
  })

  it('is left to the one who writes', async () => {
    const desk = await backupDesk()
    await notes(desk, 1)
    const second = await desk.archive.open()
    expect(second.holder).toBeDefined()
    const reader = Object.create(desk.backups, {
      archive: { value: () => ({ ok: true, value: second }) },
    }) as typeof desk.backups
    expect(codeOf(await reader.now())).toBe('archive-locked')
  })
})

it('an error of the archive itself is called so', async () => {
  const desk = await backupDesk((files) => ({
    ...files,
    readFile: (path) =>
      path.includes('notes')
        ? Promise.reject(new DiskError('disk-error', 'EIO', 'read'))
        : files.readFile(path),
  }))
  await notes(desk, 1)
  expect(codeOf(await desk.backups.now())).toBe('disk-error')
  expect(await filesIn(desk.target)).toEqual([])
})
