import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seal } from '../../../electron/services/store/envelope'
import { recordFile } from '../../../electron/services/store/layout'
import type { ArchiveStore, StoreEvent } from '../../../electron/services/store/store-types'
import { newId } from '../../../shared/ids'
import { definitionOf } from '../../../shared/records/registry'
import { ok } from '../../../shared/result'
import { codeOf, testArchive, valueOf, type TestArchive } from '../../support/archive'

const plain = (id: string) => recordFile(id).replaceAll('\\', '/')
const titles = (store: ArchiveStore) => store.list({ type: 'note' }).rows.map((row) => row.title)

async function withTwoNotes(): Promise<{ archive: TestArchive; good: string; bad: string; path: string }> {
  const archive = await testArchive()
  const store = await archive.open()
  const good = valueOf(await store.create('note', { title: 'sağlam', markdown: '' }))
  const bad = valueOf(await store.create('note', { title: 'öteki', markdown: 'aslı' }))
  await store.close()
  return { archive, good: good.id, bad: bad.id, path: join(archive.root, recordFile(bad.id)) }
}

const text = async (path: string) => readFile(path, 'utf8')

describe('a file that cannot be read as a record', () => {
  const spoilings: [string, string, (content: string) => string][] = [
    ['an empty file', 'damaged', () => ''],
    ['a file of zero bytes, as power cuts leave them', 'damaged', (content) => '\0'.repeat(content.length)],
    ['half a file', 'damaged', (content) => content.slice(0, content.length / 2)],
    ['JSON of something else', 'foreign', () => '{"packages": []}'],
    ['a record whose fields do not fit', 'damaged', (content) => content.replace('"öteki"', '12')],
    ['a record of another id', 'foreign', (content) => content.replaceAll(/note_[0-9a-f-]+/g, newId('note'))],
    ['a record of a newer version', 'too-new', (content) => content.replace('"version": 1', '"version": 9')],
  ]

  it.each(spoilings)('%s is told, stays as it is, and does not stop the rest', async (_name, kind, spoil) => {
    const { archive, good, bad, path } = await withTwoNotes()
    const spoilt = spoil(await text(path))
    await writeFile(path, spoilt)
    for (const warm of [true, false]) {
      if (!warm) await rm(archive.cache, { recursive: true })
      const store = await archive.open()
      await store.checked
      expect(store.problems()).toEqual([{ file: plain(bad), kind, id: bad }])
      expect(titles(store)).toEqual(['sağlam'])
      expect(valueOf(await store.get(good as 'note_x')).record.title).toBe('sağlam')
      const code = kind === 'too-new' ? 'too-new' : 'damaged'
      expect(codeOf(await store.get(bad))).toBe(code)
      expect(codeOf(await store.change(bad, '0'.repeat(64), (record) => ok(record)))).toBe(code)
      expect(codeOf(await store.remove(bad))).toBe(code)
      expect(codeOf(await store.create('note', { id: bad, title: 'x', markdown: '' }))).toBe('already-exists')
      await store.close()
      expect(await text(path)).toBe(spoilt)
    }
  })

  it('is brought back from the journal, and the damaged bytes are kept', async () => {
    const { archive, bad, path } = await withTwoNotes()
    await writeFile(path, 'bozuk')
    const store = await archive.open()
    await store.checked
    valueOf(await store.restoreLast(bad))
    expect(valueOf(await store.get(bad as 'note_x')).record).toMatchObject({
      title: 'öteki',
      markdown: 'aslı',
    })
    expect(store.problems()).toEqual([])
    const kept = await readdir(join(archive.root, 'quarantine'))
    expect(await Promise.all(kept.map((name) => text(join(archive.root, 'quarantine', name))))).toEqual([
      'bozuk',
    ])
  })

  it('of a newer version is not brought back over', async () => {
    const { archive, bad, path } = await withTwoNotes()
    await writeFile(path, (await text(path)).replace('"version": 1', '"version": 9'))
    const store = await archive.open()
    expect(codeOf(await store.restoreLast(bad))).toBe('too-new')
    expect(await text(path)).toContain('"version": 9')
  })

  it('is told wherever it lies: in the wrong folder, as a copy of a sync tool, of another kind', async () => {
    const { archive, good } = await withTwoNotes()
    const name = `${good}.json`
    const folder = dirname(join(archive.root, recordFile(good)))
    const bytes = await readFile(join(folder, name))
    const elsewhere = join(archive.root, 'notes', good.endsWith('00') ? '01' : '00')
    await mkdir(elsewhere, { recursive: true })
    await writeFile(join(elsewhere, name), bytes)
    await writeFile(join(folder, `${good} (1).json`), bytes)
    await writeFile(join(folder, `${good}.sync-conflict-20240501-101010-ABCDEFG.json`), bytes)
    await writeFile(join(folder, 'resim.png'), 'x')
    await writeFile(join(archive.root, 'notes', 'liste.txt'), 'x')
    await writeFile(join(folder, '.DS_Store'), 'x')
    const store = await archive.open()
    await store.checked
    const kinds = store.problems().map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['conflict-copy', 'conflict-copy', 'foreign', 'foreign', 'misplaced'])
    expect(titles(store).sort()).toEqual(['sağlam', 'öteki'].sort())
    await rm(elsewhere, { recursive: true })
    await store.checkOutside()
    expect(store.problems().map(({ kind }) => kind)).not.toContain('misplaced')
  })
})

describe('a record changed by another program', () => {
  const change = async (path: string) => writeFile(path, (await text(path)).replace('"öteki"', '"başkası"'))

  it('is shown as such, can be read, and is not written over', async () => {
    const { archive, bad, path } = await withTwoNotes()
    await change(path)
    const store = await archive.open()
    await store.checked
    expect(store.problems()).toEqual([{ file: plain(bad), kind: 'changed-outside', id: bad }])
    expect(titles(store).sort()).toEqual(['başkası', 'sağlam'])
    const { record, hash, outside } = valueOf(await store.get(bad as 'note_x'))
    expect({ title: record.title, outside }).toEqual({ title: 'başkası', outside: true })
    expect(codeOf(await store.change(bad, hash, (now) => ok(now)))).toBe('changed-outside')
  })

  it('is accepted as our own next version', async () => {
    const { archive, bad, path } = await withTwoNotes()
    await change(path)
    const store = await archive.open()
    await store.checked
    const accepted = valueOf(await store.acceptOutside(bad))
    expect(store.problems()).toEqual([])
    expect(valueOf(await store.get(bad as 'note_x'))).toMatchObject({
      hash: accepted.hash,
      outside: false,
      record: { title: 'başkası', revision: 2 },
    })
    expect(codeOf(await store.acceptOutside(bad))).toBe('not-allowed')
  })

  it('that has fields we do not know is accepted with its bytes kept', async () => {
    const { archive, bad, path } = await withTwoNotes()
    await writeFile(path, (await text(path)).replace('"title"', '"renk": "mavi", "title"'))
    const store = await archive.open()
    valueOf(await store.acceptOutside(bad))
    const [kept = ''] = await readdir(join(archive.root, 'quarantine'))
    expect(await text(join(archive.root, 'quarantine', kept))).toContain('mavi')
  })

  it('is brought back to what Tutanak wrote last, the other bytes kept', async () => {
    const { archive, bad, path } = await withTwoNotes()
    await change(path)
    const store = await archive.open()
    valueOf(await store.restoreLast(bad))
    expect(valueOf(await store.get(bad as 'note_x')).record.title).toBe('öteki')
    const [kept = ''] = await readdir(join(archive.root, 'quarantine'))
    expect(await text(join(archive.root, 'quarantine', kept))).toContain('başkası')
  })

  it('while the archive is open is found by looking, and listeners hear of it', async () => {
    const { archive, bad, path } = await withTwoNotes()
    const store = await archive.open()
    await store.checked
    const events: StoreEvent[] = []
    store.onChange((event) => events.push(event))
    await change(path)
    await store.checkOutside()
    expect(events).toMatchObject([{ outside: true, changes: [{ id: bad, type: 'note', kind: 'saved' }] }])
    // Later caches hear of it too, through the journal.
    expect((await store.changesSince((events[0]?.seq ?? 0) - 1))?.ids).toEqual([bad])
    expect(titles(store)).toContain('başkası')
  })
})

describe('files that come and go', () => {
  it('are taken into the lists and out of them', async () => {
    const { archive, bad, path } = await withTwoNotes()
    const store = await archive.open()
    await store.checked
    await rename(path, join(archive.root, 'gitti.json'))
    await store.checkOutside()
    expect(titles(store)).toEqual(['sağlam'])
    expect(codeOf(await store.get(bad))).toBe('not-found')
    await rename(join(archive.root, 'gitti.json'), path)
    await store.checkOutside()
    expect(titles(store).sort()).toEqual(['sağlam', 'öteki'].sort())
  })

  it('of a second machine with a valid hash are simply newer versions', async () => {
    const { archive, bad, path } = await withTwoNotes()
    const store = await archive.open()
    await store.checked
    const mine = valueOf(await store.get(bad as 'note_x'))
    const stamp = { savedAt: '2030-01-01T00:00:00.000Z', savedBy: 'öteki makine' }
    const theirs = { ...mine.record, tags: ['öteki makineden'], revision: 2 }
    await writeFile(path, seal(definitionOf('note'), theirs, stamp).bytes)
    const merged = await store.change(bad as 'note_x', mine.hash, (current, base) =>
      ok({ ...current, title: `${base?.title} ve ötesi` }),
    )
    expect(valueOf(merged).record).toMatchObject({
      title: 'öteki ve ötesi',
      tags: ['öteki makineden'],
      revision: 3,
    })
    expect(store.problems()).toEqual([])
  })

  it('all at once, because the stick was pulled out, delete nothing', async () => {
    const { archive } = await withTwoNotes()
    const store = await archive.open()
    await store.checked
    await rename(archive.root, `${archive.root} yok`)
    await store.checkOutside()
    expect(titles(store)).toHaveLength(2)
    expect(codeOf(await store.create('note', { title: 'x', markdown: '' }))).toBe('disk-gone')
    await rename(`${archive.root} yok`, archive.root)
    valueOf(await store.create('note', { title: 'x', markdown: '' }))
    expect(titles(store)).toHaveLength(3)
  })
})
