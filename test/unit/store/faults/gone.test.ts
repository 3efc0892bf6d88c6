import { utimes } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { DiskError, nodeArchiveFiles, patientFiles } from '../../../../electron/services/store/archive-files'
import { initArchive } from '../../../../electron/services/store/archive-init'
import { openArchive } from '../../../../electron/services/store/record-store'
import type { ArchiveStore } from '../../../../electron/services/store/store-types'
import { ok } from '../../../../shared/result'
import { codeOf, testArchive, valueOf } from '../../../support/archive'
import { optionsFor } from '../../../support/faults/check-archive'
import { hookedFiles } from '../../../support/faults/hooked-files'
import { MemoryDisk, memoryFiles } from '../../../support/faults/memory-files'

const root = '/çubuk/Arşiv'

async function onStick() {
  const disk = new MemoryDisk([], ['/çubuk', '/önbellek'])
  const files = memoryFiles(disk)
  valueOf(await initArchive({ path: root, files, name: 'x', clock: () => new Date(), savedBy: 'x' }))
  const store = valueOf(await openArchive(optionsFor(files, root, '/önbellek')))
  await store.checked
  const note = valueOf(await store.create('note', { title: 'bir', markdown: '' }))
  const binned = valueOf(await store.create('note', { title: 'silinen', markdown: '' }))
  valueOf(await store.remove(binned.id))
  const settings = valueOf(await store.settings())
  return { disk, store, note, binned, settings }
}

type Stick = Awaited<ReturnType<typeof onStick>>
const retitled = (title: string) => (record: object) => ok({ ...record, title } as never)

/** Each way of writing, as a user would ask for it. */
const writes: [string, (store: ArchiveStore, stick: Stick) => Promise<{ ok: boolean }>][] = [
  ['a new record', (store) => store.create('note', { title: 'iki', markdown: '' })],
  ['a change', (store, { note }) => store.change(note.id, note.hash, retitled('üç'))],
  ['a deletion', (store, { note }) => store.remove(note.id)],
  ['a restoration', (store, { binned }) => store.restore(binned.id)],
  ['an attachment', (store) => store.putAttachment({ bytes: new Uint8Array(9) }, 'a.txt')],
  ['settings', (store, { settings }) => store.saveSettings(settings.settings, settings.hash)],
  [
    'several at once',
    (store, { note }) =>
      store.commitMany([
        { kind: 'create', type: 'agency', fields: { name: 'Kurum' } },
        { kind: 'change', id: note.id, basedOn: note.hash, change: retitled('dört') },
      ]),
  ],
]

describe.each([
  ['no folder', false],
  ['an empty folder', true],
])('an archive that was pulled out and left %s', (_name, leftEmpty) => {
  it.each(writes)(
    'refuses %s as gone, makes nothing in its place, and takes it when it is back',
    async (_what, write) => {
      const stick = await onStick()
      const { disk, store } = stick
      const putBack = disk.takeAway(root)
      if (leftEmpty) disk.folders.add(root)
      const before = disk.contents().size
      expect(codeOf((await write(store, stick)) as never)).toBe('disk-gone')
      expect(codeOf(await store.get(stick.note.id))).toBe('disk-gone')
      await store.checkOutside()
      expect([...disk.names.keys()].filter((path) => path.startsWith(root))).toEqual([])
      expect(disk.contents().size).toBe(before)
      putBack()
      expect(valueOf(await store.get(stick.note.id)).hash).toBe(stick.note.hash)
      expect(store.list({ type: 'note' }).rows.map((row) => row.title)).toEqual(['bir'])
      expect((await write(store, stick)).ok).toBe(true)
      await store.close()
    },
  )
})

describe('a rename that somebody refuses', () => {
  const refusing = (times: number, errno: string) => {
    const pauses: number[] = []
    let left = times
    const faulty = hookedFiles(nodeArchiveFiles(), (step, act) => {
      if (step.kind === 'rename' && left-- > 0)
        throw new DiskError(errno === 'EBUSY' ? 'disk-busy' : 'disk-denied', errno, 'rename')
      return act()
    })
    const files = patientFiles(faulty, async (ms) => void pauses.push(ms))
    return { files, pauses }
  }

  it.each(['EPERM', 'EBUSY', 'EACCES'])(
    'for a moment (%s) is tried again, with longer and longer waits',
    async (errno) => {
      const archive = await testArchive()
      const { files, pauses } = refusing(4, errno)
      const store = await archive.open({ files })
      valueOf(await store.create('note', { title: 'bir', markdown: '' }))
      expect(pauses).toHaveLength(4)
      expect([...pauses].sort((a, b) => a - b)).toEqual(pauses)
    },
  )

  it('for good is reported, and the old text stays', async () => {
    const archive = await testArchive()
    const first = await archive.open()
    const note = valueOf(await first.create('note', { title: 'bir', markdown: '' }))
    await first.close()
    const { files } = refusing(1_000, 'EBUSY')
    const store = await archive.open({ files })
    expect(codeOf(await store.change(note.id, note.hash, retitled('iki')))).toBe('disk-busy')
    expect(valueOf(await store.get(note.id)).hash).toBe(note.hash)
  })
})

describe('a clock that is set back', () => {
  it('does not make the archive clear away what it is just writing', async () => {
    const archive = await testArchive()
    const opened: { store?: ArchiveStore } = {}
    const files = hookedFiles(nodeArchiveFiles(), async (step, act) => {
      if (step.kind === 'rename' && step.path.includes('note_') && opened.store) {
        await utimes(step.path, 1_000_000_000, 1_000_000_000)
        await opened.store.checkOutside()
      }
      await act()
    })
    const store = (opened.store = await archive.open({ files }))
    await store.checked
    const note = valueOf(await store.create('note', { title: 'bir', markdown: '' }))
    expect((await store.change(note.id, note.hash, retitled('iki'))).ok).toBe(true)
  })
})
