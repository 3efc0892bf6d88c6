import { readdir, rename, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ArchiveStore } from '../../../../electron/services/store/store-types'
import type { Repair } from '../../../../shared/contract/care-contract'
import { codeOf, valueOf } from '../../../support/archive'
import { filled, pathOf, put, text, type Filled } from '../../../support/care'

describe('repairing an archive', () => {
  async function repaired(given: Filled, ...kinds: Repair[]) {
    const store = await given.archive.open()
    await store.checked
    const report = valueOf(await store.repair(kinds))
    return { store, report }
  }
  const aside = ({ archive }: Filled) =>
    readdir(join(archive.root, 'quarantine', 'kenara-alınanlar')).catch(() => [])
  const left = async (store: ArchiveStore) => valueOf(await store.verify()).findings.map(({ code }) => code)

  it('moves strange files and copies aside, and deletes none', async () => {
    const given = await filled()
    const folder = dirname(pathOf(given, given.note))
    await put(join(folder, 'resim.png'), 'bir resim')
    await put(join(folder, `${given.note} (1).json`), 'bir kopya')
    const { store, report } = await repaired(given, 'move-aside')
    expect(report).toEqual({ done: { 'move-aside': 2 }, failed: 0 })
    expect(await left(store)).toEqual([])
    expect(store.problems()).toEqual([])
    const names = await aside(given)
    expect(names).toHaveLength(2)
    const contents = await Promise.all(
      names.map((name) => text(join(given.archive.root, 'quarantine', 'kenara-alınanlar', name))),
    )
    expect(contents.sort()).toEqual(['bir kopya', 'bir resim'])
  })

  it('puts a record that lies in the wrong folder where it belongs, unless there is one', async () => {
    const given = await filled()
    const wrong = join(given.archive.root, 'notes', `${given.note}.json`)
    await rename(pathOf(given, given.note), wrong)
    const first = await repaired(given, 'put-back')
    expect(first.report).toEqual({ done: { 'put-back': 1 }, failed: 0 })
    expect(valueOf(await first.store.get(given.note as 'note_x')).record.title).toBe('Kooperatifler')
    expect(first.store.list({ type: 'note' }).total).toBe(1)
    await first.store.close()
    await put(wrong, await text(pathOf(given, given.note)))
    const second = await repaired(given, 'put-back', 'move-aside')
    expect(second.report).toEqual({ done: { 'move-aside': 1 }, failed: 0 })
  })

  it('brings damaged records back from the journal, and keeps the damaged bytes', async () => {
    const given = await filled()
    await writeFile(pathOf(given, given.note), 'bozuk')
    await writeFile(pathOf(given, given.meeting), '')
    const { store, report } = await repaired(given, 'restore-record')
    expect(report).toEqual({ done: { 'restore-record': 2 }, failed: 0 })
    expect(valueOf(await store.get(given.note as 'note_x')).record.title).toBe('Kooperatifler')
    expect(await left(store)).toEqual([])
    const kept = await readdir(join(given.archive.root, 'quarantine'))
    expect(await text(join(given.archive.root, 'quarantine', kept[0] ?? ''))).toBe('bozuk')
  })

  it('clears temporary files that are old, and only those', async () => {
    const given = await filled()
    const folder = dirname(pathOf(given, given.note))
    const store = await given.archive.open()
    await store.checked
    for (const [name, ago] of [
      ['eski', 3_600],
      ['yeni', 0],
    ] as const) {
      const path = join(folder, `.${name}.json.0123456789ab.tutanak-tmp`)
      await put(path, 'yarım')
      const at = Date.now() / 1000 - ago
      await utimes(path, at, at)
    }
    expect(valueOf(await store.repair(['clear-temp']))).toEqual({ done: { 'clear-temp': 1 }, failed: 0 })
    expect((await readdir(folder)).filter((name) => name.includes('tutanak-tmp'))).toEqual([
      '.yeni.json.0123456789ab.tutanak-tmp',
    ])
  })

  it('does only what is chosen', async () => {
    const given = await filled()
    await put(join(dirname(pathOf(given, given.note)), 'resim.png'), 'x')
    await writeFile(pathOf(given, given.meeting), 'bozuk')
    const { store } = await repaired(given, 'clear-temp', 'put-back', 'apply-journal', 'rebuild-lists')
    expect((await left(store)).sort()).toEqual(['file-foreign', 'record-unreadable'])
  })

  it('is refused to a reader', async () => {
    const given = await filled()
    await put(join(dirname(pathOf(given, given.note)), 'resim.png'), 'x')
    const writer = await given.archive.open()
    const reader = await given.archive.open({ cacheFolder: `${given.archive.cache} 2` })
    expect(codeOf(await reader.repair(['move-aside']))).toBe('archive-locked')
    expect(valueOf(await reader.verify()).findings.map(({ code }) => code)).toEqual(['file-foreign'])
    await writer.close()
  })
})
