import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeArchiveFiles } from '../../../electron/services/store/archive-files'
import { seal } from '../../../electron/services/store/envelope'
import { recordFile } from '../../../electron/services/store/layout'
import { openArchive } from '../../../electron/services/store/record-store'
import type { ArchiveStore, StoreEvent } from '../../../electron/services/store/store-types'
import { newId } from '../../../shared/ids'
import { definitionOf } from '../../../shared/records/registry'
import { ok } from '../../../shared/result'
import { codeOf, testArchive, valueOf, type TestArchive } from '../../support/archive'

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

describe('a short look', () => {
  const writtenBy = (record: object, title: string) =>
    seal(
      definitionOf('note'),
      { ...record, title },
      { savedAt: '2030-01-01T00:00:00.000Z', savedBy: 'öteki' },
    ).bytes

  it('finds what others replaced, added and took away, and nothing else', async () => {
    const { archive, good, bad, path } = await withTwoNotes()
    const store = await archive.open()
    await store.checked
    const events: StoreEvent[] = []
    store.onChange((event) => events.push(event))
    await store.lookAround()
    valueOf(await store.create('note', { title: 'kendi yazdığım', markdown: '' }))
    await store.lookAround()
    expect(events.filter(({ outside }) => outside)).toEqual([])

    const { record } = valueOf(await store.get(bad as 'note_x'))
    const id = newId('note')
    const added = join(archive.root, recordFile(id))
    await mkdir(dirname(added), { recursive: true })
    await writeFile(added, writtenBy({ ...record, id }, 'yeni gelen'))
    await writeFile(`${path}.yeni`, writtenBy(record, 'değişmiş'))
    await rename(`${path}.yeni`, path)
    await rm(join(archive.root, recordFile(good)))
    await store.lookAround()
    expect(titles(store).sort()).toEqual(['değişmiş', 'kendi yazdığım', 'yeni gelen'].sort())
    const told = events.filter(({ outside }) => outside).flatMap(({ changes }) => changes)
    expect(told.map((change) => `${change.kind} ${change.id}`).sort()).toEqual(
      [`saved ${id}`, `saved ${bad}`, `removed ${good}`].sort(),
    )
    await rm(dirname(added), { recursive: true })
    await store.lookAround()
    expect(titles(store)).not.toContain('yeni gelen')
  })

  it('finds an open record that was written in place', async () => {
    const { archive, bad, path } = await withTwoNotes()
    const store = await archive.open()
    await store.checked
    const { record } = valueOf(await store.get(bad as 'note_x'))
    await writeFile(path, writtenBy(record, 'yerinde yazılmış'))
    await store.lookAround()
    expect(titles(store)).toContain('yerinde yazılmış')
  })

  it('tells of strange files where they appear, and forgets them when they go', async () => {
    const { archive, good, bad, path } = await withTwoNotes()
    const store = await archive.open()
    await store.checked
    const copy = join(archive.root, recordFile(good)).replace('.json', ' (1).json')
    await writeFile(copy, 'x')
    await writeFile(path, 'bozuk')
    await store.get(bad)
    await store.lookAround()
    expect(
      store
        .problems()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['conflict-copy', 'damaged'])
    await rm(copy)
    await store.lookAround()
    expect(store.problems().map(({ kind }) => kind)).toEqual(['damaged'])
  })

  it('lets a reader follow what another process saves', async () => {
    const archive = await testArchive()
    const writer = await archive.open()
    const reader = await archive.open({ cacheFolder: `${archive.cache} 2` })
    await reader.checked
    expect(reader.readOnly).toBe(true)
    const made = valueOf(await writer.create('note', { title: 'bir', markdown: '' }))
    await reader.lookAround()
    expect(titles(reader)).toEqual(['bir'])
    valueOf(await writer.change(made.id as 'note_x', made.hash, (note) => ok({ ...note, title: 'iki' })))
    await reader.lookAround()
    expect(titles(reader)).toEqual(['iki'])
  })
})

describe('the head of an archive', () => {
  it('is made again from its copy when it is damaged or gone', async () => {
    const { archive } = await withTwoNotes()
    const head = join(archive.root, 'archive.json')
    const before = await text(head)
    for (const spoil of [() => writeFile(head, ''), () => rm(head)]) {
      await spoil()
      const store = await archive.open()
      expect(store.counts().note).toBe(2)
      await store.close()
      expect(JSON.parse(await text(head))).toMatchObject({ record: JSON.parse(before).record })
    }
  })

  it('of a newer Tutanak, a missing folder and a foreign one are told apart', async () => {
    const archive = await testArchive()
    const open = (path: string) => openArchive({ ...archive.options, path, files: nodeArchiveFiles() })
    expect(codeOf(await open(join(archive.root, 'yok')))).toBe('archive-not-found')
    expect(codeOf(await open(join(archive.root, 'schema')))).toBe('archive-invalid')
    const head = join(archive.root, 'archive.json')
    await writeFile(head, (await text(head)).replace('"version": 1', '"version": 2'))
    expect(codeOf(await open(archive.root))).toBe('too-new')
  })
})
