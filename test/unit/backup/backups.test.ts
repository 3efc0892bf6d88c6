import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { previewRestore, recheckOldest } from '../../../electron/services/backup/restoring'
import { BackupSchedule } from '../../../electron/services/backup/schedule'
import { codeOf, valueOf } from '../../support/archive'
import { makeZip, type Member } from '../../support/archives'
import { backupDesk, filesIn, unzipForeign, type BackupDesk } from '../../support/backups'

async function addNotes({ store }: BackupDesk, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1)
    ids.push(valueOf(await store.create('note', { title: `Not ${n}`, markdown: 'Metin. '.repeat(300) })).id)
  return ids
}

const zips = async ({ target }: BackupDesk) => (await readdir(target)).filter((name) => name.endsWith('.zip'))

/** One backup on each of these days. */
async function onDays(desk: BackupDesk, days: string[]): Promise<void> {
  for (const day of days) {
    desk.at(`${day}T08:00:00Z`)
    valueOf(await desk.backups.now('daily'))
  }
}

const january = Array.from({ length: 20 }, (_none, n) => `2026-01-${String(n + 1).padStart(2, '0')}`)

describe('a folder of backups', () => {
  it('is rotated, and attachments that no backup names any more go with the last one that did', async () => {
    const desk = await backupDesk()
    await addNotes(desk, 2)
    const ref = valueOf(await desk.store.putAttachment({ bytes: Buffer.from('ek') }, 'ek.txt'))
    await onDays(desk, january.slice(0, 2))
    expect(await filesIn(join(desk.target, 'attachments'))).toHaveLength(1)
    await rm(desk.store.attachmentPath(ref))
    await onDays(desk, january.slice(2))
    const days = (await zips(desk)).map((name) => /\d{4}-\d{2}-(\d{2})/.exec(name)?.[1])
    // Seven days, and the last day of each week before them.
    expect(days).toEqual(['04', '11', '14', '15', '16', '17', '18', '19', '20'])
    expect(await filesIn(join(desk.target, 'attachments'))).toEqual([])
  })

  it('keeps everything after a sudden loss until the user has looked', async () => {
    const desk = await backupDesk()
    const ids = await addNotes(desk, 10)
    await onDays(desk, january.slice(0, 8))
    const before = await zips(desk)
    for (const id of ids.slice(0, 4)) valueOf(await desk.store.remove(id))
    await onDays(desk, january.slice(8, 20))
    expect((await zips(desk)).length).toBe(before.length + 12)
    const state = await desk.backups.state(desk.store)
    expect(state.warning).toBe('loss')
    expect(state.loss).toMatchObject({ gone: 4, emptied: 0, total: 10 })
    await desk.backups.save(desk.store, { loss: undefined, baseline: undefined })
    desk.at('2026-01-21T08:00:00Z')
    valueOf(await desk.backups.now('daily'))
    expect((await desk.backups.state(desk.store)).warning).toBeUndefined()
    expect((await zips(desk)).length).toBeLessThan(before.length + 5)
  })

  it('tells which backups still hold a record, also in the bin', async () => {
    const desk = await backupDesk()
    const [a = '', b = ''] = await addNotes(desk, 2)
    const first = valueOf(await desk.backups.now())
    valueOf(await desk.store.remove(a))
    desk.at('2026-01-16T08:00:00Z')
    const second = valueOf(await desk.backups.now())
    const names = async (ids: string[]) => (await desk.backups.backupsHolding(ids)).map(({ name }) => name)
    expect(await names([a])).toEqual([second.name, first.name])
    expect(await names([b])).toEqual([second.name, first.name])
    expect(await names(['note_01890000-0000-7000-8000-000000000000'])).toEqual([])
  })

  it('says so when the last good backup is older than a week', async () => {
    const desk = await backupDesk()
    await addNotes(desk, 1)
    await onDays(desk, ['2026-01-01'])
    desk.at('2026-01-08T07:00:00Z')
    expect((await desk.backups.state(desk.store)).warning).toBeUndefined()
    desk.at('2026-01-08T09:00:00Z')
    expect((await desk.backups.state(desk.store)).warning).toBe('stale')
  })

  it('goes into its usual folder, made by the first backup', async () => {
    const desk = await backupDesk()
    await addNotes(desk, 1)
    valueOf(await desk.backups.choose(desk.store, undefined))
    expect((await desk.backups.state(desk.store)).warning).toBeUndefined()
    valueOf(await desk.backups.now())
    expect(await desk.backups.state(desk.store)).toMatchObject({
      chosen: false,
      folder: join('Tutanak Yedekleri', 'Deneme'),
    })
  })

  it('runs one work at a time; what must come before a change waits for it', async () => {
    const desk = await backupDesk()
    await addNotes(desk, 1)
    const running = desk.backups.now()
    expect(codeOf(await desk.backups.now())).toBe('backup-busy')
    const before = desk.backups.backupBefore('import')
    expect(valueOf(await running).reason).toBe('manual')
    expect(valueOf(await before).reason).toBe('import')
  })
})

describe('the backup of the day', () => {
  it('is made once a day, and not of an empty archive nor when it is switched off', async () => {
    const desk = await backupDesk()
    const schedule = new BackupSchedule(desk.backups, { maker: desk.maker, logFault: () => undefined })
    expect(await schedule.look()).toBeUndefined()
    await addNotes(desk, 1)
    expect((await schedule.look())?.ok).toBe(true)
    expect(await schedule.look()).toBeUndefined()
    desk.at('2026-01-16T09:00:00Z')
    await desk.backups.save(desk.store, { automatic: false })
    expect(await schedule.look()).toBeUndefined()
    await desk.backups.save(desk.store, { automatic: true })
    expect((await schedule.look())?.ok).toBe(true)
    expect(await zips(desk)).toHaveLength(2)
  })
})

describe('backups that lie for long', () => {
  it('are read again, the one not read for the longest time first, and a damaged one is named', async () => {
    const desk = await backupDesk()
    await addNotes(desk, 1)
    await onDays(desk, ['2026-01-04', '2026-01-11'])
    desk.at('2026-01-13T08:00:00Z')
    const [old = ''] = (await zips(desk)).sort()
    expect(await recheckOldest(desk.backups, desk.maker)).toEqual({ name: old, good: true })
    expect(await recheckOldest(desk.backups, desk.maker)).toBeUndefined()
    desk.at('2026-01-22T08:00:00Z')
    const bytes = await readFile(join(desk.target, old))
    bytes[150] = (bytes[150] as number) ^ 1
    await writeFile(join(desk.target, old), bytes)
    await recheckOldest(desk.backups, desk.maker)
    expect(await recheckOldest(desk.backups, desk.maker)).toEqual({ name: old, good: false })
    const { backups } = await desk.backups.state(desk.store)
    expect(backups.find(({ name }) => name === old)).toMatchObject({ state: 'damaged' })
  })
})

describe('a zip made to do harm', () => {
  /** A good backup's own files, as members for another zip. */
  async function membersOf(desk: BackupDesk): Promise<Member[]> {
    await addNotes(desk, 1)
    const { name } = valueOf(await desk.backups.now())
    const into = join(desk.target, '..', 'çıkan')
    await unzipForeign(join(desk.target, name), into)
    return Promise.all(
      (await filesIn(into)).map(async (each) => ({
        name: each.replaceAll('\\', '/'),
        content: await readFile(join(into, each)),
      })),
    )
  }
  const hostile = 'Deneme 2026-01-15 12.00.00.zip'

  it.each([
    ['a way out of the folder', { name: '../kaçak.json', content: Buffer.from('{}') }],
    ['a name that no backup has', { name: 'kötü.exe', content: Buffer.from('MZ') }],
    ['a file that is not listed', { name: 'notes/ab/ek.json', content: Buffer.from('{}') }],
    ['a file twice', { name: 'archive.json', content: Buffer.from('{}') }],
  ])('is refused: %s', async (_what, member) => {
    const desk = await backupDesk()
    const members = await membersOf(desk)
    await writeFile(join(desk.target, hostile), makeZip([...members, member]))
    expect(codeOf(await previewRestore(desk.backups, desk.maker, hostile))).toBe('backup-damaged')
    expect(await filesIn(join(desk.target, '..'))).not.toContain('kaçak.json')
  })

  it('is a backup as long as nothing is added: the refusals above are for what was added', async () => {
    const desk = await backupDesk()
    await writeFile(join(desk.target, hostile), makeZip(await membersOf(desk)))
    expect(valueOf(await previewRestore(desk.backups, desk.maker, hostile)).same).toBe(1)
  })

  it('is refused when a file unpacks to more than it says', async () => {
    const desk = await backupDesk()
    const members = await membersOf(desk)
    const zip = makeZip(members)
    const bomb = deflateRawSync(Buffer.alloc(50_000_000))
    const place = zip.indexOf(Buffer.from('archive.json'))
    const packedAt = place + 'archive.json'.length
    // Longer than what it replaces: everything behind is overwritten too, as far as it reaches.
    bomb.copy(zip, packedAt, 0, Math.min(bomb.length, 400))
    await writeFile(join(desk.target, hostile), zip)
    expect(codeOf(await previewRestore(desk.backups, desk.maker, hostile))).toBe('backup-damaged')
  })
})
