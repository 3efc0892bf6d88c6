import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { nodeArchiveFiles, type ArchiveFiles } from '../../../electron/services/store/archive-files'
import { recordFile } from '../../../electron/services/store/layout'
import { codeOf, testArchive, valueOf, type TestArchive } from '../../support/archive'

async function withAgencies(count: number): Promise<{ archive: TestArchive; ids: string[] }> {
  const archive = await testArchive()
  const store = await archive.open()
  const ids: string[] = []
  for (let n = 0; n < count; n += 1)
    ids.push(valueOf(await store.create('agency', { name: `Kurum ${n}` })).id)
  valueOf(await store.create('participant', { name: 'Ayşe', offices: [{ agencyId: ids[0] }] }))
  await store.close()
  await rm(archive.cache, { recursive: true })
  return { archive, ids }
}

/** A disk whose people cannot be read before `open` is called. */
function heldBack(): { files: ArchiveFiles; open: () => void } {
  const real = nodeArchiveFiles()
  let open = () => undefined as void
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const files: ArchiveFiles = {
    ...real,
    async readFile(path) {
      if (!/participant_[0-9a-f-]+\.json$/.test(path)) return real.readFile(path)
      await gate
      return real.readFile(path)
    },
  }
  return { files, open: () => open() }
}

describe('an archive whose cache was deleted', () => {
  it('is open at once, can be written, and its lists fill behind the scenes', async () => {
    const { archive, ids } = await withAgencies(12)
    const { files, open } = heldBack()
    const store = await archive.open({ files, background: true })
    expect(store).toMatchObject({ rebuilt: true, listsReady: false })
    const made = valueOf(await store.create('note', { title: 'bu arada', markdown: '' }))
    expect(store.list({ type: 'note' }).rows.map((row) => row.title)).toEqual(['bu arada'])
    await vi.waitFor(() => expect(store.counts()).toMatchObject({ agency: 12, participant: 0 }))
    // Who is used where is not known yet.
    expect(codeOf(await store.remove(ids[0] ?? ''))).toBe('lists-not-ready')
    open()
    await store.listed
    expect(store.listsReady).toBe(true)
    expect(store.counts()).toMatchObject({ agency: 12, note: 1, participant: 1 })
    expect(codeOf(await store.remove(ids[0] ?? ''))).toBe('in-use')
    valueOf(await store.remove(ids[1] ?? ''))
    await store.close()
    const again = await archive.open()
    expect(again.rebuilt).toBe(false)
    expect(again.counts()).toMatchObject({ agency: 11, note: 1 })
    expect(valueOf(await again.get(made.id as 'note_x')).record.title).toBe('bu arada')
  })

  it('closed before the lists are full leaves no half cache behind', async () => {
    const { archive } = await withAgencies(5)
    const { files, open } = heldBack()
    const store = await archive.open({ files, background: true })
    const closing = store.close()
    open()
    await closing
    const again = await archive.open()
    expect(again.rebuilt).toBe(true)
    expect(again.counts().agency).toBe(5)
  })

  it('costs only time: no record file is touched', async () => {
    const { archive, ids } = await withAgencies(5)
    const read = () => Promise.all(ids.map((id) => readFile(join(archive.root, recordFile(id)), 'utf8')))
    const before = await read()
    const store = await archive.open({ background: true })
    await store.listed
    expect(await read()).toEqual(before)
    expect(store.list({ type: 'agency' }).rows.map((row) => row.name)).toEqual(
      ids.map((_id, n) => `Kurum ${n}`),
    )
  })
})
