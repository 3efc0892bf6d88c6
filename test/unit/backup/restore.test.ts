import { readFile, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  previewRestore,
  restoreIntoPlace,
  restoreToFolder,
} from '../../../electron/services/backup/restoring'
import { openArchive } from '../../../electron/services/store/record-store'
import { verifyArchive } from '../../../electron/services/store/care/verify'
import { codeOf, tempFolder, valueOf } from '../../support/archive'
import { makeZip } from '../../support/archives'
import { backupDesk, filesIn, type BackupDesk } from '../../support/backups'
import { storedRecords } from '../../support/stored'

type NoteId = `note_${string}`

async function addNote({ store }: BackupDesk, title: string): Promise<NoteId> {
  return valueOf(await store.create('note', { title, markdown: `${title} metni. `.repeat(150) })).record
    .id as NoteId
}

async function retitle({ store }: BackupDesk, id: NoteId, title: string): Promise<void> {
  const { hash } = valueOf(await store.get(id))
  valueOf(await store.change(id, hash, (note) => ({ ok: true, value: { ...note, title } })))
}

const titlesOf = async (root: string) =>
  (await storedRecords(root, 'note')).map(({ record }) => record.title).sort()

/** An archive with three notes, a backup of it, and then a change, a deletion and a new note. */
async function changed(desk: BackupDesk) {
  const a = await addNote(desk, 'Ağaç')
  const b = await addNote(desk, 'Balık')
  const c = await addNote(desk, 'Çınar')
  const { name } = valueOf(await desk.backups.now())
  await retitle(desk, a, 'Ağaç değişti')
  valueOf(await desk.store.remove(b))
  const d = await addNote(desk, 'Deniz')
  desk.at('2026-01-15T10:00:00Z')
  return { name, ids: { a, b, c, d } }
}

describe('a restore into place', () => {
  it('is shown before: what comes, what changes, what goes', async () => {
    const desk = await backupDesk()
    const { name, ids } = await changed(desk)
    const before = await filesIn(desk.archive.root)
    const preview = valueOf(await previewRestore(desk.backups, desk.maker, name))
    expect(preview).toMatchObject({
      same: 1,
      damaged: 0,
      settings: false,
      tooLarge: false,
      missingAttachments: 0,
    })
    expect(preview.fresh.records).toEqual([{ id: ids.b, type: 'note', title: 'Balık' }])
    expect(preview.changed.records).toEqual([{ id: ids.a, type: 'note', title: 'Ağaç' }])
    expect(preview.gone.records).toEqual([{ id: ids.d, type: 'note', title: 'Deniz' }])
    expect(await filesIn(desk.archive.root)).toEqual(before)
  })

  it('makes the archive as it was, after a backup of now, and is undone in one step', async () => {
    const desk = await backupDesk()
    const { name, ids } = await changed(desk)
    const old = valueOf(await desk.store.get(ids.c)).record.createdAt
    expect(valueOf(await restoreIntoPlace(desk.backups, desk.maker, name, 'pencere'))).toEqual({
      restored: 2,
      binned: 1,
      missingAttachments: 0,
    })
    expect(await titlesOf(desk.archive.root)).toEqual(['Ağaç', 'Balık', 'Çınar'])
    const { record } = valueOf(await desk.store.get(ids.a))
    expect(record.createdAt <= old).toBe(true)
    expect(record.revision).toBeGreaterThan(2)
    const { backups } = await desk.backups.state(desk.store)
    expect(backups.map(({ reason }) => reason)).toEqual(['restore', 'manual'])
    valueOf(await desk.store.undo('pencere'))
    expect(await titlesOf(desk.archive.root)).toEqual(['Ağaç değişti', 'Deniz', 'Çınar'].sort())
    expect(desk.store.problems()).toEqual([])
  })

  it('finds nothing to do the second time', async () => {
    const desk = await backupDesk()
    const { name } = await changed(desk)
    valueOf(await restoreIntoPlace(desk.backups, desk.maker, name, 'pencere'))
    const again = valueOf(await previewRestore(desk.backups, desk.maker, name))
    expect([again.fresh.count, again.changed.count, again.gone.count, again.same]).toEqual([0, 0, 0, 3])
  })

  it('brings attachments and office settings back', async () => {
    const desk = await backupDesk()
    const { store, archive } = desk
    const ref = valueOf(await store.putAttachment({ bytes: Buffer.from('ek') }, 'ek.txt'))
    const first = valueOf(await store.settings())
    const office = { ...first.settings, letterhead: { ...first.settings.letterhead, unit: 'Eski Birim' } }
    const saved = valueOf(await store.saveSettings(office, first.hash))
    valueOf(await store.create('note', { title: 'Ekli', markdown: '', attachments: [ref] }))
    const { name } = valueOf(await desk.backups.now())
    await rm(store.attachmentPath(ref))
    const next = { ...office, letterhead: { ...office.letterhead, unit: 'Yeni Birim' } }
    valueOf(await store.saveSettings(next, saved.hash))
    desk.at('2026-01-15T10:00:00Z')
    expect(valueOf(await previewRestore(desk.backups, desk.maker, name))).toMatchObject({ settings: true })
    valueOf(await restoreIntoPlace(desk.backups, desk.maker, name, 'pencere'))
    expect(valueOf(await store.readAttachment(ref))).toEqual(Buffer.from('ek'))
    expect(valueOf(await store.settings()).settings.letterhead.unit).toBe('Eski Birim')
    expect(await filesIn(archive.root)).not.toContain('tmp')
  })

  it('keeps a damaged file that it replaces', async () => {
    const desk = await backupDesk()
    const id = await addNote(desk, 'Ağaç')
    const { name } = valueOf(await desk.backups.now())
    const file = join(desk.archive.root, 'notes', id.slice(-2), `${id}.json`)
    await writeFile(file, 'yarım kalmış')
    await desk.store.checkOutside()
    desk.at('2026-01-15T10:00:00Z')
    valueOf(await restoreIntoPlace(desk.backups, desk.maker, name, 'pencere'))
    expect(await titlesOf(desk.archive.root)).toEqual(['Ağaç'])
    const [kept = ''] = await readdir(join(desk.archive.root, 'quarantine'))
    expect(await readFile(join(desk.archive.root, 'quarantine', kept), 'utf8')).toBe('yarım kalmış')
  })

  it('changes nothing when it is called off, or when the backup of now cannot be made', async () => {
    const desk = await backupDesk()
    const { name } = await changed(desk)
    const before = await filesIn(desk.archive.root)
    const running = restoreIntoPlace(desk.backups, desk.maker, name, 'pencere')
    const reading = desk.maker.files.stat
    let seen = 0
    desk.maker.files.stat = (path) => {
      seen += 1
      if (seen === 5) desk.backups.turns.cancel()
      return reading(path)
    }
    expect(codeOf(await running)).toBe('cancelled')
    desk.maker.files.freeBytes = () => Promise.resolve(0)
    expect(codeOf(await restoreIntoPlace(desk.backups, desk.maker, name, 'pencere'))).toBe('backup-no-room')
    expect(await filesIn(desk.archive.root)).toEqual(before)
    expect(await titlesOf(desk.archive.root)).toEqual(['Ağaç değişti', 'Deniz', 'Çınar'].sort())
  })
})

describe('a restore beside', () => {
  it('makes an archive that opens, is whole, and has what the backup has', async () => {
    const desk = await backupDesk()
    const { name } = await changed(desk)
    const folder = join(await tempFolder(), 'Yeni Yer')
    const as = { name: 'Deneme (yedek)', newId: true }
    valueOf(await restoreToFolder(desk.backups, desk.maker, { name }, folder, as))
    expect(await titlesOf(folder)).toEqual(['Ağaç', 'Balık', 'Çınar'])
    const options = { ...desk.archive.options, path: folder, cacheFolder: join(folder, '..', 'önbellek') }
    expect(valueOf(await verifyArchive(options)).findings).toEqual([])
    const store = valueOf(await openArchive(options))
    expect([store.name, store.id === desk.store.id, store.readOnly]).toEqual(['Deneme (yedek)', false, false])
    await store.close()
    expect(await titlesOf(desk.archive.root)).toEqual(['Ağaç değişti', 'Deniz', 'Çınar'].sort())
  })

  it('takes a folder only when it is empty, and leaves none when it is called off', async () => {
    const desk = await backupDesk()
    const { name } = await changed(desk)
    const full = await tempFolder()
    await writeFile(join(full, 'başka.txt'), '')
    const as = { name: 'Deneme', newId: false }
    const { backups, maker } = desk
    expect(codeOf(await restoreToFolder(backups, maker, { name }, full, as))).toBe('not-empty')
    const folder = join(await tempFolder(), 'yeni')
    const opening = maker.files.openNew
    maker.files.openNew = (path) => {
      backups.turns.cancel()
      return opening(path)
    }
    expect(codeOf(await restoreToFolder(backups, maker, { name }, folder, as))).toBe('cancelled')
    await expect(stat(folder)).rejects.toThrow('ENOENT')
    expect(await filesIn(full)).toEqual(['başka.txt'])
  })
})

describe('a damaged backup', () => {
  it.each([
    ['cut short', (file: string) => truncate(file, 900)],
    ['emptied', (file: string) => truncate(file, 0)],
    ['with one changed byte', (file: string) => flip(file, 200)],
    ['with one changed byte in its directory', (file: string) => flip(file, -60)],
  ])('is named and never restored: %s', async (_how, harm) => {
    const desk = await backupDesk()
    const { name } = await changed(desk)
    await harm(join(desk.target, name))
    expect(codeOf(await previewRestore(desk.backups, desk.maker, name))).toBe('backup-damaged')
    const [listed] = (await desk.backups.state(desk.store)).backups
    expect(listed).toMatchObject({ name, state: 'damaged', own: true })
    expect(codeOf(await restoreIntoPlace(desk.backups, desk.maker, name, 'pencere'))).toBe('backup-damaged')
    expect(await titlesOf(desk.archive.root)).toEqual(['Ağaç değişti', 'Deniz', 'Çınar'].sort())
  })

  it('and zips of others are told apart', async () => {
    const desk = await backupDesk()
    await addNote(desk, 'Ağaç')
    const { name } = valueOf(await desk.backups.now())
    await writeFile(
      join(desk.target, 'tatil.zip'),
      makeZip([{ name: 'deniz.jpg', content: Buffer.from('x') }]),
    )
    const other = await backupDesk()
    await addNote(other, 'Başkası')
    const foreign = valueOf(await other.backups.now()).name
    await rename(join(other.target, foreign), join(desk.target, 'Başka 2026-01-02 10.00.00.zip'))
    const { backups } = await desk.backups.state(desk.store)
    expect(backups.map(({ name: each, own }) => [each, own])).toEqual([
      [name, true],
      ['Başka 2026-01-02 10.00.00.zip', false],
    ])
    const answer = await previewRestore(desk.backups, desk.maker, 'Başka 2026-01-02 10.00.00.zip')
    expect(codeOf(answer)).toBe('backup-foreign')
  })
})

async function flip(file: string, at: number): Promise<void> {
  const bytes = await readFile(file)
  const place = at < 0 ? bytes.length + at : at
  bytes[place] = (bytes[place] as number) ^ 0x20
  await writeFile(file, bytes)
}

describe('what was purged for good', () => {
  it('does not come back with an older backup, nor do its versions', async () => {
    const desk = await backupDesk()
    const { name, ids } = await changed(desk)
    valueOf(await desk.store.past.purge(ids.a, 'kişisel veri'))
    const preview = valueOf(await previewRestore(desk.backups, desk.maker, name))
    expect(preview.fresh.records).toEqual([{ id: ids.b, type: 'note', title: 'Balık' }])
    expect(preview.changed.records).toEqual([])
    valueOf(await restoreIntoPlace(desk.backups, desk.maker, name, '1'))
    expect(await titlesOf(desk.archive.root)).toEqual(['Balık', 'Çınar'])
    const files = (await filesIn(desk.archive.root)).filter((path) => path.includes(ids.a))
    expect(files).toEqual([join('tombstones', `${ids.a}.json`)])
    expect((await desk.backups.backupsHolding([ids.a])).map((ref) => ref.name)).toContain(name)
  })
})
