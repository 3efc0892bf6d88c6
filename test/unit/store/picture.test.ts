import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordFile } from '../../../electron/services/store/layout'
import { testArchive, valueOf } from '../../support/archive'

describe('a picture of the archive', () => {
  it('keeps what records were, from the first change after it began until it ends', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const note = async (title: string) => valueOf(await store.create('note', { title, markdown: '' }))
    const bytesOf = (id: string) => readFile(join(archive.root, recordFile(id)))
    const [gone, changed, same] = [await note('Giden'), await note('Değişen'), await note('Kalan')]
    const before = { gone: await bytesOf(gone.id), changed: await bytesOf(changed.id) }
    const { picture, end } = await store.beginPicture()
    valueOf(await store.remove(gone.id))
    let { hash } = changed
    for (const title of ['İlk', 'İkinci']) {
      const next = (record: object) => ({ ok: true as const, value: { ...record, title } as never })
      hash = valueOf(await store.change(changed.id, hash, next)).hash
    }
    const made = await note('Gelen')
    expect(picture.of(gone.id)).toEqual(before.gone)
    expect(picture.of(changed.id)).toEqual(before.changed)
    expect(picture.of(made.id)).toBeNull()
    expect(picture.of(same.id)).toBeUndefined()
    end()
    valueOf(await store.remove(same.id))
    expect(picture.of(same.id)).toBeUndefined()
  })
})
