import { describe, expect, it } from 'vitest'
import { SearchFeed } from '../../../electron/services/search-feed'
import { createSearchService } from '../../../electron/services/search/search-service'
import type { IndexStatus } from '../../../shared/contract/search-contract'
import { testArchive, valueOf } from '../../support/archive'

/** An archive with so many notes, and an index of it that nothing has been put into. */
async function notes(count: number) {
  const archive = await testArchive()
  const store = await archive.open()
  valueOf(
    await store.commitMany(
      Array.from({ length: count }, (_, n) => ({
        kind: 'create' as const,
        type: 'note' as const,
        fields: { title: `Not ${n}`, markdown: 'ödenek' },
      })),
    ),
  )
  return { store, search: await createSearchService() }
}

describe('building the index', () => {
  it('can be held and goes on where it stopped; what was read can be searched meanwhile', async () => {
    const { store, search } = await notes(250)
    const told: IndexStatus[] = []
    const feed: SearchFeed = new SearchFeed(store, search, {
      onProgress: (done) => {
        if (done === 100) feed.pause()
      },
      onApplied: (status) => told.push(status),
      logFault: (_where, fault) => {
        throw fault
      },
    })
    await expect.poll(async () => feed.standing(await search.status()).paused).toBe(true)
    await expect.poll(async () => (await search.status()).docs).toBe(100)
    expect((await search.query({ text: 'ödenek' })).total).toBe(100)
    feed.resume()
    await feed.idle()
    expect((await search.query({ text: 'ödenek' })).total).toBe(250)
    expect(feed.standing(await search.status())).toEqual({ docs: 250, ready: true })
    expect(told.at(-1)).toEqual({ docs: 250, ready: true })
    expect(told.some(({ paused, total }) => paused && total === 250)).toBe(true)
    await feed.stop()
  })

  it('ends at once when the archive is closed while it is held', async () => {
    const { store, search } = await notes(150)
    const feed: SearchFeed = new SearchFeed(store, search, {
      onProgress: () => feed.pause(),
      logFault: (_where, fault) => {
        throw fault
      },
    })
    await expect.poll(async () => feed.standing(await search.status()).paused).toBe(true)
    await feed.stop()
    expect((await search.status()).ready).toBe(false)
  })
})
