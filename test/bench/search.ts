import path from 'node:path'
import { SearchFeed } from '../../electron/services/search-feed'
import { createSearchService } from '../../electron/services/search/search-service'
import type { ArchiveStore } from '../../electron/services/store/store-types'
import { saveMeeting } from '../../electron/services/records-service'
import { newId } from '../../shared/ids'
import { figuresOf, single, timed, type BenchRow } from './measure'

/** What officials type, by kind; the words are common ones of minutes, not of one archive. */
const queries: Record<string, string[]> = {
  'sık geçen söz': ['karar', 'toplantı', 'müdürlük', 'proje', 'kurum'],
  'üç söz': ['il müdürlüğü karar', 'kooperatif eğitim proje', 'yatırım izleme toplantısı'],
  'yazarken (2–6 harf)': ['ka', 'kar', 'topl', 'mudur', 'koope'],
  'Türkçe harfsiz': ['toplanti karari', 'mudurlugu', 'egitim projesi'],
}

/** Build, open, query and find-after-save of the index, in this process. */
export async function benchSearch(store: ArchiveStore, scratch: string, root: string): Promise<BenchRow[]> {
  const options = {
    cacheFolder: path.join(scratch, 'arama'),
    lexiconFile: path.join(root, 'resources/lexicon/roots.txt.gz'),
  }
  const ports = {
    onProgress: () => undefined,
    logFault: (where: string, fault: unknown) => {
      throw new Error(`${where}: ${String(fault)}`)
    },
  }
  let search = await createSearchService(options)
  let feed = new SearchFeed(store, search, ports)
  const build = await timed(() => feed.idle())
  await feed.stop()
  await search.close()

  const open = await timed(async () => {
    search = await createSearchService(options)
    await search.status()
    await search.query({ text: 'karar' })
  })
  feed = new SearchFeed(store, search, ports)
  await feed.idle()

  const rows: BenchRow[] = [
    { group: 'arama', what: 'dizini sıfırdan kurma', unit: 'ms', figures: single(build) },
    {
      group: 'arama',
      what: 'kayıtlı dizini açma ve ilk sorgu',
      unit: 'ms',
      figures: single(open),
      goal: '≤ 300',
    },
  ]
  for (const [kind, texts] of Object.entries(queries)) {
    const samples: number[] = []
    for (let round = 0; round < 20; round += 1)
      for (const text of texts) {
        const cost = await timed(() =>
          search.query({ text, limit: 30, prefixLast: kind.startsWith('yazarken') }),
        )
        if (round >= 8) samples.push(cost)
      }
    rows.push({
      group: 'arama',
      what: kind,
      unit: 'ms',
      figures: figuresOf(samples),
      goal: 'p95 ≤ 10 (10.000)',
    })
  }

  const ids = store.ids('meeting') as `meeting_${string}`[]
  const found: number[] = []
  for (let round = 0; round < 20; round += 1) {
    const id = ids[(round * 31) % ids.length]
    if (!id) break
    const loaded = await store.get(id)
    if (!loaded.ok) throw new Error(loaded.error.code)
    const word = `ölçümsözü${'abcdefghijklmnopqrstuvyz'.charAt(round)}x`
    const block = { id: newId('text'), kind: 'text' as const, markdown: word }
    const [item] = loaded.value.record.agenda
    if (!item) continue
    const layout = loaded.value.record.agenda.map(({ id: itemId, blocks }) => ({
      itemId,
      blockIds: [...blocks.map(({ id: blockId }) => blockId), ...(itemId === item.id ? [block.id] : [])],
    }))
    const saved = await saveMeeting(store, id, { blocks: { upsert: [block] }, layout }, loaded.value.hash)
    if (!saved.ok) throw new Error(saved.error.code)
    found.push(
      await timed(async () => {
        for (;;) {
          const { total } = await search.query({ text: word })
          if (total > 0) return
          // Index and saves share this thread here: let them run.
          await new Promise((resolve) => setImmediate(resolve))
        }
      }),
    )
  }
  rows.push({
    group: 'arama',
    what: 'kayıttan bulunmaya kadar',
    unit: 'ms',
    figures: figuresOf(found),
    goal: '≤ 300',
  })
  await feed.stop()
  await search.close()
  return rows
}
