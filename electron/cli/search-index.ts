import path from 'node:path'
import { SearchFeed } from '../services/search-feed'
import type { SearchPort } from '../services/search/search-port'
import { indexFolder } from '../services/search/index-files'
import { createSearchService } from '../services/search/search-service'
import { attempt } from '../services/store/archive-files'
import { readHead } from '../services/store/archive-head'
import type { ArchiveReader } from '../services/store/store-types'
import { cacheFolder, must, pathOf, reading, type CliPorts } from './context'

/** Opens the index that the program keeps on this computer for an archive. */
export async function openIndex(ports: CliPorts, archive: string): Promise<SearchPort> {
  const root = pathOf(ports, archive)
  const { head } = must(await attempt(() => readHead(ports.files, root)))
  return createSearchService({
    cacheFolder: indexFolder(cacheFolder(ports, root), head.id),
    lexiconFile: path.join(ports.resources, 'lexicon', 'roots.txt.gz'),
  })
}

/**
 * Runs work on an archive with its index brought up to date first. `anew`: the index is built from the records.
 * A fault while it is brought up to date ends the command.
 */
export async function searching<T>(
  ports: CliPorts,
  archive: string,
  work: (search: SearchPort, store: ArchiveReader) => Promise<T>,
  anew = false,
): Promise<T> {
  const search = await openIndex(ports, archive)
  let feed: SearchFeed | undefined
  const faults: unknown[] = []
  // The feed listens before files changed by others are looked for, so that it hears of them.
  const listen = async (store: ArchiveReader) => {
    if (anew) await search.reset()
    feed = new SearchFeed(store, search, {
      onProgress: () => undefined,
      logFault: (_where, fault) => faults.push(fault),
    })
  }
  return reading(
    ports,
    archive,
    async (store) => {
      await feed?.idle()
      if (faults.length > 0) throw faults[0]
      return work(search, store)
    },
    listen,
  ).finally(async () => {
    await feed?.stop()
    await search.close()
  })
}
