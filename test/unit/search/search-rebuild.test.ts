import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { SearchFeed } from '../../../electron/services/search-feed'
import type { SearchPort } from '../../../electron/services/search/search-port'
import { createSearchService } from '../../../electron/services/search/search-service'
import type { ArchiveStore } from '../../../electron/services/store/store-types'
import { ok } from '../../../shared/result'
import { tempFolder, testArchive, valueOf } from '../../support/archive'

const logFault = (_where: string, fault: unknown) => {
  throw fault
}
const titles = async (search: SearchPort, text: string) =>
  (await search.query({ text, limit: 500 })).hits.map(({ title }) => title).sort()
const create = async (store: ArchiveStore, title: string) =>
  valueOf(await store.create('note', { title, markdown: 'ödenek' }))

/** An archive of 250 notes, and a folder for its index. */
async function archiveOfNotes() {
  const store = await (await testArchive()).open()
  const fields = (n: number) => ({ title: `Not ${n}`, markdown: 'ödenek' })
  valueOf(
    await store.commitMany(
      Array.from({ length: 250 }, (_, n) => ({
        kind: 'create' as const,
        type: 'note' as const,
        fields: fields(n),
      })),
    ),
  )
  return { store, cacheFolder: path.join(await tempFolder(), 'önbellek') }
}

/** A feed whose building is held after the first batch. */
async function held(store: ArchiveStore, search: SearchPort) {
  const feed: SearchFeed = new SearchFeed(store, search, {
    onProgress: (done) => {
      if (done === 100) feed.pause()
    },
    logFault,
  })
  const paused = () => expect.poll(async () => feed.standing(await search.status()).paused).toBe(true)
  return { feed, paused }
}

/** Saves, deletes and creates while the building is held; each must be found before it goes on. */
async function changeAndFind(store: ArchiveStore, search: SearchPort) {
  const ids = store.ids('note')
  const [first, last, gone] = [ids[3] ?? '', ids[240] ?? '', ids[5] ?? '']
  const renamed = async (id: string, title: string) =>
    valueOf(await store.change(id, store.hashOf(id)!, (record) => ok({ ...record, title })))
  await renamed(first, 'Zeytinlik')
  await renamed(last, 'Zeytinlik iki')
  valueOf(await store.remove(gone))
  await create(store, 'Zeytinlik üç')
  const three = ['Zeytinlik', 'Zeytinlik iki', 'Zeytinlik üç']
  await expect.poll(() => titles(search, 'zeytinlik')).toEqual(three)
  await expect.poll(() => titles(search, '"Not 5"')).toEqual([])
}

/** What a fresh build over the archive finds. */
async function fresh(store: ArchiveStore) {
  const search = await createSearchService()
  const feed = new SearchFeed(store, search, { onProgress: () => undefined, logFault })
  await feed.idle()
  const found = await titles(search, 'ödenek')
  await feed.stop()
  await search.close()
  return found
}

describe('what changes while the index is built', () => {
  it('is found while the first build is held, and afterwards', async () => {
    const { store, cacheFolder } = await archiveOfNotes()
    const search = await createSearchService({ cacheFolder })
    const { feed, paused } = await held(store, search)
    await paused()
    await changeAndFind(store, search)
    expect((await search.status()).seq).toBe(0)
    feed.resume()
    await feed.idle()
    expect(await titles(search, 'ödenek')).toEqual(await fresh(store))
    expect((await search.status()).seq).toBe(store.seq)
    await feed.stop()
    await search.close()
  })

  it('is found in the older index that answers meanwhile, and survives the end of the program', async () => {
    const { store, cacheFolder } = await archiveOfNotes()
    const search = await createSearchService({ cacheFolder })
    const { feed, paused } = await held(store, search)
    await paused()
    feed.resume()
    await feed.idle()
    const building = feed.rebuild()
    await paused()
    expect(await search.status()).toMatchObject({ serving: true, seq: 0 })
    await changeAndFind(store, search)
    // All the others are still answered by the older index.
    expect(await titles(search, 'ödenek')).toHaveLength(250)
    await feed.stop()
    await building
    await search.close()

    const again = await createSearchService({ cacheFolder })
    expect(await again.status()).toMatchObject({ ready: false, serving: true })
    expect(await titles(again, 'zeytinlik')).toHaveLength(3)
    const next = new SearchFeed(store, again, { onProgress: () => undefined, logFault })
    await next.idle()
    expect(await titles(again, 'ödenek')).toEqual(await fresh(store))
    await next.stop()
    await again.close()
  })
})
