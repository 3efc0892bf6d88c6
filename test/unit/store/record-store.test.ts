import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordFile } from '../../../electron/services/store/layout'
import type { StoreEvent } from '../../../electron/services/store/store-types'
import type { Meeting } from '../../../shared/records/meeting'
import { fail, ok } from '../../../shared/result'
import { codeOf, testArchive, valueOf } from '../../support/archive'

const retitle = (title: string) => (meeting: Meeting) => ok({ ...meeting, title })

describe('records', () => {
  it('are made, read, changed and listed, and are there after reopening', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const agency = valueOf(
      await store.create('agency', { name: 'Irmak İlçe Müdürlüğü', shortNames: ['IİM'] }),
    )
    const made = valueOf(
      await store.create('meeting', { title: 'Şubat toplantısı', time: { start: '2024-02-05' } }),
    )
    const id = made.record.id
    const saved = valueOf(await store.change(id, made.hash, retitle('Şubat ayı toplantısı')))
    expect(saved.record.revision).toBe(2)
    expect(saved.record.originArchive).toBe(store.id)
    expect(store.list({ type: 'meeting' }).rows.map((row) => row.title)).toEqual(['Şubat ayı toplantısı'])
    expect(store.find(['agency'], 'irmak', 5).map((found) => found.id)).toEqual([agency.id])
    await store.close()

    const again = await archive.open()
    const read = valueOf(await again.get(id))
    expect(read).toEqual({ record: saved.record, hash: saved.hash, outside: false })
    expect(again.list({ type: 'meeting' }).rows).toEqual(store.list({ type: 'meeting' }).rows)
    expect(again.counts()).toMatchObject({ meeting: 1, agency: 1 })
  })

  it('are files that can be read without the program', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const made = valueOf(await store.create('note', { title: 'Işık', markdown: 'İl özeti' }))
    const file = JSON.parse(await readFile(join(archive.root, recordFile(made.id)), 'utf8')) as Record<
      string,
      unknown
    >
    expect(file).toMatchObject({
      format: 'tutanak',
      type: 'note',
      version: 1,
      sha256: made.hash,
      record: made.record,
    })
  })

  it('of two changes based on the same version the second merges or meets a conflict', async () => {
    const store = await (await testArchive()).open()
    const made = valueOf(await store.create('meeting', { title: 'bir' }))
    const id = made.record.id
    const [first, second] = await Promise.all([
      store.change(id, made.hash, retitle('iki')),
      store.change(id, made.hash, (current, base) => {
        expect(base?.title).toBe('bir')
        expect(current.title).toBe('iki')
        return ok({ ...current, place: 'Toplantı salonu' })
      }),
    ])
    valueOf(first)
    expect(valueOf(second).record).toMatchObject({ title: 'iki', place: 'Toplantı salonu', revision: 3 })
    const third = await store.change(id, made.hash, (_current, base) =>
      base ? fail('conflict') : ok(_current),
    )
    expect(codeOf(third)).toBe('conflict')
    const unknown = await store.change(id, '0'.repeat(64), retitle('üç'))
    expect(codeOf(unknown)).toBe('conflict')
  })

  it('finds the version a writer is based on in the journal after a restart', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const made = valueOf(await store.create('meeting', { title: 'bir' }))
    valueOf(await store.change(made.record.id, made.hash, retitle('iki')))
    await store.close()
    const again = await archive.open()
    const merged = await again.change(made.record.id, made.hash, (current, base) =>
      ok({ ...current, place: base?.title }),
    )
    expect(valueOf(merged).record).toMatchObject({ title: 'iki', place: 'bir' })
  })

  it('that did not change are not written again', async () => {
    const store = await (await testArchive()).open()
    const made = valueOf(await store.create('meeting', { title: 'bir' }))
    const same = valueOf(await store.change(made.record.id, made.hash, retitle('bir')))
    expect(same.hash).toBe(made.hash)
  })

  it('cannot be spoilt through what was read', async () => {
    const store = await (await testArchive()).open()
    const made = valueOf(await store.create('meeting', { title: 'bir' }))
    const read = valueOf(await store.get(made.record.id))
    expect(() => {
      read.record.title = 'başka'
    }).toThrow(TypeError)
  })

  it('refuse what does not fit their schema, and ids that are no ids', async () => {
    const store = await (await testArchive()).open()
    const bad = await store.create('agency', { name: '' })
    expect(bad).toMatchObject({ ok: false, error: { code: 'invalid-input', params: { field: 'name' } } })
    expect(codeOf(await store.get('meeting_../../../etc/passwd'))).toBe('not-found')
    expect(codeOf(await store.remove('meeting_../../../etc/passwd'))).toBe('not-found')
    expect(store.counts().agency).toBe(0)
  })

  it('tell listeners what was saved, and by which window', async () => {
    const store = await (await testArchive()).open()
    const events: StoreEvent[] = []
    store.onChange((event) => events.push(event))
    const made = valueOf(await store.create('meeting', { title: 'bir' }, { window: 'w1' }))
    expect(events).toEqual([
      {
        seq: 1,
        window: 'w1',
        outside: false,
        changes: [{ id: made.id, type: 'meeting', kind: 'saved', hash: made.hash }],
      },
    ])
  })

  it('hold halves of characters from a broken clipboard without harm', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const made = valueOf(await store.create('note', { title: 'a\uD83D b', markdown: '' }))
    await store.close()
    const read = valueOf(await (await archive.open()).get(made.id))
    expect(read.outside).toBe(false)
    expect(read.hash).toBe(made.hash)
  })
})
